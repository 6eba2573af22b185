using System.Diagnostics;
using System.Text.Json.Nodes;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

/// <summary>With the site's own workers: what a freelancer hears of a new match. bench/visible.mjs measures how soon.
/// </summary>
public class MatchNewsTests : OwnSiteTest
{
    public MatchNewsTests() => Site = new Working();

    sealed class Working : Site
    {
        protected override bool Works => true;
    }

    [Fact]
    public async Task A_job_that_fits_is_told_once_with_its_score_pay_net_and_hire_rate()
    {
        var good = await Site.ShownFreelancer("Ada Byron", ("python", 9), ("postgresql", 7));
        var api = await Site.As(good);
        await api.Put("/api/v1/users/me/profile", MatchTests.Offer);
        var client = await Site.As(await Site.Client());

        await client.Post("/api/v1/jobs", JobsSituations.JobBody());
        await Until(() => Told(api, "PostgreSQL” fits"));
        // When this one is told, nothing that the first one caused is still to come.
        await client.Post("/api/v1/jobs", JobsSituations.JobBody("Move our orders to PostgreSQL, again"));
        await Until(() => Told(api, "again” fits"));

        var news = Assert.Single(await News(api, "PostgreSQL” fits"));
        Assert.Matches(@"fits you: \d+ of 100\. Up to \$1,200\.00, \$1,200\.00 of it yours\.", (string?)news!["text"]);
        Assert.Contains("new to hiring", (string?)news["text"]);
    }

    [Fact]
    public async Task A_changed_profile_and_a_changed_job_are_matched_again_by_themselves()
    {
        var person = await Site.ShownFreelancer("Lena Late", ("illustration", 9));
        var api = await Site.As(person);
        await api.Put("/api/v1/users/me/profile", MatchTests.Offer);
        var client = await Site.As(await Site.Client());
        await client.Post("/api/v1/jobs", JobsSituations.JobBody());

        await api.Put("/api/v1/users/me/profile/skills",
            new[] { new { Skill = "python", Level = 9 }, new { Skill = "postgresql", Level = 8 } });

        await Until(() => Told(api, "PostgreSQL” fits"));
    }

    static async Task Until(Func<Task<bool>> holds)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "It was not told.");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    static async Task<bool> Told(HttpClient api, string job) => (await News(api, job)).Count > 0;

    static async Task<List<JsonNode?>> News(HttpClient api, string job) =>
        [.. (await api.Get("/api/v1/notifications"))["items"]!.AsArray()
            .Where(n => ((string)n!["text"]!).Contains(job) && (string?)n["topic"] == "matches")];
}
