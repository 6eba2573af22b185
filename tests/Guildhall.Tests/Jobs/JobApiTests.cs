using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guildhall.Jobs;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Jobs;

public class JobApiTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_job_is_created_published_changed_paused_resumed_and_cancelled()
    {
        var client = await Site.Client();
        var api = await Site.As(client);
        var id = await Site.DraftJob(client);

        Assert.Equal("draft", (string?)(await api.Get($"/api/v1/jobs/{id}"))["state"]);
        var open = await api.Post($"/api/v1/jobs/{id}/publish");
        Assert.Equal(("open", true), ((string?)open["state"], (bool)open["active"]!));
        var changed = await api.Put($"/api/v1/jobs/{id}", JobsSituations.JobBody("Another title"));
        Assert.Equal("Another title", (string?)changed["title"]);
        Assert.Equal("go", (string?)changed["skills"]![0]!["alternatives"]![0]);
        Assert.Equal("paused", (string?)(await api.Post($"/api/v1/jobs/{id}/pause"))["state"]);
        Assert.Equal("open", (string?)(await api.Post($"/api/v1/jobs/{id}/resume"))["state"]);
        Assert.Equal("inSelection", (string?)(await api.Post($"/api/v1/jobs/{id}/close-intake"))["state"]);
        Assert.Equal("cancelled", (string?)(await api.Post($"/api/v1/jobs/{id}/cancel"))["state"]);
        var refused = await api.Post($"/api/v1/jobs/{id}/resume", null, HttpStatusCode.Conflict);
        Assert.Equal("The client cancelled this job.", (string?)refused["detail"]);
    }

    [Theory]
    [InlineData("title", "🔥🔥🔥🔥🔥🔥🔥🔥", "letters are needed")]
    [InlineData("description", "🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥", "letters are needed")]
    [InlineData("max", "1000000000001", "The largest amount is")]
    [InlineData("max", "0", "Write an amount above zero.")]
    [InlineData("milestones", "1000000000001", "The largest amount is")]
    [InlineData("skills", "python", "cannot stand in for itself")]
    [InlineData("skills", "Python", "cannot stand in for itself")]
    public async Task What_makes_no_sense_in_a_job_is_refused_in_words(string field, string value, string words)
    {
        var api = await Site.As(await Site.Client());
        string Or(string name, string otherwise) => field == name ? value : otherwise;

        var problem = await api.Post("/api/v1/jobs", new
        {
            title = Or("title", "Move our orders"), description = Or("description", JobsSituations.Description),
            publish = true, skills = new[] { new { skill = "python", alternatives = new[] { Or("skills", "go") } } },
            budget = new { maxMinor = long.Parse(Or("max", "120000")), currency = "USD" },
            milestones = new[]
            {
                new { title = "First", minor = long.Parse(Or("milestones", "100")), due = (string?)null },
            },
        }, HttpStatusCode.UnprocessableEntity);

        Assert.Contains(words, (string?)problem["errors"]![field]);
    }

    [Fact]
    public async Task A_draft_keeps_pictures_for_words_until_it_is_published_but_no_more_than_a_text_may_hold()
    {
        var api = await Site.As(await Site.Client());
        JsonObject Draft(int pictures)
        {
            var body = JsonSerializer.SerializeToNode(JobsSituations.JobBody(publish: false))!.AsObject();
            body["description"] = string.Concat(Enumerable.Repeat("🦊🚀", pictures));
            return body;
        }

        var draft = await api.Send(HttpMethod.Post, "/api/v1/jobs", Draft(20));

        Assert.StartsWith("🦊🚀🦊🚀", (string?)draft["description"]);
        var refused = await api.Post($"/api/v1/jobs/{draft["id"]}/publish", null, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Say it in words", (string?)refused["errors"]!["description"]);
        refused = await api.Send(HttpMethod.Post, "/api/v1/jobs", Draft(2_501), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Write at most", (string?)refused["errors"]!["description"]);
    }

    [Fact]
    public async Task The_seeds_way_to_create_a_gig_publishes_it()
    {
        var client = await Site.Client();

        var gig = await (await Site.As(client)).Post("/api/gigs/create", new
        {
            title = "Fix the login with Google", description = "People who sign in with Google land on an empty page.",
            required_skills = new[]
            {
                new { skill_id = "python", min_level = 6, is_required = true, alternatives = new[] { "go" } },
            },
            budget = new { min = 100, max = 250.50 }, deadline = Site.Clock.GetUtcNow().AddDays(20).UtcDateTime,
        }, HttpStatusCode.Created);

        Assert.Equal(("open", "feature"), ((string?)gig["state"], (string?)gig["kind"]));
        Assert.Equal((10_000, 25_050), ((int)gig["budget"]!["minMinor"]!, (int)gig["budget"]!["maxMinor"]!));
        Assert.Equal("python", (string?)gig["skills"]![0]!["skill"]);
        Assert.Equal(HttpStatusCode.OK, (await Site.Anonymous().GetAsync($"/api/v1/jobs/{gig["id"]}",
            TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_other_seeds_project_is_a_job_too() => Assert.Equal("open",
        (string?)(await (await Site.As(await Site.Client())).Post("/projects", new
        {
            title = "Website for a bakery", description = "Five pages, opening hours, a form for orders of cakes.",
            skills = new[] { new { skill = "html" } }, budget = new { maxMinor = 50_000 },
        }, HttpStatusCode.Created))["state"]);

    [Fact]
    public async Task What_makes_no_sense_is_refused_field_by_field_and_nothing_is_stored()
    {
        var client = await Site.Client();
        var api = await Site.As(client);

        var problem = await api.Post("/api/v1/jobs", new
        {
            title = "A job", description = "Too short", publish = true,
                skills = new[] { new { skill = "flying carpets" } },
        }, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("flying carpets", (string?)problem["errors"]!["skills"]);

        problem = await api.Post("/api/v1/jobs", new
        {
            title = new string('x', 121), description = JobsSituations.Description, complexity = 9, estimatedHours = -1,
            budget = new { minMinor = 500, maxMinor = 100 }, deadline = "2020-01-01", publish = true,
        }, HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "title", "complexity", "hours", "min", "deadline", "skills" })
            Assert.NotNull(problem["errors"]![field]);
        await api.Post("/api/v1/jobs", new { title = "A job", description = "x", flying = 1 },
            HttpStatusCode.BadRequest);
        Assert.Empty((await api.Get("/api/v1/jobs/mine"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_draft_is_nobody_elses_and_only_its_client_changes_a_job()
    {
        var client = await Site.Client();
        var (draft, open) = (await Site.DraftJob(client), await Site.OpenJob(client));
        var stranger = await Site.As(await Site.Client("Sam Stranger"));

        await stranger.Get($"/api/v1/jobs/{draft}", HttpStatusCode.NotFound);
        await stranger.Get($"/api/v1/jobs/{open}", HttpStatusCode.OK);
        await stranger.Put($"/api/v1/jobs/{open}", JobsSituations.JobBody("Mine now"), HttpStatusCode.NotFound);
        foreach (var verb in new[] { "publish", "pause", "resume", "close-intake", "cancel" })
            await stranger.Post($"/api/v1/jobs/{open}/{verb}", null, HttpStatusCode.NotFound);
        var freelancer = await Site.As(await Site.Freelancer());
        await freelancer.Post("/api/v1/jobs", JobsSituations.JobBody(), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task My_list_pages_and_filters()
    {
        var client = await Site.Client();
        var api = await Site.As(client);
        for (var i = 0; i < 3; i++) await Site.OpenJob(client, $"Job number {i}");
        await Site.DraftJob(client, "A draft of mine");

        var first = await api.Get("/api/v1/jobs/mine?state=open&size=2");
        var second = await api.Get($"/api/v1/jobs/mine?state=open&size=2&cursor={first["next"]}");

        Assert.Equal(["Job number 2", "Job number 1", "Job number 0"],
            first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(j => (string?)j!["title"]));
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task Skills_are_suggested_with_the_words_that_caused_them()
    {
        var api = await Site.As(await Site.Client());

        var answer = await api.Post("/api/v1/jobs/suggest-skills", new { text = JobsSituations.Description });

        var hints = answer["skills"]!.AsArray();
        Assert.Contains(hints, h => (string?)h!["slug"] == "python" && (string?)h["words"] == "Python");
        Assert.Contains(hints, h => (string?)h!["words"] == "OAuth");
        await api.Post("/api/v1/jobs/suggest-skills", new { text = new string('x', 20_001) },
            HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Suggesting_takes_under_ten_milliseconds()
    {
        var text = string.Join(' ', Enumerable.Repeat(JobsSituations.Description, 10));
        await Site.With<SuggestSkills>(suggest => { suggest.Run(text); return Task.CompletedTask; });

        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            await Site.With<SuggestSkills>(suggest => { suggest.Run(text); return Task.CompletedTask; });
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Assert.True(best < TimeSpan.FromMilliseconds(10), $"it took {best.TotalMilliseconds} ms");
    }

    [Fact]
    public async Task Files_are_added_and_removed()
    {
        var client = await Site.Client();
        var api = await Site.As(client);
        var id = await Site.OpenJob(client);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("a,b"u8.ToArray()), "files",
            "orders.csv" } };

        var answer = await api.PostAsync($"/api/v1/jobs/{id}/files", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var file = (await api.Get($"/api/v1/jobs/{id}"))["files"]!.AsArray().Single()!;
        Assert.Equal(("orders.csv", 3), ((string?)file["fileName"], (int)file["bytes"]!));
        Assert.Equal("a,b", await Site.Anonymous().GetStringAsync((string)file["url"]!,
            TestContext.Current.CancellationToken));
        await api.Send(HttpMethod.Delete, $"/api/v1/jobs/{id}/files/{file["id"]}");
        Assert.Empty((await api.Get($"/api/v1/jobs/{id}"))["files"]!.AsArray());
    }

    [Fact]
    public async Task What_a_client_writes_is_text_on_the_page_never_markup()
    {
        var id = await Site.OpenJob(await Site.Client("<b>Eve</b> Evil"), "<script>alert(1)</script> wanted");

        var html = await Site.Anonymous().GetStringAsync($"/jobs/{id}", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("<b>Eve", html);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; wanted", html);
    }
}
