using System.Data.Common;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Guildhall.Shared.Data;

public sealed class SqliteDb(
    DbContextOptions<SqliteDb> options, Subscriptions subscriptions, TimeProvider clock, WriteGate gate)
    : Db(options, subscriptions, clock, gate)
{
    public override bool IsPostgres => false;
}

public sealed class PostgresDb(
    DbContextOptions<PostgresDb> options, Subscriptions subscriptions, TimeProvider clock, WriteGate gate)
    : Db(options, subscriptions, clock, gate)
{
    public override bool IsPostgres => true;

    protected override Task TellOthers(string signal) =>
        Database.ExecuteSqlAsync($"SELECT pg_notify({Signals.Channel}, {signal})");
}

/// <summary>
/// SQLite has one writer: take turns in the process rather than fail in the file. PostgreSQL passes through.
/// </summary>
public sealed class WriteGate(bool closed)
{
    readonly SemaphoreSlim turn = new(1);

    public async Task<IDisposable?> Enter(CancellationToken ct)
    {
        if (!closed) return null;
        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

/// <summary>FULL: an acknowledged payment survives a power cut, not only a killed process.</summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data,
        CancellationToken ct)
    {
        ConnectionOpened(connection, data);
        return Task.CompletedTask;
    }
}
