using System.Security.Claims;
using Guildhall.Matching.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching.Placements;

/// <summary>
/// A freelancer pays for days in the labelled slot out of what is available. They begin at once, or where what was
/// bought before ends.
/// </summary>
public sealed class BuyPlacement(
    Db db, Sales sales, Freelancers freelancers, PlacementOffers offers, RunningPlacements running, TimeProvider clock)
{
    /// <summary>Nobody can fill the slot for longer than this ahead.</summary>
    public const int MostDaysAhead = 90;

    /// <param name="Days">Of one of the offers.</param>
    /// <param name="Id">Chosen by the caller: the same request again is the same purchase.</param>
    public sealed record Request(int Days, Guid? Id = null);

    public Task<Placement> Run(Guid freelancerId, Request request, CancellationToken ct) => db.Transact(async () =>
    {
        await sales.Lock(ct);
        if (request.Id is { } known
            && await db.Set<Placement>().SingleOrDefaultAsync(p => p.Id == known, ct) is { } earlier)
            return earlier.FreelancerId == freelancerId ? earlier : throw new Missing("placement");
        var offer = offers.Of(request.Days);
        if (await freelancers.Find(freelancerId, ct) is null)
            throw new Refused($"Show your profile first: a hidden one appears nowhere.", "profile_hidden");

        var now = clock.Now();
        var last = await db.Set<Placement>()
            .Where(p => p.FreelancerId == freelancerId && p.StoppedAt == null && p.EndsAt > now)
            .OrderByDescending(p => p.EndsAt).Select(p => (DateTime?)p.EndsAt).FirstOrDefaultAsync(ct);
        var starts = last ?? now;
        var placement = new Placement
        {
            Id = request.Id ?? Guid.CreateVersion7(), FreelancerId = freelancerId, Days = offer.Days,
            Price = offer.Price, BoughtAt = now, StartsAt = starts, EndsAt = starts.AddDays(offer.Days),
        };
        if (placement.EndsAt > now.AddDays(MostDaysAhead))
            throw new Refused($"Placements reach at most {MostDaysAhead} days ahead. Extend when less is left.",
                "too_far_ahead");
        await sales.Placement(new(placement.Id, freelancerId, offer.Price, starts, placement.EndsAt), ct);
        db.Add(placement);
        db.Schedule(new PlacementRunsOut(placement.Id), placement.EndsAt, $"placement:{placement.Id}");
        db.Publish(new PlacementBought(placement.Id, freelancerId, offer.Price, starts, placement.EndsAt));
        db.Record(freelancerId, "placement.bought", "placement", placement.Id, new { offer.Days, offer.Price });
        db.Tell(running.Signal);
        return placement;
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/users/me/placements", Who.Freelancer, Rate.Money, DataClass.Own,
        async (Request request, ClaimsPrincipal user, BuyPlacement buy, TimeProvider clock, CancellationToken ct) =>
        {
            var bought = await buy.Run(user.UserId(), request, ct);
            return TypedResults.Created("/api/v1/users/me/placements", PlacementView.Of(bought, clock.Now()));
        }).WithName("buyPlacement").WithSummary("Buys days in the labelled slot, from the available balance");
}
