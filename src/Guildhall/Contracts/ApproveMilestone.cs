using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The client says the work is done, and the money goes to the freelancer in the same transaction.</summary>
public sealed class ApproveMilestone(Db db, Escrow escrow, TimeProvider clock) : IHandle<ReviewOver>
{
    /// <summary>A second press of the button changes nothing and is no error.</summary>
    public Task Run(Guid milestoneId, Guid by, CancellationToken ct) => db.Transact(async () =>
    {
        var (contract, milestone) = await db.TakeMilestone(milestoneId, by, ct);
        if (milestone.ApprovedAt is not null && contract.PartyOf(by) == Party.Client) return;
        milestone.Approve(contract.PartyOf(by), clock.Now());
        await ReviewTimers.Clear(db, milestone, ct);
        db.Tell(contract, HistoryKind.Approved, by, milestone);
        await Release(contract, milestone, by, ct);
    }, ct);

    /// <summary>Silence to the end of the review time approves.</summary>
    public async Task Handle(ReviewOver over, CancellationToken ct)
    {
        if (await db.TakeMilestone(over.MilestoneId, ct) is not var (contract, milestone)) return;
        if (milestone.ReviewDueAt != over.Due || !milestone.AutoApprove(clock.Now())) return;
        db.Tell(contract, HistoryKind.ApprovedBySilence, null, milestone);
        await Release(contract, milestone, null, ct);
    }

    async Task Release(Contract contract, Milestone milestone, Guid? by, CancellationToken ct)
    {
        db.Publish(contract.News<MilestoneApproved>(milestone, by) with { Automatically = by is null });
        var net = await escrow.Release(new(milestone.Id, contract.Id, contract.ClientId, contract.FreelancerId,
            milestone.Amount, contract.Fees, $"{contract.Title}: {milestone.Title}",
            contract.Policy.ClearingDays), ct);
        milestone.Release(clock.Now());
        db.Tell(contract, HistoryKind.Released, null, milestone, minor: net.Minor);
        db.Publish(contract.News<MilestoneReleased>(milestone, by) with { Net = net });
        if (contract.Milestones.Any(m => !m.IsPaid)) return;
        contract.Complete(clock.Now());
        db.Tell(contract, HistoryKind.Completed, null);
        db.Publish(contract.News<ContractCompleted>(by));
        db.Schedule(new ReviewsOver(contract.Id), contract.ClosesAt!.Value, $"contract-close:{contract.Id}");
    }

    public static void Map(Routes routes) => routes.Api.Post(
        "/milestones/{id:guid}/approve", Who.Client, Rate.Money, DataClass.Private,
        async (Guid id, ClaimsPrincipal user, ApproveMilestone approve, ReadContract read, CancellationToken ct) =>
        {
            await approve.Run(id, user.UserId(), ct);
            return await read.Milestone(id, user.UserId(), ct);
        })
        .WithSummary("Approves the work and releases its money");
}
