using System.Net;
using Guildhall.Accounts;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Matching.Learning;
using Guildhall.Matching;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

public class WeightsTests : OwnSiteTest
{
    const string Other = "skills=40&expected=6&availability=13&rate=19&reputation=11&text=8&place=3";

    [Fact]
    public async Task An_operator_compares_and_publishes_and_matches_are_made_anew()
    {
        var (client, job, _) = await Shop();
        var before = await Score(client, job);
        var admin = await Site.Admin();
        var browser = await Site.As(admin);

        var page = await browser.Open($"/admin/matching?{Other}");
        Assert.Contains("Last month's jobs with version site-1", page.Text());
        Assert.Contains("Ada Byron", page.Text());
        (_, page) = await browser.Submit($"/admin/matching?{Other}", "publish",
            ("Why", "Clients asked for cheaper people."));

        Assert.Contains("Version site-1 is published", page.Text());
        Assert.Contains("Clients asked for cheaper people", page.Text());
        await browser.Post($"/api/v1/match/projects/{job}", null, HttpStatusCode.Forbidden);
        var again = await (await Site.As(client)).Post($"/api/v1/match/projects/{job}");
        Assert.Equal("site-1", (string?)again["matches"]![0]!["weights_version"]);
        Assert.NotEqual(before, (int)again["matches"]![0]!["score"]!);
        var audit = Assert.Single(await Site.All<AuditEntry>(), a => a.Action == "weights.published");
        Assert.Equal(admin.Id, audit.ActorId);
        Assert.Contains("cheaper", audit.Details);
    }

    [Fact]
    public async Task The_weights_that_came_with_the_program_are_read_as_the_engine_has_them() =>
        Assert.Equal([Weights.V1, Weights.V2],
            (await Site.All<WeightsVersion>()).OrderBy(w => w.Version).Select(w => w.Read()));

    [Fact]
    public async Task Weights_announced_for_a_later_day_count_from_that_day()
    {
        var (client, job, _) = await Shop();
        var browser = await Site.As(await Site.Admin());
        var day = Site.Clock.Today().AddDays(3);
        await browser.Submit($"/admin/matching?{Other}", "publish", ("Why", "Announced in the newsletter."),
            ("From", $"{day:yyyy-MM-dd}"));
        Assert.Equal("v2", await Version(client, job));

        Site.Clock.Advance(TimeSpan.FromDays(3));
        await Site.Drain();

        Assert.Equal("site-1", await Version(client, job));
    }

    [Theory]
    [InlineData("skills=50&expected=6&availability=13&rate=19&reputation=11&text=8&place=3", "they must sum to 100")]
    [InlineData("skills=-4&expected=50&availability=13&rate=19&reputation=11&text=8&place=3", "points from 0 to 100")]
    [InlineData("skills=abc&expected=6&availability=13&rate=19&reputation=11&text=8&place=3", "points from 0 to 100")]
    [InlineData("skills=40.001", "points from 0 to 100")]
    public async Task Weights_that_cannot_be_are_refused_in_words(string query, string words)
    {
        var page = await (await Site.As(await Site.Admin()))
            .Open($"/admin/matching?{query}", HttpStatusCode.UnprocessableEntity);

        Assert.Contains(words, page.Text());
        Assert.Equal(2, (await Site.All<WeightsVersion>()).Count);
    }

    [Fact]
    public async Task Without_a_reason_or_for_a_past_day_or_unchanged_nothing_is_published()
    {
        var browser = await Site.As(await Site.Admin());
        var (_, page) = await browser.Submit($"/admin/matching?{Other}", "publish", ("Why", ""));
        Assert.Contains("Fill this in", page.Text());
        (_, page) = await browser.Submit($"/admin/matching?{Other}", "publish", ("Why", "Because it is better."),
            ("From", $"{Site.Clock.Today().AddDays(-1):yyyy-MM-dd}"));
        Assert.Contains("Choose today or a later day", page.Text());
        const string same = "skills=46&expected=6&availability=13&rate=13&reputation=11&text=8&place=3";
        (_, page) = await browser.Submit($"/admin/matching?{same}", "publish", ("Why", "Because it is better."));
        Assert.Contains("These are the weights in force", page.Text());
        Assert.Equal(2, (await Site.All<WeightsVersion>()).Count);
        await (await Site.As(await Site.Client())).Open("/admin/matching", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_lesson_is_accepted_through_the_comparison_or_dismissed_and_never_counts_by_itself()
    {
        var lesson = new WeightsLesson(LessonVerdict.Proposed, FactorShares.Write("v3",
            [4_200, 800, 1_300, 1_100, 1_700, 300, 0, 600]), 400, 80, 0.9, 40, 0.61, 0.66, 0.4, 0.42, 0.41, 3.1);
        async Task Learned() => await Site.With<Db>(async db =>
        {
            db.Add(WeightsProposal.Of(lesson, "v2", db.Clock.Now()));
            await db.SaveChangesAsync();
        });
        await Learned();
        var browser = await Site.As(await Site.Admin());
        var page = await browser.Open("/admin/matching");
        Assert.Contains("would have put what people chose higher", page.Text());
        Assert.Equal(2, (await Site.All<WeightsVersion>()).Count);

        await browser.Submit("/admin/matching", "dismiss");
        Assert.Equal(ProposalFate.Dismissed, Assert.Single(await Site.All<WeightsProposal>()).State);

        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Learned();
        page = await browser.Open("/admin/matching");
        var address = page.QuerySelector("a[href*='proposal=']")!.GetAttribute("href")!.Split('#')[0];
        (_, page) = await browser.Submit(address, "publish", ("Why", "What people chose says so."));
        Assert.Contains("Version site-1 is published", page.Text());
        Assert.Contains(await Site.All<WeightsProposal>(), p => p.State == ProposalFate.Accepted);
        var version = (await Site.All<WeightsVersion>()).Single(w => w.Version == "site-1");
        Assert.Equal((4_200, 1_700), (version.Skills, version.Rate));
    }

    async Task<(Account Client, Guid Job, Account Good)> Shop()
    {
        var client = await Site.Client();
        var good = await Site.ShownFreelancer("Ada Byron", ("python", 9), ("postgresql", 7));
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        return (client, job, good);
    }

    async Task<int> Score(Account client, Guid job) =>
        (int)(await (await Site.As(client)).Get($"/api/v1/jobs/{job}/matches"))["matches"]![0]!["score"]!;

    async Task<string?> Version(Account client, Guid job) => (string?)(await (await Site.As(client))
        .Get($"/api/v1/jobs/{job}/matches"))["matches"]![0]!["weights_version"];
}
