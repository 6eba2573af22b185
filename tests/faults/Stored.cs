using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Guildhall.Faults;

public enum Database { Sqlite, Postgres }

/// <summary>
/// A site's database read past the site, by plain SQL. GUILDHALL_TEST_DB names the PostgreSQL server of
/// scripts/with-postgres.
/// </summary>
public sealed class Stored : IAsyncDisposable
{
    static readonly string? Server = Environment.GetEnvironmentVariable("GUILDHALL_TEST_DB");
    readonly Database kind;
    readonly string name = $"f_{Guid.CreateVersion7():N}";
    string? folder;

    /// <summary>What the site is started with.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["GUILDHALL__MAIL__CONFIRM"] = "true",
        ["GUILDHALL__RATESCALE"] = "1000", ["GUILDHALL__PAYMENTS__BANKSECONDS"] = "1",
    };

    Stored(Database kind) => this.kind = kind;

    public static async Task<Stored> New(Database kind)
    {
        var stored = new Stored(kind);
        if (kind == Database.Sqlite) return stored;
        await stored.Administer($"CREATE DATABASE {stored.name}");
        stored.Settings["GUILDHALL__DB"] = stored.Connection;
        stored.Settings["GUILDHALL__NODE"] = "one";
        return stored;
    }

    /// <summary>Where SQLite's file is, once the site has its folder.</summary>
    public void In(string siteFolder) => folder = siteFolder;

    string Connection => new NpgsqlConnectionStringBuilder(Server
        ?? throw new InvalidOperationException("Run scripts/test-faults: it brings the PostgreSQL server."))
        { Database = name, MaxPoolSize = 30 }.ToString();

    async Task<DbConnection> Open()
    {
        DbConnection connection = kind == Database.Sqlite
            ? new SqliteConnection($"Data Source={folder}/guildhall.db;Pooling=False")
            : new NpgsqlConnection($"{Connection};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Each row as one line, its columns divided by spaces.</summary>
    public async Task<List<string>> Rows(string sql)
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount)
                .Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        return rows;
    }

    public async Task<int> Change(string sql)
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (kind == Database.Postgres) await Administer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }
}
