using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Guildhall.Tests.Support;

/// <summary>
/// A database of its own for one application under test. GUILDHALL_TEST_DB holds an administrator's connection string
/// for PostgreSQL; without it the suite runs on SQLite.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static readonly string? Server = Environment.GetEnvironmentVariable("GUILDHALL_TEST_DB");
    static readonly Lazy<Task<TestDatabase>> Migrated = new(MigrateOne);
    readonly string name = $"t_{Guid.CreateVersion7():N}";

    public static bool IsPostgres => !string.IsNullOrEmpty(Server);
    public string Folder { get; } = Directory.CreateTempSubdirectory("guildhall-test-").FullName;
    public string? Connection { get; private set; }

    /// <summary>A copy of one that the program has migrated: copying is quicker.</summary>
    public static async Task<TestDatabase> Create() => await (await Migrated.Value).Copy();

    /// <summary>Its data and files once more. Nobody may be using it.</summary>
    public async Task<TestDatabase> Copy()
    {
        var copy = new TestDatabase();
        if (IsPostgres) await copy.Make($"TEMPLATE {name}");
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return copy;
    }

    /// <summary>A template: it stays until the last test is over.</summary>
    public TestDatabase Keep()
    {
        LetGo();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DisposeAsync().AsTask().Wait();
        return this;
    }

    static async Task<TestDatabase> MigrateOne()
    {
        var database = new TestDatabase().Keep();
        if (IsPostgres) await database.Make();
        using var program = Process.Start(Binary.With(database, "migrate"))!;
        await program.WaitForExitAsync();
        return program.ExitCode == 0 ? database
            : throw new InvalidOperationException($"guildhall migrate ended with {program.ExitCode}.");
    }

    async Task Make(string from = "")
    {
        await Administer($"CREATE DATABASE {name} {from}");
        Connection = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 40 }.ToString();
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
        LetGo();
        if (IsPostgres) await Administer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    // Its own connections only: the other sites go on with theirs.
    void LetGo()
    {
        if (Connection is not null) NpgsqlConnection.ClearPool(new(Connection));
        else SqliteConnection.ClearPool(new($"Data Source={Path.Combine(Folder, "guildhall.db")}"));
    }
}
