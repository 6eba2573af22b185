using System.Data;
using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>
/// Recomputes the whole ledger from its lines: the chain, every balance, zero in every currency, and per milestone
/// funded = released + refunded + escrow. It reads one moment of the database and holds no lock.
/// </summary>
public sealed class VerifyLedger(Db db, TimeProvider clock, ILogger<VerifyLedger> log) : IRecur
{
    const int Batch = 1000;

    sealed record Fault(string Words, string Row);

    /// <summary>Every night; the administrators see the outcome.</summary>
    async Task IRecur.Run(CancellationToken ct) => await Run(ct);

    public async Task<LedgerVerdict> Run(CancellationToken ct)
    {
        var verdict = await Examine(ct);
        if (verdict.Fault is { } fault) log.LogCritical("The ledger is broken. {Fault}: {Row}", fault, verdict.Row);
        db.Add(verdict);
        await db.SaveChangesAsync(ct);
        return verdict;
    }

    async Task<LedgerVerdict> Examine(CancellationToken ct)
    {
        await using var moment = await OneMoment(ct);
        var accounts = await db.Set<LedgerAccount>().AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var tally = new Tally(accounts);
        var (verified, head, fault) = await Walk(accounts, tally, ct);
        fault ??= await End(verified, head, ct) ?? Balances(accounts, tally) ?? await Escrows(accounts, tally, ct);
        return new() { At = clock.Now(), Journals = verified, Head = head, Fault = fault?.Words, Row = fault?.Row };
    }

    // A deferred transaction of SQLite only reads: it takes no lock and sees one state of the file.
    async Task<IAsyncDisposable> OneMoment(CancellationToken ct)
    {
        if (db.IsPostgres) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.OpenConnectionAsync(ct);
        var reading = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(reading, ct);
        return new Moment(db, reading);
    }

    sealed class Moment(Db db, SqliteTransaction reading) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await reading.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }

    async Task<(long Verified, string Head, Fault? Fault)> Walk(
        Dictionary<Guid, LedgerAccount> accounts, Tally tally, CancellationToken ct)
    {
        var (verified, head) = (0L, HashChain.Genesis);
        while (true)
        {
            var after = verified;
            var journals = await db.Set<PostedJournal>().AsNoTracking().Include(j => j.Lines)
                .Where(j => j.Sequence > after).OrderBy(j => j.Sequence).Take(Batch).ToListAsync(ct);
            if (journals.Count == 0) return (verified, head, null);
            foreach (var journal in journals)
            {
                if (Check(journal, verified, head, accounts) is { } fault) return (verified, head, fault);
                tally.Add(journal);
                (verified, head) = (journal.Sequence, journal.Hash);
            }
        }
    }

    static Fault? Check(PostedJournal journal, long before, string head, Dictionary<Guid, LedgerAccount> accounts)
    {
        var row = $"payments_journals {journal.Sequence} ({journal.Id}, {journal.Kind} {journal.Reference})";
        if (journal.Sequence != before + 1) return new("A journal is missing", $"payments_journals {before + 1}");
        if (journal.Lines.FirstOrDefault(l => !accounts.ContainsKey(l.AccountId)) is { } stray)
            return new("A line names an account that is not there", $"payments_lines {journal.Id} {stray.AccountId}");
        var draft = new JournalDraft(journal.Id, journal.Kind, journal.Reference, journal.At,
            [.. journal.Lines.Select(l => new JournalLine(accounts[l.AccountId].Key, new(l.Amount, l.Currency)))]);
        var changed = journal.PreviousHash != head || journal.Hash != HashChain.HashOf(journal.Sequence, head, draft);
        return changed ? new("A journal or one of its lines was changed after it was posted", row) : null;
    }

    async Task<Fault?> End(long verified, string head, CancellationToken ct)
    {
        var end = await db.Set<ChainHead>().AsNoTracking().SingleAsync(ct);
        return end.Sequence == verified && end.Hash == head ? null
            : new("The last journals are missing",
                $"payments_chain says {end.Sequence}, the journals end at {verified}");
    }

    static Fault? Balances(Dictionary<Guid, LedgerAccount> accounts, Tally tally)
    {
        foreach (var account in accounts.Values.OrderBy(a => a.Key.ToString(), StringComparer.Ordinal))
            if (account.Balance != tally.Of(account.Id))
                return new("A balance differs from its lines", $"payments_accounts {account.Id} ({account.Key} " +
                    $"{account.Currency}) says {account.Balance}, its lines say {tally.Of(account.Id)}");
        foreach (var currency in accounts.Values.GroupBy(a => a.Currency))
            if (currency.Sum(a => a.Kind.Rule().Side == NormalSide.Debit ? a.Balance : -a.Balance) is var off and not 0)
                return new("Debits and credits differ", $"payments_accounts {currency.Key} is off by {off}");
        return null;
    }

    async Task<Fault?> Escrows(Dictionary<Guid, LedgerAccount> accounts, Tally tally, CancellationToken ct)
    {
        var holds = await db.Set<EscrowHold>().AsNoTracking().ToDictionaryAsync(h => h.MilestoneId, ct);
        foreach (var account in accounts.Values.Where(a => a.Kind == AccountKind.Escrow))
        {
            var milestone = account.ScopeId!.Value;
            if (!holds.TryGetValue(milestone, out var hold))
                return new("An escrow has no milestone", $"payments_accounts {account.Id} (milestone {milestone})");
            var said = (hold.Gross.Minor, hold.Released.Minor, hold.Refunded.Minor, hold.InEscrow.Minor);
            var found = (tally.Moved(milestone, JournalKinds.Fund),
                tally.Moved(milestone, JournalKinds.Release, JournalKinds.PartialRelease),
                tally.Moved(milestone, JournalKinds.Refund), account.Balance);
            if (said != found || account.Currency != hold.Gross.Currency)
                return new("An escrow does not add up: funded = released + refunded + held",
                    $"payments_escrows {milestone} (contract {hold.ContractId}) says {said}, its lines say {found}");
        }
        return holds.Keys.Except(accounts.Values.Where(a => a.Kind == AccountKind.Escrow).Select(a => a.ScopeId!.Value))
            .Select(m => new Fault("An escrow was never funded", $"payments_escrows {m}")).FirstOrDefault();
    }

    /// <summary><c>guildhall ledger verify</c>: 0 when everything adds up, 1 with the first broken row.</summary>
    public static async Task<int> Verb(IServiceProvider services, string[] arguments)
    {
        await using var scope = services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyLedger>().Examine(default);
        if (verdict.Fault is { } fault)
        {
            Console.Error.WriteLine($"{fault}.\n{verdict.Row}\n{verdict.Journals} journals before it are intact.");
            return 1;
        }
        Console.WriteLine($"The ledger adds up: {verdict.Journals} journals, head {verdict.Head}");
        return 0;
    }
}
