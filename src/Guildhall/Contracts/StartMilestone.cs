using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The freelancer says that work has begun.</summary>
public sealed class StartMilestone(Db db, TimeProvider clock)
{
    public Task Run(Guid milestoneId, Guid by, CancellationToken ct) => db.Transact(async () =>
    {
        var (contract, milestone) = await db.TakeMilestone(milestoneId, by, ct);
        milestone.Start(contract.PartyOf(by), clock.Now());
        db.Tell(contract, HistoryKind.Started, by, milestone);
        db.Publish(contract.News<MilestoneStarted>(milestone, by));
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/milestones/{id:guid}/start", Who.Freelancer, Rate.Write, DataClass.Private,
        async (Guid id, ClaimsPrincipal user, StartMilestone start, ReadContract read, CancellationToken ct) =>
        {
            await start.Run(id, user.UserId(), ct);
            return await read.Milestone(id, user.UserId(), ct);
        })
        .WithSummary("Says that work on it has begun");
}
