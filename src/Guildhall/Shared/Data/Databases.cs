using System.Data.Common;
using System.Runtime.CompilerServices;
using Guildhall.Shared.Jobs;
using Microsoft.Data.Sqlite;
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

/// <summary>
/// FULL: an acknowledged payment survives a power cut, not only a killed process. Said once to each connection of the
/// pool. A unit of work keeps the connection it has: opening one costs more than most questions.
/// </summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; "
        // EF sets a savepoint for each save in a transaction: what it would take back need not go to a file.
        + "PRAGMA temp_store=MEMORY; "
        // Pages are looked at where the system keeps the file, not copied from there.
        + "PRAGMA mmap_size=2147418112;";

    readonly ConditionalWeakTable<object, object> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
    {
        if (!told.TryAdd(((SqliteConnection)connection).Handle!, this)) return;
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

    public override InterceptionResult ConnectionClosing(
        DbConnection connection, ConnectionEventData data, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData data, InterceptionResult result) =>
        new(InterceptionResult.Suppress());
}
