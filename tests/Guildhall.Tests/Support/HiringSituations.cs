using System.Text.Json.Nodes;
using Guildhall.Accounts;
using Guildhall.Jobs;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Tests.Support;

/// <summary>A proposal and its people.</summary>
public sealed record Offered(Guid Id, Guid Job, Account Client, Account Freelancer)
{
    public string Url => $"/api/v1/proposals/{Id}";
    public string Page => $"/proposals/{Id}";
}

/// <summary>Jobs with proposals, and hires, made through the front door and the API.</summary>
public static class HiringSituations
{
    /// <summary>An open job of this client, with a fixed price up to 3,000 dollars unless told otherwise.</summary>
    public static async Task<Guid> PostedJob(this Site site, Account client, Func<Brief, Brief>? but = null)
    {
        var csharp = site.Services.GetRequiredService<Skills>().Find("csharp")!.Id;
        var postgres = site.Services.GetRequiredService<Skills>().Find("postgresql")!.Id;
        var brief = new Brief
        {
            Title = "Move our booking reports to PostgreSQL", Pay = PayType.Fixed, Currency = "USD",
                MaxMinor = 3_000_00,
            Description = "Twelve reports read from an old Access file. We want them on PostgreSQL, each tested once.",
            Skills = [new(csharp, 6, true, []), new(postgres, 5, true, [])],
                Quality = "Every report shows the same sums.",
        };
        var now = site.Clock.Now();
        var job = new Job { ClientId = client.Id, CreatedAt = now };
        job.Write(but?.Invoke(brief) ?? brief, now);
        job.Publish(now);
        await site.With<Db>(db => { db.Add(job); return db.SaveChangesAsync(); });
        return job.Id;
    }

    /// <summary>What a freelancer sends for a fixed price; sums to the price in two milestones.</summary>
    public static object Proposal(long cents = 1_200_00,
        string letter = "I moved forty reports like these last year.") => new
    {
        coverLetter = letter, priceMinor = cents, estimatedHours = 40,
        milestones = new[]
        {
            new { title = "Inventory and the first four reports", amountMinor = cents / 3 },
            new { title = "The other eight", amountMinor = cents - cents / 3 },
        },
    };

    public static async Task<Offered> Proposed(this Site site, Guid job, Account client, Account? freelancer = null,
        long cents = 1_200_00)
    {
        freelancer ??= await site.Freelancer();
        var answer = await (await site.As(freelancer)).Post($"/api/v1/jobs/{job}/proposals", Proposal(cents));
        return new((Guid)answer["id"]!, job, client, freelancer);
    }

    /// <summary>A fresh client with an open job and one proposal for it.</summary>
    public static async Task<Offered> Proposed(this Site site, long cents = 1_200_00)
    {
        var client = await site.Client();
        return await site.Proposed(await site.PostedJob(client), client, null, cents);
    }

    /// <summary>The id of a proposal that a freelancer just sent.</summary>
    public static async Task<Guid> SubmittedProposal(this Site site, Account client, Account freelancer,
        long cents = 1_200_00) =>
        (await site.Proposed(await site.PostedJob(client), client, freelancer, cents)).Id;

    /// <summary>The id of an invitation that a client just sent; both fresh unless given.</summary>
    public static async Task<Guid> Invited(this Site site, Account? client = null, Account? freelancer = null,
        Guid? job = null, string note = "You came to mind at once.")
    {
        client ??= await site.Client();
        freelancer ??= await site.ShownFreelancer();
        job ??= await site.PostedJob(client);
        var answer = await (await site.As(client)).Post($"/api/v1/jobs/{job}/invitations",
            new { freelancerId = freelancer.Id, note });
        return (Guid)answer["id"]!;
    }

    /// <summary>A job that only invited freelancers see.</summary>
    public static Task<Guid> UnlistedJob(this Site site, Account client) =>
        site.PostedJob(client, b => b with { Hiring = HiringMode.Direct });

    public static async Task<JsonNode> Hire(this Site site, Offered offered) =>
        await (await site.As(offered.Client)).Post($"/api/v1/jobs/{offered.Job}/hire", new { proposalId = offered.Id });

    /// <summary>The id of the contract that a hire just made, its news delivered.</summary>
    public static async Task<Guid> HiredContract(this Site site, Account client, Account freelancer,
        long cents = 1_200_00)
    {
        var offered = await site.Proposed(await site.PostedJob(client), client, freelancer, cents);
        var answer = await site.Hire(offered);
        await site.Drain();
        return (Guid)answer["contractId"]!;
    }
}
