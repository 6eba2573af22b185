using System.Net;
using AngleSharp.Dom;
using Guildhall.Accounts;
using Guildhall.Jobs.Public;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Jobs;

/// <summary>The post wizard as somebody without JavaScript uses it.</summary>
public class WizardTests(Site site) : SiteTest(site)
{
    async Task<(HttpClient Browser, Account Client, Guid Job)> Begin()
    {
        var client = await Site.Client();
        var browser = await Site.As(client, follow: false);
        var answer = await browser.GetAsync("/jobs/new", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var path = answer.Headers.Location!.ToString();
        return (browser, client, Guid.Parse(path.Split('/')[^3]));
    }

    static (string, string) Do(string verb) => ("do", verb);

    static void Went(HttpResponseMessage answer, string to)
    {
        var place = answer.StatusCode == HttpStatusCode.Found ? answer.Headers.Location
            : answer.RequestMessage!.RequestUri;
        Assert.EndsWith(to, place!.ToString());
        Assert.NotEqual(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    Task<JobView> Job(Guid id, Account client) =>
        Site.With<JobBoard, JobView>(board => board.One(id, client.Id, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Skills_often_asked_together_are_offered_and_one_press_adds_one_as_welcome()
    {
        var (browser, client, id) = await Begin();
        await browser.Submit($"/jobs/{id}/edit/1", "brief", ("title", "Run our Kubernetes platform"),
            ("description", "We run everything on Kubernetes and want it calm at night."), Do("next"));

        var page = await browser.Open($"/jobs/{id}/edit/2");
        Assert.Contains("Often asked together with Kubernetes:", page.Text());
        Assert.DoesNotContain("kubernete:", page.Text());
        var chip = page.QuerySelectorAll("button[value^='beside:']").First();
        var offered = int.Parse(chip.GetAttribute("value")![7..]);
        Assert.DoesNotContain((await Job(id, client)).Brief.Skills, s => s.SkillId == offered);
        (var answer, page) = await browser.Submit($"/jobs/{id}/edit/2", "brief", Do($"beside:{offered}"));

        Went(answer, $"/jobs/{id}/edit/2");
        var added = Assert.Single((await Job(id, client)).Brief.Skills, s => s.SkillId == offered);
        Assert.Equal((5, false), (added.MinLevel, added.Required));
        Assert.Null(page.QuerySelector($"button[value='beside:{offered}']"));
        browser.DefaultRequestHeaders.Add("Accept-Language", "es");
        Assert.Contains("Suele pedirse junto con Kubernetes", (await browser.Open($"/jobs/{id}/edit/2")).Text());
    }

    [Fact]
    public async Task From_three_sentences_to_an_open_job_in_five_steps()
    {
        var (browser, client, id) = await Begin();

        var (answer, _) = await browser.Submit($"/jobs/{id}/edit/1", "brief", ("title", "Sign-in for our web shop"),
            ("description", JobsSituations.Description), ("kind", "Feature"), Do("next"));
        Went(answer, $"/jobs/{id}/edit/2");

        var skills = await browser.Open($"/jobs/{id}/edit/2");
        Assert.Contains("mentions “PostgreSQL”", skills.Text());
        Assert.Contains("mentions “OAuth”", skills.Text());
        var chosen = skills.QuerySelectorAll("input[name=skill]").Length;
        Assert.True(chosen >= 3, $"{chosen} skills were read in the text");

        (answer, _) = await browser.Submit($"/jobs/{id}/edit/2", "brief", ("add", "Docker 7"), Do("next"));
        Went(answer, $"/jobs/{id}/edit/3");
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/3", "brief", ("pay", "Fixed"), ("min", "800"), ("max",
            "1,200.50"),
            ("hours", "40"), Do("next"));
        Went(answer, $"/jobs/{id}/edit/4");
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/4", "brief", ("quality", "All tests pass."), Do("next"));
        Went(answer, $"/jobs/{id}/edit/5");

        var review = await browser.Open($"/jobs/{id}/edit/5");
        Assert.Contains("$1,200.50", review.Text());
        Assert.Contains("The platform keeps", review.Text());
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/5", "brief", Do("publish"));
        Went(answer, $"/jobs/{id}");

        var job = await Job(id, client);
        Assert.Equal(JobState.Open, job.State);
        Assert.Equal((80_000, 120_050, 40), (job.Brief.MinMinor, job.Brief.MaxMinor, job.Brief.Hours));
        Assert.Contains(job.Brief.Skills, s => s.MinLevel == 7);
        Assert.Contains("Sign-in for our web shop", (await Site.Anonymous().Open($"/jobs/{id}")).Text());
    }

    [Fact]
    public async Task The_text_of_the_second_step_adds_a_skill_and_stays_there()
    {
        var (browser, client, id) = await Begin();

        var (answer, _) = await browser.Submit($"/jobs/{id}/edit/2", "brief", ("add", "Docker 7"), Do("stay"));

        Went(answer, $"/jobs/{id}/edit/2");
        var need = Assert.Single((await Job(id, client)).Brief.Skills);
        Assert.Equal((7, true), (need.MinLevel, need.Required));
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/2", "brief", ($"level-{need.SkillId}", "3"),
            ($"need-{need.SkillId}", "optional"), ($"alt-{need.SkillId}", "Kubernetes, podman or so"), Do("stay"));
        need = Assert.Single((await Job(id, client)).Brief.Skills);
        Assert.Equal((3, false, 1), (need.MinLevel, need.Required, need.Alternatives.Count));
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/2", "brief", Do($"remove:{need.SkillId}"));
        Assert.Empty((await Job(id, client)).Brief.Skills);
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_as_typed_and_the_page_says_what_to_do()
    {
        var (browser, client, id) = await Begin();

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/3", "brief", ("max", "about 900"), ("hours",
            "many"),
            Do("next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("“about 900” is not an amount.", page.Text());
        Assert.Contains("“many” is not a whole number of hours.", page.Text());
        var again = await browser.Open($"/jobs/{id}/edit/3"); // a refresh, or another device
        Assert.Equal("about 900", again.QuerySelector("#f-max")!.GetAttribute("value"));
        Assert.Equal("many", again.QuerySelector("#f-hours")!.GetAttribute("value"));

        await browser.Submit($"/jobs/{id}/edit/3", "brief", ("max", "900"), ("hours", "12"), Do("next"));
        var brief = (await Job(id, client)).Brief;
        Assert.Equal((90_000, 12, 0), (brief.MaxMinor, brief.Hours, brief.Typed.Count));
    }

    [Fact]
    public async Task Back_keeps_the_answers_even_the_wrong_ones()
    {
        var (browser, _, id) = await Begin();
        await browser.Submit($"/jobs/{id}/edit/1", "brief", ("title", "Logo"), ("description", "Short"), Do("stay"));

        var (answer, _) = await browser.Submit($"/jobs/{id}/edit/3", "brief", ("max", "-5"), Do("back"));

        Went(answer, $"/jobs/{id}/edit/2");
        Assert.Equal("-5", (await browser.Open($"/jobs/{id}/edit/3")).QuerySelector("#f-max")!.GetAttribute("value"));
        Assert.Equal("Logo", (await browser.Open($"/jobs/{id}/edit/1")).QuerySelector("#f-title")!
            .GetAttribute("value"));
    }

    [Fact]
    public async Task Autosave_keeps_a_half_written_draft_and_answers_nothing_but_the_time()
    {
        var (browser, client, id) = await Begin();
        var page = await browser.Open($"/jobs/{id}/edit/1");
        var token = page.QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/jobs/{id}/edit/1");
        request.Headers.Add("X-Autosave", "1");
        request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "brief"),
            new("title", "Lo"), new("description", "A logo")]);

        var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.NotEmpty(answer.Headers.GetValues("X-Saved-At"));
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var brief = (await Job(id, client)).Brief;
        Assert.Equal(("Lo", "A logo", 0), (brief.Title, brief.Description, brief.Skills.Count));
    }

