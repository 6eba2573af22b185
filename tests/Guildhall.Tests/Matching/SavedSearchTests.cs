using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Accounts;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

public class SavedSearchTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_search_is_saved_from_its_page_and_a_new_job_is_told_at_once_in_the_app_and_by_mail()
    {
        var freelancer = await Site.ShownFreelancer();
        var browser = await Site.As(freelancer);
        var skill = "postgresql";

        var results = await browser.Open($"/jobs?q={skill}&pay=fixed&page=1");
        var save = results.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)
            .Single(h => h.StartsWith("/my/searches/new"));
        var (_, list) = await browser.Submit(save, "save",
            ("Input.Alerts", "Immediately"), ("Input.Name", "Databases"));
        Assert.Contains("Told at once", list.Text());
        await Site.OpenJob(await Site.Client(), "Move the orders of a bakery to PostgreSQL");
        await Site.Drain();

        Assert.Contains("New for your search “Databases”: Move the orders of a bakery to PostgreSQL",
            (await browser.Open("/notifications")).Text());
        Assert.Contains(await Site.All<Mail>(), m => m.To == freelancer.Email
            && m.Subject.StartsWith("New for your search “Databases”"));
        Assert.Contains("1 new", (await browser.Open("/my/searches")).Text());
        var open = (await browser.Open("/my/searches")).QuerySelectorAll("h2 a").Single().GetAttribute("href")!;
        Assert.Contains("Move the orders of a bakery", (await browser.Open(open)).Text());
        Assert.DoesNotContain("1 new", (await browser.Open("/my/searches")).Text());
    }

    [Fact]
    public async Task What_a_search_asks_stands_in_words_in_the_list_the_api_and_the_mail_of_its_owner()
    {
        var client = await Site.Client();
        const string query = "language=es&skills=Elixir+6,+Docker&max_rate=60.00&currency=EUR"
            + "&timezone=Europe/Madrid&overlap=5&available=true";
        var browser = await Site.As(client);
        var save = await browser.Open($"/my/searches/new?kind=talent&query={Uri.EscapeDataString(query)}&name=x");
        Assert.Contains("Elixir at 6 or more, Docker", save.Text());
        await Site.SavedSearch(client, query: query, name: "Mine");
        await Site.SavedSearch(client, query: "skills=Elixir+6&posted=7&pay=hourly", kind: "jobs", name: "Work");
        await Site.SavedSearch(client, query: "skills=Elixir+6&language=es", name: "Alert");
        const string words = "Elixir at 6 or more, Docker, up to €60 an hour, Spanish, shares 5 hours a day with "
            + "Europe/Madrid, can start within a week";

        Assert.Contains(words, (await browser.Open("/my/searches")).Text());
        var list = (await browser.Get("/api/v1/users/me/searches")).AsArray();
        Assert.Equal(words, (string?)list[2]!["words"]);
        Assert.Equal("Elixir at 6 at most, By the hour, posted within 7 days", (string?)list[1]!["words"]);
        var chips = (await browser.Open($"/talent?{query}")).QuerySelectorAll("[aria-label='Filters in use'] a");
        Assert.Contains("up to €60 an hour", chips.Select(c => c.TextContent).First(t => t.Contains("60")));
        browser.DefaultRequestHeaders.Add("Accept-Language", "es");
        Assert.Contains("hasta 60 € por hora", (await browser.Open("/my/searches")).Text());
        await Site.With<Db>(async db =>
        {
            (await db.Set<Account>().FindAsync(client.Id))!.Prefer("es", "Europe/Madrid");
            await db.SaveChangesAsync();
        });
        await Site.ShownFreelancer("Elena Elixir", ("elixir", 8));
        await Site.Drain();
        Assert.Contains("La búsqueda pide: Elixir con 6 o más, Español", (await Site.All<Mail>())
            .Single(m => m.To == client.Email && m.Text.Contains("Elena Elixir")).Text);
    }

    [Fact]
    public async Task Each_result_is_told_once_and_only_what_answers_and_came_after()
    {
        var client = await Site.Client();
        await Site.ShownFreelancer("Olga Old", ("elixir", 9));
        await Site.Drain();
        await Site.SavedSearch(client, query: "skills=elixir+7", name: "Elixir");

        var newcomer = await Site.ShownFreelancer("Nora New", ("elixir", 8));
        await Site.ShownFreelancer("Wanda Weak", ("elixir", 3));
        await Site.Drain();
        await (await Site.As(newcomer)).Put("/api/v1/users/me/profile/skills",
            new[] { new { skill = "elixir", level = 9 } });
        await Site.Drain();

        Assert.Equal(["New for your search “Elixir”: Nora New"], await News(client));
    }

    [Fact]
    public async Task Alerts_and_names_change_and_a_deleted_search_says_nothing()
    {
        var client = await Site.Client();
        var (quiet, gone) = (await Site.SavedSearch(client, query: "skills=haskell", alerts: "none", name: "Quiet"),
            await Site.SavedSearch(client, query: "skills=haskell+2", name: "Gone"));
        var browser = await Site.As(client);

        var (empty, page) = await browser.Submit("/my/searches", $"change-{quiet}", ("name", ""), ("do", "change"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Fill this in.", page.Text());
        await browser.Submit("/my/searches", $"change-{quiet}", ("name", "Loud"), ("alerts", "None"), ("do", "change"));
        await browser.Submit("/my/searches", $"change-{gone}", ("do", "delete"));
        await Site.ShownFreelancer("Hana Haskell", ("haskell", 8));
        await Site.Drain();

        var left = (await browser.Get("/api/v1/users/me/searches")).AsArray().Single()!;
        Assert.Equal(("Loud", "none"), ((string)left["name"]!, (string)left["alerts"]!));
        Assert.Empty(await News(client));
    }

    [Fact]
    public async Task What_cannot_be_saved_is_said_in_words()
    {
        var client = await Site.Client();
        var api = await Site.As(client);
        async Task<JsonNode> Refused(object request, HttpStatusCode status) =>
            await api.Post("/api/v1/users/me/searches", request, status);

        await Site.SavedSearch(client, query: "q=rust&page=3&sort=rate&nonsense=1");
        Assert.Equal("saved_already", (await Refused(new { kind = "talent", query = "?q=rust", name = "Again" },
            HttpStatusCode.Conflict)).Said("code"));
        Assert.Equal("empty_search", (await Refused(new { kind = "talent", query = "sort=rate", name = "All" },
            HttpStatusCode.Conflict)).Said("code"));
        Assert.NotNull((await Refused(new { kind = "talent", query = "min_rate=cheap", name = "Cheap" },
            HttpStatusCode.UnprocessableEntity))["errors"]!["min_rate"]);
        Assert.NotNull((await Refused(new { kind = "jobs", query = "q=x", name = "" },
            HttpStatusCode.UnprocessableEntity))["errors"]!["name"]);
        for (var i = 1; i < 20; i++) await Site.SavedSearch(client, query: $"q=rust&hours={i}");
        Assert.Equal("too_many_searches", (await Refused(new { kind = "jobs", query = "q=x", name = "More" },
            HttpStatusCode.Conflict)).Said("code"));
    }

    async Task<string[]> News(Account person) => [.. (await (await Site.As(person)).Get("/api/v1/notifications"))
        ["items"]!.AsArray().Select(i => (string)i!["text"]!)];
}

public class SearchDigestTests : OwnSiteTest
{
    [Fact]
    public async Task A_daily_alert_comes_once_a_day_with_everything_new()
    {
        var client = await Site.Client();
        await Site.SavedSearch(client, query: "skills=erlang", alerts: "daily", name: "Erlang");
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        await Site.ShownFreelancer("Eva Erlang", ("erlang", 8));
        await Site.ShownFreelancer("Erik Erlang", ("erlang", 8));
        await Site.Drain();
        Assert.Empty(await News(client));

        Site.Clock.Advance(TimeSpan.FromHours(25));
        await Digest();
        await Digest();
        Site.Clock.Advance(TimeSpan.FromHours(25));
        await Digest();

        var told = Assert.Single(await News(client));
        Assert.StartsWith("2 new results for your search “Erlang”", told);
    }

    async Task Digest()
    {
        await Site.With<Guildhall.Matching.SavedSearches.SendDigests>(digests => digests.Run(default));
        await Site.Drain();
    }

    async Task<string[]> News(Account person) => [.. (await (await Site.As(person)).Get("/api/v1/notifications"))
        ["items"]!.AsArray().Select(i => (string)i!["text"]!)];
}
