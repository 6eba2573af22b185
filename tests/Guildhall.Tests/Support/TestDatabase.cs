using System.Diagnostics;
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
    public static async Task<TestDatabase> Create()
    {
        var (template, copy) = (await Migrated.Value, new TestDatabase());
        if (IsPostgres) await copy.Make($"TEMPLATE {template.name}");
        else foreach (var file in Directory.EnumerateFiles(template.Folder))
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        return copy;
    }

    static async Task<TestDatabase> MigrateOne()
    {
        var database = new TestDatabase();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().Wait();
        if (IsPostgres) await database.Make();
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "migrate"]);
        start.Environment["GUILDHALL__DATA"] = database.Folder;
        start.Environment["GUILDHALL__DB"] = database.Connection;
        using var program = Process.Start(start)!;
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
        if (IsPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            await Administer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
