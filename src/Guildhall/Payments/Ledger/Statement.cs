using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>One movement of one pocket of a person.</summary>
/// <param name="JournalId">The journal it is a line of.</param>
/// <param name="Sequence">The journal's number in the ledger.</param>
/// <param name="At">UTC.</param>
/// <param name="Kind">What happened: fund, release, settle, refund, deposit, payout_requested…</param>
/// <param name="About">What the people call it; null when it has no name.</param>
/// <param name="ContractId">The contract it belongs to.</param>
/// <param name="Pocket">client_wallet, escrow, fees_held, freelancer_pending, freelancer_available,
/// payouts_in_transit.</param>
/// <param name="Change">Positive: more in the pocket.</param>
public sealed record StatementLine(Guid JournalId, long Sequence, DateTime At, string Kind, string? About,
    Guid? ContractId,
    string Pocket, Money Change);

/// <summary>What a statement covers.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="From">First UTC day; null: from the beginning.</param>
/// <param name="Until">Last UTC day; null: until now.</param>
/// <param name="ContractId">Only this contract's movements.</param>
public sealed record StatementFilter(string Currency, DateOnly? From = null, DateOnly? Until = null,
    Guid? ContractId = null)
{
    public StatementFilter Checked()
    {
        new Check().That(!(Until < From), "until",
            $"The last day, {Until:yyyy-MM-dd}, is before the first, {From:yyyy-MM-dd}.").ThrowIfAny();
        return this;
    }
}

/// <summary>One pocket over the period: opening + in − out = closing.</summary>
public sealed record PocketTotals(AccountKind Pocket, Money Opening, Money In, Money Out)
{
    public Money Closing => Opening + In - Out;
}

/// <summary>A person's own view of the ledger.</summary>
public sealed class Statements(Db db)
{
    sealed class Row
    {
        public required PostedJournal Journal { get; init; }
        public required AccountKind Pocket { get; init; }
        public required Guid AccountId { get; init; }
        public required long Amount { get; init; }
    }

    IQueryable<Row> Rows(Guid person, StatementFilter filter) =>
        from line in db.Set<PostedLine>().AsNoTracking()
        join account in db.Set<LedgerAccount>() on line.AccountId equals account.Id
        join journal in db.Set<PostedJournal>() on line.JournalId equals journal.Id
        where account.OwnerId == person && account.Currency == filter.Currency
            && (filter.ContractId == null || journal.ContractId == filter.ContractId)
        select new Row { Journal = journal, Pocket = account.Kind, AccountId = account.Id, Amount = line.Amount };

    /// <summary>Newest first, below <paramref name="before"/> (a journal's number and an account).</summary>
    public async Task<IReadOnlyList<StatementLine>> Lines(
        Guid person, StatementFilter filter, long? before, int size, CancellationToken ct)
    {
        var (from, until) = Bounds(filter);
        var journals = await Rows(person, filter).Where(r => r.Journal.At >= from && r.Journal.At < until)
            .Where(r => before == null || r.Journal.Sequence < before)
            .OrderByDescending(r => r.Journal.Sequence).ThenBy(r => r.AccountId).Take(size).ToListAsync(ct);
        var names = await Names(journals, ct);
        // All person's accounts are of the credit side: less is a debit.
        return [.. journals.Select(r => new StatementLine(
            r.Journal.Id, r.Journal.Sequence, r.Journal.At, r.Journal.Kind,
                names.GetValueOrDefault(r.Journal.Reference),
            r.Journal.ContractId, r.Pocket.Rule().Code, new(-r.Amount, filter.Currency)))];
    }

    public async Task<IReadOnlyList<PocketTotals>> Totals(Guid person, StatementFilter filter, CancellationToken ct)
    {
        var (from, until) = Bounds(filter);
        var sums = await Rows(person, filter).Where(r => r.Journal.At < until).GroupBy(r => r.Pocket).Select(g => new
        {
            Pocket = g.Key,
            Opening = g.Sum(r => r.Journal.At < from ? -r.Amount : 0),
            In = g.Sum(r => r.Journal.At >= from && r.Amount < 0 ? -r.Amount : 0),
            Out = g.Sum(r => r.Journal.At >= from && r.Amount > 0 ? r.Amount : 0),
        }).ToListAsync(ct);
        return [.. sums.OrderBy(s => s.Pocket).Select(s => new PocketTotals(s.Pocket, new(s.Opening, filter.Currency),
            new(s.In, filter.Currency), new(s.Out, filter.Currency)))];
    }

    async Task<Dictionary<string, string>> Names(List<Row> rows, CancellationToken ct)
    {
        var milestones = rows.Select(r => r.Journal.Reference.Split(':')).Where(r => r[0] == "milestone")
            .Select(r => Guid.Parse(r[1])).Distinct().ToArray();
        return await db.Set<PaymentIntent>().AsNoTracking()
            .Where(i => i.Purpose == Purposes.Milestone && i.State == PaymentState.Captured
                && milestones.Contains(i.PurposeId))
            .ToDictionaryAsync(i => $"milestone:{i.PurposeId:D}", i => i.Description, ct);
    }

    static (DateTime From, DateTime Until) Bounds(StatementFilter filter) => (
        (filter.From ?? DateOnly.MinValue).ToDateTime(default, DateTimeKind.Utc),
        filter.Until is { } last && last < DateOnly.MaxValue
            ? last.AddDays(1).ToDateTime(default, DateTimeKind.Utc) : DateTime.SpecifyKind(DateTime.MaxValue.Date,
                DateTimeKind.Utc));
}