    [Fact]
    public async Task Nothing_is_published_before_it_is_complete()
    {
        var (browser, client, id) = await Begin();
        await browser.Submit($"/jobs/{id}/edit/1", "brief", ("title", "Logo"), Do("stay"));

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/5", "brief", Do("publish"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Say the most you would pay.", page.Text());
        Assert.Contains("Name at least one skill the work cannot do without.", page.Text());
        Assert.Equal(JobState.Draft, (await Job(id, client)).State);
    }

    [Fact]
    public async Task Pressing_post_a_job_twice_makes_one_empty_draft()
    {
        var (browser, client, id) = await Begin();

        await browser.GetAsync("/jobs/new", TestContext.Current.CancellationToken);

        var mine = await Site.With<JobBoard, List<JobView>>(b =>
            b.OfClient(client.Id, TestContext.Current.CancellationToken));
        Assert.Equal(id, Assert.Single(mine).Id);
    }

    [Fact]
    public async Task An_edit_of_a_published_job_must_leave_it_complete()
    {
        var client = await Site.Client();
        var id = await Site.OpenJob(client);
        var browser = await Site.As(client, follow: false);

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/3", "brief", ("max", ""), Do("done"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Say the most you would pay.", page.Text());
        Assert.Equal(120_000, (await Job(id, client)).Brief.MaxMinor);
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/3", "brief", ("max", "1500"), Do("done"));
        Went(answer, $"/jobs/{id}");
        Assert.Equal(150_000, (await Job(id, client)).Brief.MaxMinor);
    }

    [Fact]
    public async Task A_file_goes_with_the_job_and_its_draft_is_nobody_elses()
    {
        var (browser, _, id) = await Begin();
        var page = await browser.Open($"/jobs/{id}/edit/4");
        var token = page.QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("brief"), "_handler" },
            { new StringContent("stay"), "do" }, { new ByteArrayContent("<svg onload=x>"u8.ToArray()), "files",
                "logo.svg" },
        };

        var answer = await browser.PostAsync($"/jobs/{id}/edit/4", form, TestContext.Current.CancellationToken);

        Went(answer, $"/jobs/{id}/edit/4");
        var link = (await browser.Open($"/jobs/{id}/edit/4")).QuerySelector($"a[href^='/jobs/{id}/files/']")!
            .GetAttribute("href")!;
        var file = await browser.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("text/plain", file.Content.Headers.ContentType!.MediaType);
        var stranger = await Site.As(await Site.Client("Sam Stranger"));
        foreach (var url in new[] { link, $"/jobs/{id}", $"/jobs/{id}/edit/1", $"/jobs/{id}/money" })
            Assert.Equal(HttpStatusCode.NotFound,
                (await stranger.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);
    }
}
