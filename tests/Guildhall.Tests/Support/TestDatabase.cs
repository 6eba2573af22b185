using Npgsql;

namespace Guildhall.Tests.Support;

/// <summary>
/// A database of its own for one application under test. GUILDHALL_TEST_DB holds an administrator's connection string
/// for PostgreSQL; without it the suite runs on SQLite.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static readonly string? Server = Environment.GetEnvironmentVariable("GUILDHALL_TEST_DB");
    readonly string name = $"t_{Guid.CreateVersion7():N}";

    public static bool IsPostgres => !string.IsNullOrEmpty(Server);
    public string Folder { get; } = Directory.CreateTempSubdirectory("guildhall-test-").FullName;
    public string? Connection { get; private set; }

    public static async Task<TestDatabase> Create()
    {
        var database = new TestDatabase();
        if (!IsPostgres) return database;
        await Administer($"CREATE DATABASE {database.name}");
        database.Connection =
            new NpgsqlConnectionStringBuilder(Server) { Database = database.name, MaxPoolSize = 40 }.ToString();
        return database;
    }

    static async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            await Administer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
