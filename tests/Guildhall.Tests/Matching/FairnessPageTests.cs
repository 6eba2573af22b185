using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Accounts;
using Guildhall.Engine.Matching.Fairness;
using Guildhall.Matching;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Matching;

public class FairnessPageTests : OwnSiteTest
{
    [Fact]
    public async Task One_place_goes_to_somebody_new_with_nearly_the_same_number_and_says_so()
    {
        var (client, job) = await Market();
        var order = await Order(client, job);
        var newcomer = await Newest(client);

        var page = await (await Site.As(client)).Open($"/jobs/{job}/matches");

        Assert.Equal(newcomer, order[Arranging.NewPlace - 1]);
        Assert.Contains("One place in the first ten is kept for somebody new", page.Text());
        await Site.Services.GetRequiredService<ListLog>().Write(default);
        var list = (await Site.All<ShownList>()).MaxBy(l => l.At)!;
        Assert.Equal(newcomer, list.ExploredId);
        Assert.InRange(list.Quality, 99_000, ShownList.Whole);

        await Site.With<RankingPolicies>(async p =>
            await p.Choose(RerankKind.None, FairGroup.Standing, explore: false, swap: false,
                (await Site.Admin()).Id, default));
        Assert.NotEqual(newcomer, (await Order(client, job))[Arranging.NewPlace - 1]);
    }

    [Fact]
    public async Task The_operator_sees_the_figures_and_chooses_an_order_that_changes_places_but_no_number()
    {
        var (client, job) = await Market();
        var scores = await Scores(client, job);
        var admin = await Site.Admin();
        var browser = await Site.As(admin);

        var page = await browser.Open("/admin/fairness");
        Assert.Contains("Skew@10", page.Text());
        Assert.Contains("Whoever did not come among them is not counted", page.Text());
        Assert.Contains("New or established here", page.Text());
        Assert.Contains("Sorted within deadlines", page.Text());
        (_, page) = await browser.Submit("/admin/fairness", "policy",
            ("Rerank", "DetGreedy"), ("By", "Standing"), ("Explore", "false"), ("Swap", "false"));

        Assert.Contains("Saved", page.Text());
        Assert.Single(await Site.All<AuditEntry>(), a => a.Action == "ranking.policyChosen" && a.ActorId == admin.Id);
        var order = await Order(client, job);
        Assert.Equal(scores, await Scores(client, job));
        // Of twelve candidates one is new: the twelfth part of ten is a place the new one may have, none it is owed.
        Assert.Equal(12, order.Length);
        var matches = await (await Site.As(client)).Open($"/jobs/{job}/matches");
        Assert.Contains("That changes places, never a number", matches.Text());
        (_, page) = await browser.Submit("/admin/fairness", "policy", ("Rerank", "Alphabet"));
        Assert.Contains("This must be one of", page.Text());
        await (await Site.As(client)).Open("/admin/fairness", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task By_country_the_first_ten_are_compared_with_everybody_who_has_a_required_skill()
    {
        var (_, _) = await Market();
        foreach (var country in (string?[])["PT", "PT", "PT", null])
        {
            var one = await Site.ShownFreelancer("Paula Porto", ("python", 1));
            await (await Site.As(one)).Put("/api/v1/users/me/profile", 
                new { headline = "Scripts that run", country, visibility = "everyone" });
        }
        var aside = await Site.ShownFreelancer("Nuno Norte", ("illustration", 9));
        await (await Site.As(aside)).Put("/api/v1/users/me/profile", 
            new { headline = "Pictures and signs", country = "NO", visibility = "everyone" });
        await Site.Drain();

        var report = await Site.With<ReadFairness, FairnessReport>(r => r.Run(default));

        var lines = report.Groups.Single(g => g.By == FairGroup.Country).Groups.ToDictionary(g => g.Group);
        Assert.Equal(12 / 16.0, lines["AR"].Market!.Value, 6);
        Assert.Equal(Math.Log(lines["AR"].Top / (12 / 16.0)), lines["AR"].MarketSkew!.Value, 6);
        if (lines.TryGetValue("PT", out var portugal)) Assert.Equal(3 / 16.0, portugal.Market!.Value, 6);
        Assert.All(report.Groups.Where(g => g.By != FairGroup.Country).SelectMany(g => g.Groups),
            g => Assert.Null(g.Market));
    }

    [Fact]
    public async Task An_empty_site_says_that_there_is_nothing_to_see_yet() => Assert.Contains(
        "No candidate list of the last thirty days",
        (await (await Site.As(await Site.Admin())).Open("/admin/fairness")).Text());

    /// <summary>Twelve who fit, all but the last with finished work here.</summary>
    async Task<(Account Client, Guid Job)> Market()
    {
        var client = await Site.Client();
        for (var i = 0; i < 12; i++)
            await Site.ShownFreelancer($"Person Number{i}", ("python", 9), ("postgresql", 9 - i / 3));
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        await Order(client, job);
        // As if the others had worked here: the mark alone, the numbers stay.
        var last = await Newest(client);
        await Site.With<Db>(db => db.Set<StoredMatch>().Where(m => m.FreelancerId != last)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.IsNewcomer, false)));
        return (client, job);
    }

    // Whoever is last by the number.
    async Task<Guid> Newest(Account _) => (await Site.All<StoredMatch>())
        .OrderByDescending(m => m.Score).ThenBy(m => m.FreelancerId).Last().FreelancerId;

    async Task<JsonArray> Matches(Account client, Guid job) =>
        (await (await Site.As(client)).Get($"/api/v1/jobs/{job}/matches?limit=50"))["matches"]!.AsArray();

    async Task<Guid[]> Order(Account client, Guid job) =>
        [.. (await Matches(client, job)).Select(m => (Guid)m!["developer"]!["id"]!)];

    async Task<Dictionary<Guid, int>> Scores(Account client, Guid job) => (await Matches(client, job))
        .ToDictionary(m => (Guid)m!["developer"]!["id"]!, m => (int)m!["score"]!);
}
