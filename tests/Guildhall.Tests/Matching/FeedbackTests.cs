using System.Net;
using Guildhall.Accounts;
using Guildhall.Matching;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

public class FeedbackTests : OwnSiteTest
{
    [Fact]
    public async Task A_client_says_of_a_match_what_it_is_worth_and_may_take_it_back()
    {
        var (client, job, first, second) = await TwoMatches();
        var api = await Site.As(client);
        var said = new { job_id = job, freelancer_id = first.Id, verdict = "notForMe", reason = "Too far away." };

        await api.Post("/api/v1/match/feedback", said);
        var again = await api.Post("/api/v1/match/feedback", said);

        Assert.Equal("notForMe", (string?)again["verdict"]);
        var row = Assert.Single(await Site.All<MatchFeedback>());
        Assert.Equal((FeedbackSide.Client, "Too far away.", 0L), (row.Side, row.Reason, row.Version));
        Assert.Equal([second.Id, first.Id], await Order(api, job));

        await api.Post("/api/v1/match/feedback", new { job_id = job, freelancer_id = first.Id, verdict = "none" });
        Assert.Empty(await Site.All<MatchFeedback>());
        Assert.Equal([first.Id, second.Id], await Order(api, job));
    }

    [Fact]
    public async Task The_buttons_work_without_a_script()
    {
        var (client, job, first, _) = await TwoMatches();
        var browser = await Site.As(client);
        var name = $"say-{first.Id:N}";

        var (_, page) = await browser.Submit($"/jobs/{job}/matches", name, ("verdict", "Good"));
        Assert.Contains("You said: good match", page.Text());
        (_, page) = await browser.Submit($"/jobs/{job}/matches", name, ("verdict", "None"));
        Assert.DoesNotContain("You said", page.Text());

        var freelancer = await Site.As(first);
        (_, page) = await freelancer.Submit($"/jobs/{job}/fit", "say", ("verdict", "NotForMe"));
        Assert.Contains("You said: not for me", page.Text());
        (_, page) = await freelancer.Submit($"/jobs/{job}/fit", "say", ("verdict", "NotForMe"),
            ("reason", new string('x', 501)));
        Assert.Contains("Write at most 500 characters", page.Text());
    }

    [Fact]
    public async Task What_a_freelancer_set_aside_is_not_recommended_again()
    {
        var (client, job, first, _) = await TwoMatches();
        var api = await Site.As(first);
        Assert.NotEmpty((await api.Get("/api/v1/match/recommendations")).AsArray());

        await (await Site.As(first)).Submit("/match/recommended", $"say-{job:N}", ("verdict", "NotForMe"));

        Assert.Empty((await api.Get("/api/v1/match/recommendations")).AsArray());
        await (await Site.As(client)).Get($"/api/v1/jobs/{job}/matches");
    }

    [Fact]
    public async Task Nobody_speaks_for_others()
    {
        var (client, job, first, second) = await TwoMatches();
        object Said(Guid? about) => new { job_id = job, freelancer_id = about, verdict = "good" };
        const string url = "/api/v1/match/feedback";

        await (await Site.As(first)).Post(url, Said(second.Id), HttpStatusCode.NotFound);
        await (await Site.As(client)).Post(url, Said(null), HttpStatusCode.Conflict);
        await (await Site.As(client)).Post(url, Said(Guid.CreateVersion7()), HttpStatusCode.NotFound);
        await (await Site.As(await Site.Client("Eva Other"))).Post(url, Said(first.Id), HttpStatusCode.NotFound);
        var draft = await Site.DraftJob(client);
        await (await Site.As(first)).Post(url, new { job_id = draft, verdict = "good" }, HttpStatusCode.NotFound);
        Assert.Empty(await Site.All<MatchFeedback>());
    }

    async Task<(Account Client, Guid Job, Account First, Account Second)> TwoMatches()
    {
        var client = await Site.Client();
        var first = await Site.ShownFreelancer("Ada Byron", ("python", 9), ("postgresql", 9));
        var second = await Site.ShownFreelancer("Berta Luz", ("python", 5));
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        return (client, job, first, second);
    }

    static async Task<Guid[]> Order(HttpClient api, Guid job) =>
        [.. (await api.Get($"/api/v1/jobs/{job}/matches"))["matches"]!.AsArray()
            .Select(m => (Guid)m!["developer"]!["id"]!)];
}
