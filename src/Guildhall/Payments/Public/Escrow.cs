using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments.Public;

/// <param name="MilestoneId">Whose escrow.</param>
/// <param name="ContractId">Of which contract.</param>
/// <param name="ClientId">Who funded it and receives the fee invoice.</param>
/// <param name="FreelancerId">Who earns it.</param>
/// <param name="Gross">All of what is held.</param>
/// <param name="Schedule">The version the contract pinned.</param>
/// <param name="Title">The milestone, for the documents.</param>
/// <param name="ClearingDays">Days until the money is free to withdraw, as the contract says; 0: at once.</param>
public sealed record EscrowRelease(
    Guid MilestoneId, Guid ContractId, Guid ClientId, Guid FreelancerId, Money Gross, FeeSchedule Schedule,
    string Title, int ClearingDays);

/// <summary>
/// The door through which other modules move money. Every call joins the caller's transaction, and the same call
/// again is the same movement: it happens once.
/// </summary>
public sealed class Escrow(Db db, Books books, Papers papers, PaymentsOptions options, TimeProvider clock)
{
    /// <summary>Days until released money is free to withdraw, for contracts written now.</summary>
    public int ClearingDays => options.ClearingDays;

    /// <summary>Escrow to the freelancer, the fees to revenue. Returns what the freelancer keeps.</summary>
    public Task<Money> Release(EscrowRelease release, CancellationToken ct) => db.Transact(async () =>
    {
        var quote = release.Schedule.Quote(release.Gross);
        await books.Lock(ct);
        var hold = await Find(release.MilestoneId, ct);
        var id = DeterministicId.From("release", release.MilestoneId.ToString());
        if (hold.State == HoldState.Released && await books.Has(id, ct)) return quote.FreelancerReceives;

        hold.Release(quote, release);
        var now = clock.Now();
        await books.Post(Journals.Release(new(id, now), hold.MilestoneId, release.FreelancerId, quote),
            new(hold.ClientId, hold.ContractId), ct);
        db.Publish(new EscrowReleased(
            hold.MilestoneId, hold.ContractId, release.FreelancerId, quote.Gross, quote.FreelancerReceives));
        db.Record(null, "escrow.released", "milestone", hold.MilestoneId,
            new { release.ContractId, quote.Gross, Net = quote.FreelancerReceives, Kept = quote.PlatformKeeps });
        await papers.ForRelease(hold, quote, release.Title, ct);
        await Clear(hold, quote.FreelancerReceives, now, release.ClearingDays, ct);
        return quote.FreelancerReceives;
    }, ct);

    async Task Clear(EscrowHold hold, Money net, DateTime now, int days, CancellationToken ct)
    {
        var due = new ClearingEnds(hold.MilestoneId, hold.ContractId, hold.FreelancerId!.Value, net);
        if (days == 0) await books.Settle(due, ct);
        else db.Schedule(due, now.AddDays(days), $"clearing:{hold.MilestoneId}");
    }

    /// <summary>All that is held, with its fee, to the client's wallet. Returns what came back.</summary>
    public Task<Money> Refund(Guid milestoneId, Guid? by, string reason, CancellationToken ct) =>
        db.Transact(async () =>
    {
        await books.Lock(ct);
        var hold = await Find(milestoneId, ct);
        var id = DeterministicId.From("refund", milestoneId.ToString());
        if (hold.State == HoldState.Refunded) return hold.Total;

        hold.Refund(reason);
        var wallet = new AccountKey(AccountKind.ClientWallet, hold.ClientId);
        await books.Post(Journals.Refund(new(id, clock.Now()), milestoneId, wallet, hold.Gross, hold.Fee),
            new(hold.ClientId, hold.ContractId), ct);
        db.Publish(new EscrowRefunded(milestoneId, hold.ContractId, hold.ClientId, hold.Total));
        db.Record(by, "escrow.refunded", "milestone", milestoneId, new { hold.Total, reason });
        return hold.Total;
    }, ct);

    /// <summary>What waits in escrow for the milestone, without the fee; null: never funded.</summary>
    public async Task<Money?> Held(Guid milestoneId, CancellationToken ct) =>
        (await db.Set<EscrowHold>().AsNoTracking().SingleOrDefaultAsync(h => h.MilestoneId == milestoneId, ct))
            ?.InEscrow;

    async Task<EscrowHold> Find(Guid milestone, CancellationToken ct)
    {
        var hold = await db.Set<EscrowHold>().SingleOrDefaultAsync(h => h.MilestoneId == milestone, ct)
            ?? throw new Refused($"Nothing is held for this milestone. Fund it first.", "not_funded");
        await db.Entry(hold).ReloadAsync(ct); // the caller may have read it before the books were locked
        return hold;
    }
}
