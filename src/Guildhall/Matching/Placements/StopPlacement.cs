using System.Security.Claims;
using Guildhall.Engine.Money;
using Guildhall.Matching.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching.Placements;

/// <summary>
/// An operator ends somebody's placement and whatever was bought to follow it. What was paid for the time that is left
/// is available again at once.
/// </summary>
public sealed class StopPlacement(Db db, Sales sales, RunningPlacements running, TimeProvider clock)
{
    /// <param name="Reason">For its buyer to read, 10 to 500 characters.</param>
    public sealed record Request(string Reason);

    /// <summary>Returns what was paid back.</summary>
    public Task<Money> Run(Guid placementId, string? reason, Guid adminId, CancellationToken ct)
    {
        new Check().Text(reason, "reason", 500, min: 10).ThrowIfAny();
        return db.Transact(async () =>
        {
            await sales.Lock(ct);
            var (now, words) = (clock.Now(), reason!.Trim());
            var placement = await db.Set<Placement>().SingleOrDefaultAsync(p => p.Id == placementId, ct)
                ?? throw new Missing("placement");
            var after = await db.Set<Placement>().Where(p => p.FreelancerId == placement.FreelancerId
                && p.StartsAt > placement.StartsAt && p.StoppedAt == null && p.EndsAt > now).ToListAsync(ct);
            var back = Money.Zero(placement.Price.Currency);
            foreach (var one in after.Prepend(placement))
            {
                one.Stop(words, now);
                await sales.ReturnPlacement(one.Id, one.FreelancerId, one.Returned, ct);
                await db.Unschedule($"placement:{one.Id}", ct);
                db.Record(adminId, "placement.stopped", "placement", one.Id, new { one.Returned, reason });
                if (one.Price.Currency == back.Currency) back += one.Returned;
            }
            db.Publish(new PlacementStopped(placement.Id, placement.FreelancerId, back, words));
            db.Tell(running.Signal);
            return back;
        }, ct);
    }

    public static void Map(Routes routes) => routes.Api.Post(
        "/admin/placements/{id:guid}/stop", Who.Admin, Rate.Money, DataClass.Admin,
        async (Guid id, Request request, ClaimsPrincipal user, StopPlacement stop, CancellationToken ct) =>
        {
            await stop.Run(id, request.Reason, user.UserId(), ct);
            return TypedResults.NoContent();
        }).WithName("stopPlacement").WithSummary("Ends a placement and what follows it; the rest is paid back");
}

/// <summary>The last bought day is over; nothing renews by itself.</summary>
public sealed record PlacementRunsOut(Guid PlacementId);

sealed class EndPlacement(Db db) : IHandle<PlacementRunsOut>
{
    public async Task Handle(PlacementRunsOut due, CancellationToken ct)
    {
        var over = await db.Set<Placement>().AsNoTracking().SingleAsync(p => p.Id == due.PlacementId, ct);
        var goesOn = await db.Set<Placement>().AnyAsync(
            p => p.FreelancerId == over.FreelancerId && p.StartsAt >= over.EndsAt && p.StoppedAt == null, ct);
        if (over.StoppedAt is null && !goesOn) db.Publish(new PlacementEnded(over.Id, over.FreelancerId, over.EndsAt));
    }
}
