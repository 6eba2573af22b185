using Guildhall.Accounts;
using Guildhall.Engine.Money;
using Guildhall.Matching;
using Guildhall.Matching.Placements;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Guildhall.Tests.Support;

/// <summary>A site that sells featured placements: 7 days for $9.00, 30 for $29.00.</summary>
public class SellingSite : Site
{
    protected override void AddServices(IServiceCollection services) => services.Replace(
        ServiceDescriptor.Singleton(new MatchingOptions { FeaturedWeek = 9_00, FeaturedMonth = 29_00 }));
}

public static class PlacementSituations
{
    /// <summary>A freelancer everyone sees, with $100.00 available unless told otherwise.</summary>
    public static async Task<Account> Rich(this Site site, string name = "Ana Alta", long cents = 100_00,
        params (string Skill, int Level)[] skills)
    {
        var freelancer = await site.ShownFreelancer(name, skills);
        await site.Release(await site.FundedMilestone(new Money(cents, "USD"), freelancer: freelancer));
        return freelancer;
    }

    /// <summary>The id of a placement that stands in the database, on a site that sells none.</summary>
    public static async Task<Guid> AnyPlacement(this Site site)
    {
        var (owner, now) = (await site.Freelancer(), site.Clock.Now());
        var placement = new Placement
        {
            Id = Guid.CreateVersion7(), FreelancerId = owner.Id, Days = 7, Price = new(9_00, "USD"), BoughtAt = now,
            StartsAt = now, EndsAt = now.AddDays(7),
        };
        await site.With<Db>(db => { db.Add(placement); return db.SaveChangesAsync(); });
        return placement.Id;
    }

    /// <summary>The id of a placement just bought.</summary>
    public static async Task<Guid> Featured(this Site site, Account freelancer, int days = 7) =>
        (Guid)(await (await site.As(freelancer)).Post("/api/v1/users/me/placements", new { days }))["id"]!;
}
