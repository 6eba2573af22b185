using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

/// <summary>The language of the work, where work is searched and where people are ranked for it.</summary>
public class JobLanguageSearchTests : OwnSiteTest
{
    [Fact]
    public async Task Jobs_are_found_by_the_language_they_are_done_in_and_follow_when_it_changes()
    {
        var api = await Site.As(await Site.Client());
        var both = await Post(api, "es", "en");
        var english = await Post(api, "en");
        await Post(api);
        await Site.Drain();

        Assert.Equal([both], await Found("language=es"));
        Assert.Equal(new[] { both, english }.Order(), (await Found("language=EN")).Order());
        foreach (var (language, count) in new[] { ("es", 1), ("en", 2) })
        {
            var facets = (await Search($"language={language}"))["facets"]!["language"]!.AsArray();
            Assert.Equal(count, (await Found($"language={language}")).Length);
            Assert.Contains(facets, f => (string?)f!["value"] == language && (int)f["count"]! == count);
        }
        Assert.Equal(2, (int)(await Site.Anonymous().Get("/api/v1/jobs/search/count?language=en"))["total"]!);
        Assert.Equal(["es", "en"], (await Search("language=es"))["items"]![0]!["languages"]!.AsArray()
            .Select(l => (string?)l));

        await api.Send(HttpMethod.Put, $"/api/v1/jobs/{both}", JobsSituations.JobBody(["fr"]));
        await Site.Drain();
        Assert.Empty(await Found("language=es"));
        Assert.Equal([both], await Found("language=fr"));
    }

    [Fact]
    public async Task The_page_offers_languages_with_their_counts_and_its_chip_takes_the_filter_away()
    {
        var api = await Site.As(await Site.Client());
        await Post(api, "es");
        await Post(api);
        await Site.Drain();

        var all = await Site.Anonymous().Open("/jobs");
        Assert.Contains("Language of the work", all.Text());
        var link = all.QuerySelector("a[href='/jobs?language=es']")!;
        Assert.Contains("Spanish", link.TextContent);
        Assert.Equal("1", link.QuerySelector(".num")!.TextContent);

        var narrowed = await Site.Anonymous().Open("/jobs?language=es");
        Assert.Contains("1 open job", narrowed.Text());
        Assert.Equal("es", narrowed.QuerySelector("form[role=search] input[name=language]")!.GetAttribute("value"));
        var chip = narrowed.QuerySelectorAll("[aria-label='Filters in use'] a")
            .Single(c => c.TextContent.Contains("Spanish"));
        Assert.Equal("/jobs", chip.GetAttribute("href"));
        Assert.Contains("2 open jobs", (await Site.Anonymous().Open(chip.GetAttribute("href")!)).Text());
        Assert.Contains("Español", (await Spanish("/jobs?language=es")).Text());
    }

    [Fact]
    public async Task A_language_that_does_not_exist_is_refused_in_words()
    {
        var problem = await Site.Anonymous().Get("/api/v1/jobs/search?language=tlh",
            HttpStatusCode.UnprocessableEntity);

        Assert.Contains("“tlh” is not a language we know.", (string?)problem["errors"]!["language"]);
        var page = await Site.Anonymous().Open("/jobs?language=tlh", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("“tlh” is not a language we know.", page.Text());
    }

    [Fact]
    public async Task A_saved_search_says_its_language_in_words()
    {
        var owner = await Site.ShownFreelancer();
        await Site.SavedSearch(owner, "jobs", "language=es&pay=fixed", name: "Mine");

        var list = (await (await Site.As(owner)).Get("/api/v1/users/me/searches")).AsArray();

        Assert.Equal("One price, Spanish", (string?)list[0]!["words"]);
    }

    [Fact]
    public async Task Who_speaks_the_language_outranks_an_equal_who_does_not_and_the_reason_says_so()
    {
        var client = await Site.Client();
        var (silent, speaks) = (await Freelancer("Beto Bajo", "de"), await Freelancer("Ana Alta", "es"));
        var unsaid = await Freelancer("Caro Calla");
        await Site.Drain();
        var api = await Site.As(client);
        var plain = await Post(api);
        var spanish = await Post(api, "es");
        await Site.Drain();

        Assert.Single((await Matches(api, plain)).Select(m => (int)m!["score"]!).Distinct());
        var matches = await Matches(api, spanish);
        Assert.Equal([speaks.Id, unsaid.Id, silent.Id], matches.Select(m => (Guid)m!["developer"]!["id"]!));
        Assert.Equal("Languages the job asks for and this person speaks: 1 of 1.", Place(matches[0]!));
        Assert.Equal("Does not say which languages they speak.", Place(matches[1]!));
        Assert.Equal("Languages the job asks for and this person speaks: 0 of 1.", Place(matches[2]!));
        var preview = await api.Get($"/api/v1/jobs/{spanish}/matches/preview");
        Assert.Equal(matches.Select(m => (int)m!["score"]!),
            preview["matches"]!.AsArray().Select(m => (int)m!["score"]!));
        Assert.Contains("Languages the job asks for and this person speaks: 1 of 1.",
            (await (await Site.As(speaks)).Open($"/jobs/{spanish}/fit")).Text());
    }

    async Task<Account> Freelancer(string name, params string[] languages)
    {
        var account = await Site.ShownFreelancer(name, ("python", 8), ("postgresql", 7));
        await (await Site.As(account)).Put("/api/v1/users/me/profile", new
        {
            Headline = "Delivery pipelines a small team can run", Bio = "I leave runbooks.", ExperienceYears = 11,
            Rate = new { Minor = 6800, Currency = "USD" }, WeeklyHours = 32, Country = "AR", TimeZone = "UTC",
            Visibility = "everyone", Languages = languages.Select(l => new { Code = l, Level = "c1" }),
        });
        return account;
    }

    static async Task<JsonArray> Matches(HttpClient api, Guid job) =>
        (await api.Get($"/api/v1/jobs/{job}/matches"))["matches"]!.AsArray();

    static string? Place(JsonNode match) => match["factors"]!.AsArray()
        .Where(f => (string?)f!["kind"] == "place").Select(f => (string?)f!["reason"]).Single();

    static async Task<Guid> Post(HttpClient api, params string[] languages) =>
        (Guid)(await api.Send(HttpMethod.Post, "/api/v1/jobs", JobsSituations.JobBody(languages)))["id"]!;

    Task<JsonNode> Search(string query) => Site.Anonymous().Get($"/api/v1/jobs/search?{query}");

    async Task<Guid[]> Found(string query) =>
        [.. (await Search(query))["items"]!.AsArray().Select(j => (Guid)j!["id"]!)];

    async Task<AngleSharp.Dom.IDocument> Spanish(string path)
    {
        var browser = Site.Anonymous();
        browser.DefaultRequestHeaders.Add("Accept-Language", "es");
        return await browser.Open(path);
    }
}
