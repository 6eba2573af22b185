using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Engine.Matching;
using Guildhall.Matching;
using Guildhall.Matching.Public;
using Guildhall.Shared;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Matching;

public class MatchTests : OwnSiteTest
{
    readonly List<NewMatch> news = [];

    public MatchTests() => Site = new Listening(news);

    sealed class Listening(List<NewMatch> news) : Site
    {
        protected override void AddServices(IServiceCollection services) =>
            services.AddSingleton(news).AddHandler<NewMatch, Ear>();
    }

    sealed class Ear(List<NewMatch> news) : IHandle<NewMatch>
    {
        public Task Handle(NewMatch message, CancellationToken ct)
        {
            news.Add(message);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_published_job_has_matches_whose_reasons_sum_to_the_number()
    {
        var client = await Site.Client();
        var good = await Affordable("Ada Byron");
        var other = await Site.ShownFreelancer("Berta Luz", ("illustration", 9));
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();

        var answer = await (await Site.As(client)).Get($"/api/v1/jobs/{job}/matches");

        var matches = answer["matches"]!.AsArray();
        Assert.Equal(good.Id, (Guid)matches[0]!["developer"]!["id"]!);
        Assert.All(matches, m => Assert.Equal(
            (int)m!["score"]!, m["factors"]!.AsArray().Sum(f => (int)f!["points"]!)));
        var raise = matches[0]!["improvements"]![0]!;
        Assert.EndsWith($"{raise["compatibility_score"]}.", (string?)raise["text"]);
        Assert.Contains((string)raise["key"]!, new[] { "level_up", "verify_skill", "lower_rate", "more_hours" });
        Assert.True((int)raise["compatibility_score"]! > (int)matches[0]!["compatibility_score"]!);
        Assert.All(matches, m => Assert.Equal(3, m!["reasons"]!.AsArray().Count));
        var (best, poor) = (matches[0]!["compatibility_score"]!, matches[^1]!["compatibility_score"]!);
        Assert.True((int)best >= (int)poor + 20, $"{best} for who fits, {poor} for who does not");
        Assert.Equal("v2", (string?)matches[0]!["weights_version"]);
        Assert.Equal("proposals", (string?)answer["auction_status"]!["kind"]);
        Assert.Equal(good.Id, Assert.Single(news, n => n.FreelancerId == good.Id).FreelancerId);
        Assert.DoesNotContain(news, n => n.FreelancerId == other.Id);
        Assert.Equal(news[0].Max, news[0].Net); // skill-gig takes nothing from the freelancer

        var alias = await (await Site.As(client)).Get($"/api/matches/{job}");
        Assert.Equal(matches.Count, alias["matches"]!.AsArray().Count);
        await (await Site.As(client)).Post($"/api/v1/match/projects/{job}");
        await Site.Drain();
        Assert.Single(news, n => n.FreelancerId == good.Id);
    }

    [Fact]
    public async Task A_list_made_by_several_at_the_same_moment_is_one_list_and_nobody_is_told_twice()
    {
        var client = await Site.Client();
        var good = await Affordable("Ada Byron");
        await Site.ShownFreelancer("Berta Luz", ("illustration", 9));
        await Site.Drain();
        var job = await Site.OpenJob(client);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Site.With<StoreMatches>(s => s.Run(job, default))));
        await Site.Drain();

        Assert.Equal(2, (await Site.All<StoredMatch>()).Count(m => m.JobId == job));
        Assert.Single(news, n => n.FreelancerId == good.Id);
    }

