using System.Net;
using Guildhall.Accounts;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Tests.Support;
using Xunit;
using static Guildhall.Tests.Support.HiringSituations;

namespace Guildhall.Tests.Hiring;

public class ProposalApiTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_proposal_reaches_the_client_with_every_sum()
    {
        var offered = await Site.Proposed();
        var list = await (await Site.As(offered.Client)).Get($"/api/v1/jobs/{offered.Job}/proposals");

        var one = Assert.Single(list["items"]!.AsArray())!;
        Assert.Equal(offered.Id, (Guid)one["id"]!);
        Assert.Equal("submitted", (string?)one["state"]);
        Assert.Equal(1_200_00, (long)one["price"]!["minor"]!);
        var sums = one["sums"]!;
        Assert.Equal((long)sums["clientPays"]!["minor"]!,
            (long)sums["freelancerReceives"]!["minor"]! + (long)sums["platformKeeps"]!["minor"]!);
        var job = await Site.With<JobBoard, JobView>(b => b.One(offered.Job, null, default));
        Assert.Equal(1, job.Proposals);
    }

    [Fact]
    public async Task The_clients_first_look_is_told_once()
    {
        var offered = await Site.Proposed();
        var freelancer = await Site.As(offered.Freelancer);

        Assert.Equal("submitted", (string?)(await freelancer.Get(offered.Url))["state"]);
        await (await Site.As(offered.Client)).Get(offered.Url);
        await (await Site.As(offered.Client)).Get(offered.Url);

        Assert.Equal("viewed", (string?)(await freelancer.Get(offered.Url))["state"]);
    }

    [Fact]
    public async Task Nobody_else_learns_that_a_proposal_exists()
    {
        var offered = await Site.Proposed();
        var stranger = await Site.As(await Site.Account("Sam Stranger", client: true, freelancer: true));

        await stranger.Get(offered.Url, HttpStatusCode.NotFound);
        await stranger.Get($"/api/v1/jobs/{offered.Job}/proposals", HttpStatusCode.NotFound);
        await stranger.Post($"{offered.Url}/withdraw", null, HttpStatusCode.NotFound);
        await stranger.Post($"{offered.Url}/shortlist", new { on = true }, HttpStatusCode.NotFound);
        await stranger.Post($"{offered.Url}/decline", new { reason = "price" }, HttpStatusCode.NotFound);
        await stranger.Put(offered.Url, Proposal(), HttpStatusCode.NotFound);
        await stranger.Post($"/api/v1/jobs/{offered.Job}/hire", new { proposalId = offered.Id },
            HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_nobodys_but_its_authors_until_it_is_sent()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var job = await Site.PostedJob(client);
        var api = await Site.As(freelancer);

        var draft = await api.Post($"/api/v1/jobs/{job}/proposals", new { coverLetter = "Half a", draft = true });
        var url = $"/api/v1/proposals/{draft["id"]}";
        await (await Site.As(client)).Get(url, HttpStatusCode.NotFound);
        Assert.Empty((await (await Site.As(client)).Get($"/api/v1/jobs/{job}/proposals"))["items"]!.AsArray());
        var refused = await api.Put(url, new { coverLetter = "Half a" }, HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(refused["errors"]!["price"]);

        var sent = await api.Put(url, Proposal());
        Assert.Equal("submitted", (string?)sent["state"]);
        await (await Site.As(client)).Get(url);
    }

    [Fact]
    public async Task One_live_proposal_per_freelancer_and_job()
    {
        var offered = await Site.Proposed();
        var api = await Site.As(offered.Freelancer);

        var again = await api.Post($"/api/v1/jobs/{offered.Job}/proposals", Proposal(), HttpStatusCode.Conflict);
        Assert.Equal("already_proposed", again.Said("code"));
        await api.Post($"{offered.Url}/withdraw");
        await api.Post($"/api/v1/jobs/{offered.Job}/proposals", Proposal());

        var job = await Site.With<JobBoard, JobView>(b => b.One(offered.Job, null, default));
        Assert.Equal(1, job.Proposals);
    }

    [Fact]
    public async Task Two_tabs_sending_at_once_make_one_proposal()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var job = await Site.PostedJob(client);
        var tabs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Site.As(freelancer)));

        var answers = await Task.WhenAll(tabs.Select(t => t.PostAsync($"/api/v1/jobs/{job}/proposals",
            System.Net.Http.Json.JsonContent.Create(Proposal()))));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, (await Site.With<JobBoard, JobView>(b => b.One(job, null, default))).Proposals);
    }

    [Fact]
    public async Task What_may_not_be_sent_is_refused_in_words()
    {
        var both = await Site.Account("Bo Both", client: true, freelancer: true);
        var own = await (await Site.As(both)).Post($"/api/v1/jobs/{await Site.PostedJob(both)}/proposals", Proposal(),
            HttpStatusCode.Conflict);
        Assert.Equal("own_job", own.Said("code"));

        var suspended = await Site.Freelancer();
        var api = await Site.As(suspended); // the token was issued before
        var job = await Site.PostedJob(await Site.Client());
        var admin = await Site.Admin();
        await Site.With<Guildhall.Shared.Data.Db>(db =>
        {
            db.Attach(suspended);
            suspended.Suspend(new("spam", "The same letter to forty jobs.", admin.Id, Site.Clock.Now(),
                Site.Clock.Now().AddDays(14)));
            return db.SaveChangesAsync();
        });
        var answer = await api.PostAsync($"/api/v1/jobs/{job}/proposals",
            System.Net.Http.Json.JsonContent.Create(Proposal()));
        Assert.Contains(answer.StatusCode,
            new[] { HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized });
    }

    [Theory]
    [InlineData("""{"coverLetter":"","priceMinor":100}""", "coverLetter")]
    [InlineData("""{"coverLetter":"Hi","priceMinor":0}""", "price")]
    [InlineData("""{"coverLetter":"Hi"}""", "price")]
    [InlineData("""{"coverLetter":"Hi","priceMinor":-5}""", "price")]
    [InlineData("""{"coverLetter":"Hi","priceMinor":9000000000000000000}""", "price")]
    [InlineData("""{"coverLetter":"Hi","priceMinor":500,"estimatedHours":0}""", "estimatedHours")]
    [InlineData("""{"coverLetter":"Hi","priceMinor":500,"currency":"EUR"}""", "currency")]
    [InlineData("""{"coverLetter":"Hi","priceMinor":500,"milestones":[{"title":"All","amountMinor":400}]}""",
        "milestones")]
    [InlineData("""{"coverLetter":"Hi","priceMinor":500,"milestones":[{"title":" ","amountMinor":500}]}""",
        "milestones[0].title")]
    [InlineData(
        """{"coverLetter":"H","priceMinor":5,"milestones":[{"title":"A","amountMinor":5,"due":"2001-01-01"}]}""",
        "milestones[0].due")]
    public async Task Each_wrong_field_is_named(string body, string field)
    {
        var job = await Site.PostedJob(await Site.Client());
        var api = await Site.As(await Site.Freelancer());

        var answer = await api.Post($"/api/v1/jobs/{job}/proposals", System.Text.Json.Nodes.JsonNode.Parse(body),
            HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(answer["errors"]![field]);
        Assert.Empty((await api.Get("/api/v1/users/me/proposals"))["items"]!.AsArray());
    }

    [Fact]
    public async Task An_hourly_offer_is_rate_times_hours()
    {
        var job = await Site.PostedJob(await Site.Client(), b => b with { Pay = PayType.Hourly, MaxMinor = 80_00 });
        var api = await Site.As(await Site.Freelancer());

        var missing = await api.Post($"/api/v1/jobs/{job}/proposals", new { coverLetter = "Hi", rateMinor = 60_00 },
            HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(missing["errors"]!["estimatedHours"]);
        var sent = await api.Post($"/api/v1/jobs/{job}/proposals",
            new { coverLetter = "Hi", rateMinor = 60_00, estimatedHours = 25 });

        Assert.Equal(1_500_00, (long)sent["price"]!["minor"]!);
        Assert.Equal(60_00, (long)sent["rate"]!["minor"]!);
    }

    [Fact]
    public async Task Shortlist_and_decline_reach_the_freelancer()
    {
        var offered = await Site.Proposed();
        var (client, freelancer) = (await Site.As(offered.Client), await Site.As(offered.Freelancer));

        await client.Post($"{offered.Url}/shortlist", new { on = true });
        Assert.Equal("shortlisted", (string?)(await freelancer.Get(offered.Url))["state"]);
        await client.Post($"{offered.Url}/shortlist", new { on = false });
        Assert.Equal("viewed", (string?)(await freelancer.Get(offered.Url))["state"]);
        await client.Post($"{offered.Url}/decline", new { reason = "other" }, HttpStatusCode.UnprocessableEntity);
        await client.Post($"{offered.Url}/decline", new { reason = "price", note = "We have 800 for this." });

        var seen = await freelancer.Get(offered.Url);
        Assert.Equal(("declined", "price", "We have 800 for this."),
            ((string?)seen["state"], (string?)seen["declineReason"], (string?)seen["declineNote"]));
        var late = await client.Post($"/api/v1/jobs/{offered.Job}/hire", new { proposalId = offered.Id },
            HttpStatusCode.Conflict);
        Assert.Equal("wrong_state", late.Said("code"));
        await freelancer.Post($"/api/v1/jobs/{offered.Job}/proposals", Proposal(), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_list_is_sorted_and_paged()
    {
        var client = await Site.Client();
        var job = await Site.PostedJob(client);
        var cheap = await Site.Proposed(job, client, null, 900_00);
        var good = await Site.Proposed(job, client, null, 1_500_00);
        await Site.Proposed(job, client, null, 1_100_00);
        await Site.With<Guildhall.Hiring.Public.ProposalScores>(s => s.Note(job, good.Freelancer.Id, 91, default));
        var api = await Site.As(client);

        var byMatch = await api.Get($"/api/v1/jobs/{job}/proposals?sort=match");
        var byPrice = await api.Get($"/api/v1/jobs/{job}/proposals?sort=price&size=2");
        var rest = await api.Get($"/api/v1/jobs/{job}/proposals?sort=price&size=2&cursor={byPrice["next"]}");

        Assert.Equal((good.Id, 91), ((Guid)byMatch["items"]![0]!["id"]!, (int)byMatch["items"]![0]!["matchScore"]!));
        Assert.Equal(cheap.Id, (Guid)byPrice["items"]![0]!["id"]!);
        Assert.Equal(good.Id, (Guid)Assert.Single(rest["items"]!.AsArray())!["id"]!);
        await api.Get($"/api/v1/jobs/{job}/proposals?sort=beauty", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_seeds_path_does_the_same()
    {
        var client = await Site.Client();
        var job = await Site.PostedJob(client);
        var freelancer = await Site.As(await Site.Freelancer());

        var sent = await freelancer.Post($"/projects/{job}/proposals", Proposal());
        var hired = await (await Site.As(client)).Post($"/projects/{job}/hire", new { proposalId = (Guid)sent["id"]! });

        Assert.NotNull((string?)hired["contractId"]);
    }
}
