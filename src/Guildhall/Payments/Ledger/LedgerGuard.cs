using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>The database itself refuses to change or remove what was posted. Made again at each start; harmless
/// twice.</summary>
static class LedgerGuard
{
    static readonly string[] Tables =
        ["payments_journals", "payments_lines", "payments_papers", "payments_fee_schedules"];

    public static Task Install(Db db, CancellationToken ct) => db.Transact(async () =>
    {
        foreach (var statement in db.IsPostgres ? OnPostgres() : OnSqlite())
            await db.Database.ExecuteSqlRawAsync(statement, ct);
    }, ct);

    static IEnumerable<string> OnSqlite() =>
        from table in Tables
        from verb in new[] { "UPDATE", "DELETE" }
        select $"""
            CREATE TRIGGER IF NOT EXISTS "{table}_no_{verb.ToLowerInvariant()}" BEFORE {verb} ON "{table}"
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
            """;

    // The lock: two nodes that start together must not define the function at the same time.
    static IEnumerable<string> OnPostgres() =>
    [
        "SELECT pg_advisory_xact_lock(7102001)",
        """
        CREATE OR REPLACE FUNCTION payments_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $body$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $body$
        """,
        .. Tables.Select(table => $"""
            CREATE OR REPLACE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
            FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only()
            """),
    ];
}
