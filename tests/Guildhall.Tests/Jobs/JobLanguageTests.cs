using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Guildhall.Accounts;
using Guildhall.Jobs.Public;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Jobs;

/// <summary>The languages a job is done in, as programs and people without JavaScript say them.</summary>
public class JobLanguageTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_program_names_languages_by_code_and_reads_them_back_plain()
    {
        var api = await Site.As(await Site.Client());

        var job = await api.Post("/api/v1/jobs", Body("es-MX", "EN", "es"));

        Assert.Equal(["es", "en"], Languages(job));
        Assert.Equal(["es", "en"], Languages(await Site.Anonymous().Get($"/api/v1/jobs/{job["id"]}")));
        var changed = await api.Put($"/api/v1/jobs/{job["id"]}", Body("fr"));
        Assert.Equal(["fr"], Languages(changed));
        Assert.Empty(Languages(await api.Put($"/api/v1/jobs/{job["id"]}", JobsSituations.JobBody())));
    }

    [Theory]
    [InlineData("tlh", "“tlh” is not a language we know. Write its code of two letters, such as es.")]
    [InlineData("Spanish", "“Spanish” is not a language we know.")]
    [InlineData("", "“” is not a language we know.")]
    [InlineData("es,en,fr,de,it,pt", "Name at most 5 languages.")]
    public async Task A_program_is_told_which_language_is_unknown_and_nothing_is_stored(string codes, string words)
    {
        var api = await Site.As(await Site.Client());

        var problem = await api.Send(HttpMethod.Post, "/api/v1/jobs", Body(codes.Split(',')),
            HttpStatusCode.UnprocessableEntity);

        Assert.Contains(words, (string?)problem["errors"]!["languages"]);
        Assert.Empty((await api.Get("/api/v1/jobs/mine"))["items"]!.AsArray());
    }

    [Fact]
    public async Task The_wizard_reads_names_and_codes_and_shows_them_where_the_job_is_shown()
    {
        var (browser, client, id) = await Draft();

        await browser.Submit($"/jobs/{id}/edit/2", "brief", ("languages", "spanish, Português; DE"), ("do", "stay"));

        Assert.Equal(["es", "pt", "de"], (await Job(id, client)).Brief.Languages);
        var page = await browser.Open($"/jobs/{id}/edit/2");
        Assert.Equal("Spanish, Portuguese, German", Field(page));
        Assert.Contains("Spanish, Portuguese, German", (await browser.Open($"/jobs/{id}/edit/5")).Text());
        await browser.Submit($"/jobs/{id}/edit/5", "brief", ("do", "publish"));
        Assert.Contains("Spanish, Portuguese, German", (await Site.Anonymous().Open($"/jobs/{id}")).Text());
        browser.DefaultRequestHeaders.Add("Accept-Language", "es");
        Assert.Contains("Español, Portugués, Alemán", (await browser.Open($"/jobs/{id}")).Text());
    }

    [Fact]
    public async Task A_language_nobody_knows_is_said_in_words_and_stays_as_it_was_typed()
    {
        var (browser, client, id) = await Draft();

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/2", "brief",
            ("languages", "Klingon, Spanish, Na'vi"), ("do", "next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("“Klingon” is not a language we know. Choose one from the list.", page.Text());
        Assert.Equal("Spanish, Klingon, Na'vi", Field(page));
        Assert.Equal("Spanish, Klingon, Na'vi", Field(await browser.Open($"/jobs/{id}/edit/2")));
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/2", "brief", ("languages", "Spanish"), ("do", "next"));
        Assert.NotEqual(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var brief = (await Job(id, client)).Brief;
        Assert.Equal("es", Assert.Single(brief.Languages));
        Assert.Empty(brief.Typed);
    }

    [Fact]
    public async Task More_than_five_are_refused_in_words_and_none_is_lost()
    {
        var (browser, _, id) = await Draft();

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/2", "brief",
            ("languages", "es, en, fr, de, it, pt"), ("do", "next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Name at most 5 languages.", page.Text());
        Assert.Equal("Spanish, English, French, German, Italian, Portuguese", Field(page));
    }

    [Fact]
    public async Task One_press_names_the_language_the_client_reads_the_site_in()
    {
        var (browser, client, id) = await Draft();
        Assert.Empty((await Job(id, client)).Brief.Languages);

        var (_, page) = await browser.Submit($"/jobs/{id}/edit/2", "brief", ("do", "speak:en"));

        Assert.Equal(["en"], (await Job(id, client)).Brief.Languages);
        Assert.Equal("English", Field(page));
        Assert.Null(page.QuerySelector("button[value^='speak:']"));
    }

    async Task<(HttpClient Browser, Account Client, Guid Job)> Draft()
    {
        var client = await Site.Client();
        return (await Site.As(client), client, await Site.DraftJob(client));
    }

    Task<JobView> Job(Guid id, Account client) =>
        Site.With<JobBoard, JobView>(board => board.One(id, client.Id, TestContext.Current.CancellationToken));

    static string? Field(IDocument page) => page.QuerySelector("#f-languages")!.GetAttribute("value");

    static IEnumerable<string?> Languages(JsonNode job) => job["languages"]!.AsArray().Select(l => (string?)l);

    static JsonObject Body(params string[] languages) => JobsSituations.JobBody(languages);
}
