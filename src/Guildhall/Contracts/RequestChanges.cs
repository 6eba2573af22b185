using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The client returns the work and says what is missing; the clock stops until the next delivery.</summary>
public sealed class RequestChanges(Db db, TimeProvider clock)
{
    public sealed record Request(string Reason);

    public Task Run(Guid milestoneId, Guid by, Request request, CancellationToken ct) => db.Transact(async () =>
    {
        var (contract, milestone) = await db.TakeMilestone(milestoneId, by, ct);
        MilestoneStates.Step(milestone.State, MilestoneVerb.RequestChanges, contract.PartyOf(by));
        ContractRules.CheckNote(request.Reason, "reason");
        var reason = ContractRules.Clean(request.Reason);
        milestone.RequestChanges(contract.PartyOf(by), contract.Policy.Revisions, clock.Now());
        await ReviewTimers.Clear(db, milestone, ct);
        db.Tell(contract, HistoryKind.ChangesRequested, by, milestone, reason);
        db.Publish(contract.News<MilestoneChangesRequested>(milestone, by) with { Reason = reason });
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/milestones/{id:guid}/changes", Who.Client, Rate.Write, DataClass.Private,
        async (Guid id, Request request, ClaimsPrincipal user, RequestChanges changes, ReadContract read,
            CancellationToken ct) =>
        {
            await changes.Run(id, user.UserId(), request, ct);
            return await read.Milestone(id, user.UserId(), ct);
        })
        .WithSummary("Asks for changes with what is missing");
}
