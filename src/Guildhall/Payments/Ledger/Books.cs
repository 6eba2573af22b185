using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>What a journal belongs to beyond its lines.</summary>
/// <param name="ScopeOwner">The person behind the milestone or payout whose account a line names.</param>
/// <param name="ContractId">For the contract's statement.</param>
public readonly record struct About(Guid? ScopeOwner = null, Guid? ContractId = null);

/// <summary>The only writer of the ledger: balanced, append-only, chained by hash, never overdrawn.</summary>
public sealed class Books(Db db, TimeProvider clock)
{
    static readonly KeptQuery<Guid, PostedJournal> ById = new((db, id) =>
        db.Set<PostedJournal>().AsNoTracking().Include(j => j.Lines).Where(j => j.Id == id));

    static readonly KeptQuery<IReadOnlyCollection<Guid>, Guid> Open = new((db, ids) =>
        db.Set<LedgerAccount>().Where(a => ids.Contains(a.Id)).Select(a => a.Id));

    /// <summary>
    /// Takes the end of the chain until the transaction ends. Every posting takes this row before any account's, so
    /// two postings wait for each other instead of locking each other out. Call it before reading what you decide on.
    /// </summary>
    public Task Lock(CancellationToken ct) => TakeHead(ct);

    public Task<bool> Has(Guid journalId, CancellationToken ct) =>
        db.Set<PostedJournal>().AnyAsync(j => j.Id == journalId, ct);

    /// <summary>
    /// Posts the journal in the caller's transaction, or its own. False: this journal stands already, with the same
    /// kind, reference and lines, and nothing was done. Other content under a known id is refused.
    /// </summary>
    public Task<bool> Post(JournalDraft draft, About about, CancellationToken ct)
    {
        draft.Validate();
        return db.Transact(async () =>
        {
            var head = await TakeHead(ct);
            if (await StandsAlready(draft, ct)) return false;
            await OpenAccounts(draft, about, ct);
            foreach (var line in draft.Lines) await Move(line, ct);
            await Append(head, draft, about, ct);
            return true;
        }, ct);
    }

    async Task<ChainHead> TakeHead(CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("The books are locked in a transaction.");
        return (await db.Set<ChainHead>().FromSql(
            $"""UPDATE "payments_chain" SET "Taken" = "Taken" + 1 WHERE "Id" = {ChainHeadTable.Only} RETURNING *""")
            .AsNoTracking().ToListAsync(ct))[0];
    }

    async Task<bool> StandsAlready(JournalDraft draft, CancellationToken ct)
    {
        if (await ById.One(db, draft.Id, ct) is not { } earlier) return false;
        var same = earlier.Kind == draft.Kind && earlier.Reference == draft.Reference
            && earlier.Lines.Select(l => (l.AccountId, l.Amount)).ToHashSet().SetEquals(
                draft.Lines.Select(l => (LedgerAccount.IdOf(l.Account, l.Amount.Currency), l.Amount.Minor)));
        return same ? true : throw new Refused(
            $"A different movement of money has this id already. Nothing was moved.", "journal_conflict");
    }

    // Nobody else opens accounts meanwhile: the chain is ours.
    async Task OpenAccounts(JournalDraft draft, About about, CancellationToken ct)
    {
        var wanted = draft.Lines.ToDictionary(l => LedgerAccount.IdOf(l.Account, l.Amount.Currency));
        var known = await Open.List(db, wanted.Keys, ct);
        foreach (var (_, line) in wanted.Where(w => !known.Contains(w.Key)))
            db.Add(LedgerAccount.Open(line.Account, line.Amount.Currency, about.ScopeOwner));
        await db.SaveChangesAsync(ct);
    }

    async Task Move(JournalLine line, CancellationToken ct)
    {
        var (id, change) = (LedgerAccount.IdOf(line.Account, line.Amount.Currency), line.BalanceChange.Minor);
        var moved = await db.Set<LedgerAccount>()
            .Where(a => a.Id == id && (a.MayOverdraw || a.Balance + change >= 0))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Balance, a => a.Balance + change)
                .SetProperty(a => a.Version, a => a.Version + 1), ct);
        if (moved == 1) return;
        var balance = await db.Set<LedgerAccount>().Where(a => a.Id == id).Select(a => a.Balance).SingleAsync(ct);
        var (available, needed) = (new Money(balance, line.Amount.Currency), line.Amount.Abs());
        throw new Refused($"{available} is available, {needed} is needed. Nothing was moved.", "insufficient_funds");
    }

    async Task Append(ChainHead head, JournalDraft draft, About about, CancellationToken ct)
    {
        var next = HashChain.Append(head.Sequence + 1, head.Hash, draft);
        db.Add(new PostedJournal
        {
            Id = draft.Id, Sequence = next.Sequence, Kind = draft.Kind, Reference = draft.Reference, At = draft.At,
            ContractId = about.ContractId, PreviousHash = head.Hash, Hash = next.Hash,
            Lines = [.. draft.Lines.Select(l => new PostedLine
            {
                JournalId = draft.Id, AccountId = LedgerAccount.IdOf(l.Account, l.Amount.Currency),
                Amount = l.Amount.Minor, Currency = l.Amount.Currency,
            })],
        });
        await db.SaveChangesAsync(ct);
        var moved = await db.Set<ChainHead>().Where(h => h.Sequence == head.Sequence).ExecuteUpdateAsync(
            set => set.SetProperty(h => h.Sequence, next.Sequence).SetProperty(h => h.Hash, next.Hash), ct);
        if (moved != 1) throw new InvalidOperationException($"The chain moved under journal {draft.Id}.");
    }

    /// <summary>Pending to available: the end of clearing.</summary>
    public async Task Settle(ClearingEnds due, CancellationToken ct)
    {
        var id = DeterministicId.From("settle", due.MilestoneId.ToString());
        var journal = Journals.Settle(new(id, clock.Now()), due.MilestoneId, due.FreelancerId, due.Net);
        if (await Post(journal, new(null, due.ContractId), ct))
            db.Publish(new EarningsCleared(due.MilestoneId, due.ContractId, due.FreelancerId, due.Net));
    }
}
