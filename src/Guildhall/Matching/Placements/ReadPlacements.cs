using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching.Placements;

/// <summary>A bought placement.</summary>
/// <param name="EndsAt">When it ends or ended, whoever ended it.</param>
/// <param name="Returned">What an operator who ended it paid back.</param>
/// <param name="Reason">Why it was ended; null: it was not.</param>
public sealed record PlacementView(Guid Id, PlacementState State, int Days, Money Price, DateTime BoughtAt,
    DateTime StartsAt, DateTime EndsAt, Money Returned, string? Reason)
{
    public static PlacementView Of(Placement p, DateTime now) => new(p.Id, p.At(now), p.Days, p.Price, p.BoughtAt,
        p.StartsAt, p.StoppedAt ?? p.EndsAt, p.Returned, p.Reason);
}

/// <summary>What a freelancer has bought and may buy.</summary>
/// <param name="Until">Until when the slot is paid for without a gap; null: it is not now.</param>
/// <param name="Offers">Empty: placements are not sold here.</param>
/// <param name="Placements">The last bought first, at most 100.</param>
public sealed record MyPlacements(
    DateTime? Until, IReadOnlyList<PlacementOffer> Offers, IReadOnlyList<PlacementView> Placements);

/// <summary>Somebody's placement as an operator sees it.</summary>
public sealed record PlacementRow(Guid FreelancerId, string Freelancer, PlacementView Placement);

/// <param name="Revenue">What placements brought and was not paid back, by currency; from the ledger.</param>
/// <param name="Items">The last bought first, at most 200.</param>
public sealed record AllPlacements(IReadOnlyList<Money> Revenue, IReadOnlyList<PlacementRow> Items);

public sealed class ReadPlacements(Db db, PlacementOffers offers, Sales sales, People people, TimeProvider clock)
{
    const int MostOfOne = 100, MostOfAll = 200;

    public async Task<MyPlacements> Of(Guid freelancerId, CancellationToken ct)
    {
        var now = clock.Now();
        var mine = await db.Set<Placement>().AsNoTracking().Where(p => p.FreelancerId == freelancerId)
            .OrderByDescending(p => p.BoughtAt).ThenByDescending(p => p.StartsAt).Take(MostOfOne).ToListAsync(ct);
        var until = mine.Where(p => p.At(now) is PlacementState.Running or PlacementState.Waiting)
            .Max(p => (DateTime?)p.EndsAt);
        return new(until, offers.All, [.. mine.Select(p => PlacementView.Of(p, now))]);
    }

    public async Task<AllPlacements> All(CancellationToken ct)
    {
        var now = clock.Now();
        var rows = await db.Set<Placement>().AsNoTracking().OrderByDescending(p => p.BoughtAt)
            .ThenByDescending(p => p.StartsAt).Take(MostOfAll).ToListAsync(ct);
        var names = await people.Many(rows.Select(r => r.FreelancerId), ct);
        return new(await sales.PlacementRevenue(ct), [.. rows.Select(r =>
            new PlacementRow(r.FreelancerId, names[r.FreelancerId].Name, PlacementView.Of(r, now)))]);
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/users/me/placements", Who.Freelancer, Rate.Read, DataClass.Own,
            (ClaimsPrincipal user, ReadPlacements read, CancellationToken ct) => read.Of(user.UserId(), ct))
            .WithName("listMyPlacements").WithSummary("Featured placements of the caller, and what they cost");
        routes.Api.Get("/admin/placements", Who.Admin, Rate.Read, DataClass.Admin,
            (ReadPlacements read, CancellationToken ct) => read.All(ct))
            .WithName("listPlacements").WithSummary("All featured placements, and what they brought");
    }
}