    [Fact]
    public async Task The_page_shows_the_number_three_sentences_and_the_arithmetic()
    {
        var client = await Site.Client();
        await Affordable("Ada Byron");
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();

        var page = await (await Site.As(client)).Open($"/jobs/{job}/matches");

        var text = page.Text();
        Assert.Contains("Ada Byron", text);
        Assert.Contains("Has every required skill at the level asked for", text);
        Assert.Contains("Show the arithmetic", text);
        Assert.Contains("Weights v2", text);
        await (await Site.As(await Site.Client("Eva Other"))).Open($"/jobs/{job}/matches", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_exported_match_recomputes_and_an_edited_one_does_not()
    {
        var client = await Site.Client();
        var good = await Affordable("Ada Byron");
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        var api = await Site.As(client);
        var match = (await api.Get($"/api/v1/jobs/{job}/matches"))["matches"]![0]!;

        var file = await (await api.GetAsync((string)match["export_url"]!)).Content.ReadAsStringAsync();

        Assert.True(Verifier.Recompute(file) is { Agrees: true } again && again.Score == (int)match["score"]!);
        Assert.Equal(0, await Verify(file));
        Assert.Equal(((string?)match["graph_version"], (int?)match["formula"]),
            ((string?)JsonNode.Parse(file)!["inputs"]!["graph"]!["version"], Scorer.Formula));
        Assert.StartsWith("guildhall ", (string?)JsonNode.Parse(file)!["site"]!["program"]);
        var better = JsonNode.Parse(file)!;
        better["match"]!["score"] = (int)match["score"]! + 1;
        Assert.Equal(1, await Verify(better.ToJsonString()));
        var cheaper = JsonNode.Parse(file)!;
        cheaper["inputs"]!["freelancer"]!["rate"] = 1;
        Assert.Equal(1, await Verify(cheaper.ToJsonString()));
        var unsigned = JsonNode.Parse(file)!;
        unsigned["site"]!["signature"] = Convert.ToBase64String(new byte[64]);
        Assert.Equal(1, await Verify(unsigned.ToJsonString()));
        Assert.Equal(1, await Verify("not a match"));
        var stranger = await Site.As(await Site.Freelancer("Sam Stranger"));
        await stranger.Get((string)match["export_url"]!, HttpStatusCode.NotFound);
        await (await Site.As(good)).Get((string)match["export_url"]!);
    }

    [Fact]
    public async Task The_list_follows_an_edited_profile_and_forgets_a_hidden_one()
    {
        var client = await Site.Client();
        var late = await Site.ShownFreelancer("Lena Late", ("illustration", 9));
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        var before = await Score(client, job, late.Id);

        var me = await Site.As(late);
        await me.Put("/api/v1/users/me/profile", Offer);
        await me.Put("/api/v1/users/me/profile/skills",
            new[] { new { Skill = "python", Level = 9 }, new { Skill = "postgresql", Level = 8 } });
        await Site.Drain();

        Assert.True(await Score(client, job, late.Id) > before + 20);
        Assert.Contains(news, n => n.FreelancerId == late.Id);

        await me.Put("/api/v1/users/me/profile", new { Headline = "Painter of maps and plans", Visibility = "hidden" });
        await Site.Drain();
        Assert.Null(await Score(client, job, late.Id));
    }

    [Fact]
    public async Task A_freelancer_sees_what_suits_them_and_how_well()
    {
        var client = await Site.Client();
        var good = await Affordable("Ada Byron");
        var job = await Site.OpenJob(client);
        await Site.Drain();
        var api = await Site.As(good);

        var found = (await api.Get($"/api/v1/match/recommendations?user_id={good.Id}")).AsArray();

        Assert.Equal(job, (Guid)found[0]!["job_id"]!);
        Assert.Equal((int)found[0]!["score"]!, found[0]!["factors"]!.AsArray().Sum(f => (int)f!["points"]!));
        Assert.Contains("Your arithmetic", (await api.Open($"/jobs/{job}/fit")).Text());
        await api.Get($"/api/v1/match/recommendations?user_id={client.Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_profile_shows_a_client_how_its_person_fits_their_own_jobs()
    {
        var client = await Site.Client();
        var good = await Affordable("Ada Byron");
        var (job, other) = (await Site.OpenJob(client), await Site.OpenJob(client));
        await Site.Drain();
        var score = await Score(client, job, good.Id);
        var api = await Site.As(client);

        Assert.Contains($"/freelancers/{good.Id}/fit?job={job}",
            (await api.Open($"/freelancers/{good.Id}?job={job}")).DocumentElement.OuterHtml);
        var page = await api.Open($"/freelancers/{good.Id}/fit?job={job}");
        Assert.Contains("The arithmetic", page.Text());
        Assert.Contains(FormattableString.Invariant($" of 100 {score / 100m:0.00}"), page.Text());
        Assert.Contains($"/jobs/{job}/matches", page.DocumentElement.OuterHtml);
        Assert.Contains($"/freelancers/{good.Id}/fit?job={other}", page.DocumentElement.OuterHtml);

        var stranger = await (await Site.As(await Site.Client())).Open($"/freelancers/{good.Id}/fit?job={job}");
        Assert.Contains("Post a job, and this says how well Ada Byron fits it", stranger.Text());
        Assert.DoesNotContain(job.ToString(), stranger.DocumentElement.OuterHtml.Replace($"?job={job}", ""));
    }

    [Theory]
    [InlineData(1, "Reputation 80 of 100 from one review: enough for work of this difficulty.")]
    [InlineData(3, "Reputation 80 of 100 from 3 reviews: enough for work of this difficulty.")]
    public async Task One_review_is_said_in_words_of_its_own(int reviews, string said) => Assert.Equal(said,
        await Site.With<MatchWords, string>(words => Task.FromResult(words.Of(new Reason(
            ReasonKeys.ReputationEnough, [ReasonArg.Number(80), ReasonArg.Number(reviews)])))));

    [Fact]
    public async Task A_draft_shows_its_owner_how_many_would_match()
    {
        var client = await Site.Client();
        await Affordable("Ada Byron");
        await Site.Drain();
        var draft = await Site.DraftJob(client);

        var page = await (await Site.As(client)).Open($"/match/preview?job={draft}");

        Assert.Contains("freelancer fits well: 75 of 100 or more", page.Text());
        Assert.Contains("Their rate is", page.Text());
        var preview = await (await Site.As(client)).Get($"/api/v1/jobs/{draft}/matches/preview");
        var best = preview["matches"]![0]!;
        Assert.Equal("Ada Byron", (string)best["developer"]!["name"]!);
        Assert.Equal((int)best["score"]!, best["factors"]!.AsArray().Sum(f => (int)f!["points"]!));
        Assert.Empty(await Site.All<StoredMatch>());
        await (await Site.As(await Site.Client("Eva Other")))
            .Open($"/match/preview?job={draft}", HttpStatusCode.NotFound);
        await (await Site.As(client)).Open("/match/preview?job=nonsense", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_weights_are_public_and_payment_is_not_one_of_them()
    {
        var page = await Site.Anonymous().Open("/how-matching-works");

        Assert.Contains("There is no price for a better place", page.Text());
        Assert.Contains("100.00", page.Text());
    }

    public static readonly object Offer = new
    {
        Headline = "Orders, databases and their moves", Rate = new { Minor = 2_500, Currency = "USD" }, WeeklyHours =
            32,
    };

    async Task<Guildhall.Accounts.Account> Affordable(string name)
    {
        var account = await Site.ShownFreelancer(name, ("python", 9), ("postgresql", 7));
        await (await Site.As(account)).Put("/api/v1/users/me/profile", Offer);
        return account;
    }

    async Task<int?> Score(Guildhall.Accounts.Account client, Guid job, Guid freelancer)
    {
        var answer = await (await Site.As(client)).Get($"/api/v1/jobs/{job}/matches?limit=50");
        return (int?)answer["matches"]!.AsArray()
            .SingleOrDefault(m => (Guid)m!["developer"]!["id"]! == freelancer)?["score"];
    }

    async Task<int> Verify(string content)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content);
        var verb = Site.Services.GetServices<Verb>().Single(v => v.Name == "verify-match");
        var code = await verb.Run(Site.Services, [file]);
        File.Delete(file);
        return code;
    }
}
