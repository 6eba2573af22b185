using System.Net;
using Guildhall.Accounts;
using Guildhall.Engine.Matching.Learning;
using Guildhall.Matching;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Matching;

public class ShownListTests : OwnSiteTest
{
    [Fact]
    public async Task A_list_is_kept_as_it_was_shown_and_what_was_opened_of_it_is_joined()
    {
        var (client, job, people) = await Shop(3);
        var browser = await Site.As(client);
        var matches = (await browser.Get($"/api/v1/jobs/{job}/matches"))["matches"]!.AsArray();
        await browser.Open($"/freelancers/{people[1].Id}");
        await browser.Open($"/freelancers/{people[1].Id}");
        await Written();

        var list = Assert.Single(await Site.All<ShownList>());
        Assert.Equal((client.Id, job, ListPlace.Candidates, 1), (list.ViewerId, list.SubjectId, list.Place, list.From));
        Assert.StartsWith("v2/score+new8", list.Policy);
        var items = ShownItem.Unpack(list.Items);
        Assert.Equal(matches.Select(m => (Guid)m!["developer"]!["id"]!), items.Select(i => i.Id));
        var factor = matches[0]!["factors"]!.AsArray().First(f => (string?)f!["kind"] == "rate")!;
        Assert.Equal((int)factor["points"]! * 1_000 / (int)factor["max_points"]!, items[0].Shares[4]);
        Assert.True(items[0].Length > 20);
        var opening = Assert.Single(await Site.All<ListOpening>());
        Assert.Equal((list.Id, people[1].Id), (opening.ListId, opening.ItemId));
    }

    [Fact]
    public async Task Nothing_is_kept_of_profiles_that_stood_in_no_list_nor_of_what_a_browser_fetched_ahead()
    {
        var (client, job, people) = await Shop(2);
        var browser = await Site.As(client);
        await browser.Open($"/freelancers/{people[0].Id}");
        await browser.Open($"/jobs/{job}/matches");
        browser.DefaultRequestHeaders.Add("X-Sec-Purpose", "prefetch");
        await browser.Open($"/freelancers/{people[1].Id}");
        await Site.Anonymous().GetAsync($"/freelancers/{people[1].Id}");
        await Written();

        Assert.Single(await Site.All<ShownList>());
        Assert.Empty(await Site.All<ListOpening>());
    }

    [Fact]
    public async Task Recommendations_and_searches_by_match_are_kept_too_and_all_of_it_is_forgotten_in_time()
    {
        var (client, job, people) = await Shop(2);
        await (await Site.As(people[0])).Open("/match/recommended");
        await (await Site.As(people[0])).Open("/jobs?sort=match");
        await (await Site.As(client)).Open($"/talent?job={job}&sort=match");
        await (await Site.As(client)).Open("/talent");
        await Written();

        Assert.Equal([ListPlace.Recommendations, ListPlace.Jobs, ListPlace.Talent],
            (await Site.All<ShownList>()).OrderBy(l => l.At).Select(l => l.Place));
        Site.Clock.Advance(TimeSpan.FromDays(89));
        await Site.With<ForgetLists>(forget => forget.Run(default));
        Assert.Equal(3, (await Site.All<ShownList>()).Count);
        Site.Clock.Advance(TimeSpan.FromDays(2));
        await Site.With<ForgetLists>(forget => forget.Run(default));
        Assert.Empty(await Site.All<ShownList>());
    }

    [Fact]
    public async Task Searches_by_match_through_the_API_are_noted_with_their_positions_but_not_behind_a_cursor()
    {
        var (client, job, people) = await Shop(3);
        var (api, freelancer) = (await Site.As(client), await Site.As(people[0]));
        var first = await api.Get($"/api/v1/freelancers/search?job={job}&limit=2");
        await api.Get($"/api/v1/freelancers/search?job={job}&sort=MATCH&limit=2&page=2");
        await api.Get($"/api/v1/freelancers/search?job={job}&limit=2&cursor={first["next"]}");
        await api.Open($"/talent?job={job}&cursor={first["next"]}");
        await api.Get($"/api/v1/freelancers/search?job={job}&sort=rate");
        await freelancer.Get("/api/v1/jobs/search?sort=match");
        await freelancer.Get("/api/v1/jobs/search");
        await Written();

        var lists = (await Site.All<ShownList>()).OrderBy(l => l.At).ToArray();
        Assert.Equal([(ListPlace.Talent, 1), (ListPlace.Talent, 3), (ListPlace.Jobs, 1)],
            lists.Select(l => (l.Place, l.From)));
        Assert.Equal(first["items"]!.AsArray().Select(i => (Guid)i!["id"]!),
            ShownItem.Unpack(lists[0].Items).Select(i => i.Id));
        Assert.All(lists, l => Assert.Equal("search", l.Policy));
    }

    [Fact]
    public async Task A_log_that_cannot_write_delays_no_page_and_fails_none()
    {
        var (client, job, _) = await Shop(2);
        var log = Site.Services.GetRequiredService<ListLog>();
        log.Shown(new()
        {
            ViewerId = client.Id, Place = ListPlace.Candidates, SubjectId = job, Policy = "NUL\0", From = 1,
            Items = [1], At = Site.Clock.GetUtcNow().UtcDateTime,
        });
        await Written();

        var browser = await Site.As(client);
        await browser.Open($"/jobs/{job}/matches", HttpStatusCode.OK);
        await Written();
        Assert.Single(await Site.All<ShownList>());
    }

    [Fact]
    public async Task The_night_reads_what_came_of_the_lists_and_says_that_it_is_too_little()
    {
        var (client, job, people) = await Shop(4);
        var browser = await Site.As(client);
        await browser.Open($"/jobs/{job}/matches");
        await browser.Open($"/freelancers/{people[2].Id}");
        await browser.Post("/api/v1/match/feedback",
            new { job_id = job, freelancer_id = people[0].Id, verdict = "good" });
        var proposal = await Site.Proposed(job, client, people[1]);
        await browser.Post($"/api/v1/proposals/{proposal.Id}/shortlist", new { on = true });
        await Written();

        var (lists, _) = await Site.With<LearnWeights, (List<LearningList>, List<DrawnPair>)>(
            learn => learn.Read(default));
        var gains = Assert.Single(lists).Items.ToDictionary(i => i.Id, i => (i.Gain, i.ByPosition));
        Assert.Equal((2, true), gains[people[0].Id]);
        Assert.Equal((3, false), gains[people[1].Id]);
        Assert.Equal((1, true), gains[people[2].Id]);
        Assert.Equal((0, false), gains[people[3].Id]);

        await Site.With<LearnWeights>(learn => learn.Run(default));
        await Site.With<LearnWeights>(learn => learn.Run(default));
        Assert.Equal(LessonVerdict.TooLittle, Assert.Single(await Site.All<WeightsProposal>()).Verdict);
        var page = await (await Site.As(await Site.Admin())).Open("/admin/matching");
        Assert.Contains("Too little to learn from yet", page.Text());
    }

    async Task<(Account Client, Guid Job, Account[] People)> Shop(int count)
    {
        var client = await Site.Client();
        var people = new List<Account>();
        for (var i = 0; i < count; i++)
            people.Add(await Site.ShownFreelancer($"Person Number{i}", ("python", 9 - i), ("postgresql", 8 - i)));
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        return (client, job, [.. people]);
    }

    // The workers' second, now.
    Task Written() => Site.Services.GetRequiredService<ListLog>().Write(default);
}
