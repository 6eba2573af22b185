using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

public class SearchTests : OwnSiteTest
{
    [Fact]
    public async Task Talent_is_found_by_skill_level_alias_and_with_typing_mistakes()
    {
        var (high, low) = (await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9)),
            await Site.ShownFreelancer("Beto Bajo", ("kubernetes", 3), ("python", 8)));
        await Site.Drain();

        Assert.Equal([high.Id, low.Id], await Talent("q=k8s"));
        Assert.Equal([high.Id], await Talent("skills=Kubernetes 5"));
        Assert.Equal([low.Id], await Talent("q=pyhton"));
        Assert.Equal([low.Id], await Talent("q=beto"));
        Assert.Equal([high.Id, low.Id], (await Talent("q=pipelin")).Order().ToArray());
        Assert.Equal([high.Id, low.Id], await Talent("q=kubernetes+accordion"));
        Assert.Empty(await Talent("q=accordion"));
        var one = (await Site.Anonymous().Get("/api/v1/freelancers/search?q=k8s"))["items"]![0]!;
        Assert.Equal("kubernetes", (string?)one["why"]!["skills"]![0]);
    }

    [Fact]
    public async Task Talent_is_narrowed_by_rate_place_language_and_hours_and_counted_exactly()
    {
        var here = await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9));
        await Site.Drain();

        Assert.Equal([here.Id], await Talent("max_rate=70&country=AR&language=es&hours=30&available=true"));
        Assert.Equal([here.Id], await Talent("timezone=America/New_York&overlap=6"));
        Assert.Empty(await Talent("max_rate=67"));
        Assert.Empty(await Talent("min_rate=10&currency=EUR"));
        Assert.Empty(await Talent("timezone=Asia/Tokyo"));
        Assert.Empty(await Talent("verified=true"));
        var facets = (await Site.Anonymous().Get("/api/v1/freelancers/search?country=FR"))["facets"]!;
        Assert.Contains(facets["country"]!.AsArray(), c => (string?)c!["value"] == "AR" && (int)c["count"]! == 1);
    }

    [Fact]
    public async Task Jobs_are_found_by_where_their_client_is_and_follow_when_they_move()
    {
        var (client, elsewhere) = (await Site.Client(), await Site.Client());
        var job = await Site.OpenJob(client);
        await Site.OpenJob(elsewhere);
        await (await Site.As(client)).Put("/api/v1/users/me/company", new { Country = "PT" });
        await Site.Drain();

        Assert.Equal([job], await Jobs("country=pt"));
        var facets = (await Site.Anonymous().Get("/api/v1/jobs/search?country=FR"))["facets"]!;
        Assert.Contains(facets["country"]!.AsArray(), c => (string?)c!["value"] == "PT" && (int)c["count"]! == 1);
        var page = await Site.Anonymous().Open("/jobs?country=PT");
        Assert.Contains("Country of the client", page.Text());

        await (await Site.As(client)).Put("/api/v1/users/me/company", new { Country = "CL" });
        await Site.Drain();
        Assert.Empty(await Jobs("country=PT"));
        Assert.Equal([job], await Jobs("country=CL"));
    }

    [Fact]
    public async Task Jobs_are_found_narrowed_and_paged()
    {
        var client = await Site.Client();
        var jobs = new List<Guid>();
        for (var i = 1; i <= 3; i++) jobs.Add(await Site.OpenJob(client, $"Move archive number {i} to PostgreSQL"));
        await Site.Drain();

        Assert.Equal(3, (await Jobs("q=postgres")).Length);
        Assert.Equal(jobs.Order(), (await Jobs("skills=Python 6&pay=fixed&min_budget=1000&posted=7")).Order());
        Assert.Empty(await Jobs("skills=Python 5"));
        Assert.Empty(await Jobs("pay=hourly"));
        Assert.Empty(await Jobs("max_budget=700"));
        var first = await Site.Anonymous().Get("/projects/search?limit=2&sort=newest");
        var rest = await Site.Anonymous().Get($"/projects/search?limit=2&sort=newest&cursor={first["next"]}");
        Assert.Equal(jobs.Order(), Ids(first).Concat(Ids(rest)).Order());
        Assert.Null((string?)rest["next"]);
    }

    [Fact]
    public async Task The_pages_keep_the_search_in_the_address_and_say_why()
    {
        await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9));
        await Site.OpenJob(await Site.Client());
        await Site.Drain();

        var talent = await Site.Anonymous().Open("/talent?q=k8s&country=AR&hours=20");
        Assert.Contains("1 freelancer", talent.Text());
        Assert.Contains("Has Kubernetes", talent.Text());
        Assert.NotNull(talent.QuerySelector("a[href='/talent?q=k8s&hours=20']"));
        var jobs = await Site.Anonymous().Open("/jobs?q=oauth");
        Assert.Contains("1 open job", jobs.Text());
        Assert.Contains("Nobody answers to all of this", (await Site.Anonymous().Open("/talent?q=accordion")).Text());
    }

    [Fact]
    public async Task A_client_orders_talent_by_match_to_their_own_job()
    {
        var client = await Site.Client();
        var good = await Site.ShownFreelancer("Ana Alta", ("python", 9), ("postgresql", 8));
        var other = await Site.ShownFreelancer("Beto Bajo", ("illustration", 9));
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        var api = await Site.As(client);

        var found = await api.Get($"/api/v1/freelancers/search?job={job}&sort=match");

        Assert.Equal([good.Id, other.Id], Ids(found));
        Assert.True((int)found["items"]![0]!["match"]! > (int)found["items"]![1]!["match"]!);
        await Site.Anonymous().Get($"/api/v1/freelancers/search?job={job}&sort=match", HttpStatusCode.NotFound);
        Assert.Contains("You fit", (await (await Site.As(good)).Open("/jobs?sort=match")).Text());
    }

    [Fact]
    public async Task A_job_offered_directly_is_not_listed_and_shows_itself_to_the_invited()
    {
        var (client, ana) = (await Site.Client(), await Site.ShownFreelancer("Ana Alta", ("python", 9)));
        var made = await (await Site.As(client)).Post("/api/v1/jobs", JobsSituations.JobBody(hiring: "direct"));
        var id = (Guid)made["id"]!;
        await Site.Drain();

        Assert.Empty(await Jobs("q=python"));
        Assert.DoesNotContain($"{id}", (await Site.Anonymous().Open("/")).DocumentElement.OuterHtml);
        await Site.Invited(client, ana, id);
        var seen = await (await Site.As(ana)).Open($"/jobs/{id}");
        Assert.NotNull(seen.QuerySelector($"a[href='/jobs/{id}/propose']"));
        Assert.DoesNotContain($"{id}", (await (await Site.As(ana)).Get("/api/v1/notifications")).ToJsonString());
        var owner = await (await Site.As(client)).Open($"/jobs/{id}");
        Assert.Contains("Only freelancers you invite can see and answer it.", owner.Text());
        Assert.Contains("Ana Alta", (await (await Site.As(client)).Open($"/jobs/{id}/matches")).Text());
    }

    [Theory]
    [InlineData("freelancers", "min_rate=lots")]
    [InlineData("freelancers", "sort=paid")]
    [InlineData("freelancers", "timezone=Mars/Base")]
    [InlineData("freelancers", "skills=Wizardry 9")]
    [InlineData("freelancers", "page=0")]
    [InlineData("freelancers", "job=7")]
    [InlineData("jobs", "type=everything")]
    [InlineData("jobs", "posted=-1")]
    [InlineData("jobs", "sort=match")]
    [InlineData("jobs", "currency=GOLD")]
    public async Task What_cannot_be_read_is_said_in_words(string what, string query)
    {
        var problem = await Site.Anonymous().Get($"/api/v1/{what}/search?{query}", HttpStatusCode.UnprocessableEntity);

        Assert.Contains(problem["errors"]!.AsObject(), e => query.StartsWith(e.Key + "="));
        var page = await Site.Anonymous().Open(
            $"/{(what == "jobs" ? "jobs" : "talent")}?{query}", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("cannot be read", page.Text());
    }

    [Theory]
    [InlineData("/jobs", "Newest", "Ordered by date")]
    [InlineData("/jobs?q=&sort=", "Newest", "Ordered by date")]
    [InlineData("/jobs?q=sql&sort=", "Best fit", "Ordered by how well they fit the search")]
    [InlineData("/jobs?q=sql&sort=newest", "Newest", "Ordered by date")]
    [InlineData("/talent", "Reputation", "Ordered by reputation")]
    [InlineData("/talent?q=&sort=", "Reputation", "Ordered by reputation")]
    [InlineData("/talent?q=sql", "Best fit", "Ordered by how well they fit the search")]
    public async Task The_choice_of_order_says_what_the_list_says(string path, string choice, string order)
    {
        foreach (var name in (string[])["Sara Sequel", "Tomas Table"]) await Site.ShownFreelancer(name, ("sql", 8));
        foreach (var title in (string[])["Nightly SQL report", "SQL by day"])
            await Site.OpenJob(await Site.Client(), title);
        await Site.Drain();

        var page = await Site.Anonymous().Open(path);

        var select = page.QuerySelector("select[name=sort]")!;
        var chosen = select.QuerySelector("option[selected]") ?? select.QuerySelector("option")!;
        Assert.Equal(choice, chosen.TextContent.Trim());
        Assert.Contains(order, page.Text());
        Assert.Equal(select.QuerySelectorAll("option").Length,
            select.QuerySelectorAll("option").Select(o => o.TextContent.Trim()).Distinct().Count());
    }

    [Fact]
    public async Task A_broken_cursor_and_a_flood_of_text_are_refused_politely()
    {
        await Site.Anonymous().Get("/api/v1/jobs/search?cursor=zzz", HttpStatusCode.UnprocessableEntity);
        await Site.Anonymous()
            .Get($"/api/v1/jobs/search?q={new string('a', 2_000)}", HttpStatusCode.UnprocessableEntity);
        await Site.Anonymous().Get(
            "/api/v1/freelancers/search?q=%F0%9F%98%80%F0%9F%98%80", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_the_form_would_find_is_counted_before_it_is_sent()
    {
        await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9));
        await Site.ShownFreelancer("Beto Bajo", ("python", 8));
        await Site.OpenJob(await Site.Client());
        await Site.Drain();

        Assert.Equal(2, await Count("freelancers", "country=ar&sort=&page=1"));
        Assert.Equal(1, await Count("freelancers", "skills=Kubernetes 5&min_rate="));
        Assert.Equal(0, await Count("freelancers", "rating=4"));
        Assert.Equal(1, await Count("jobs", "pay=fixed"));
        await Site.Anonymous().Get("/api/v1/jobs/search/count?pay=shells", HttpStatusCode.UnprocessableEntity);
        var page = await Site.Anonymous().Open("/talent?country=AR");
        Assert.Equal("Show", page.QuerySelector("x-count button")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_search_box_offers_skills_words_and_people()
    {
        var ana = await Site.ShownFreelancer("Ana Altamirano", ("kubernetes", 9));
        await Site.OpenJob(await Site.Client());
        await Site.Drain();

        var skill = Assert.Single(await Offered("kuber"), o => (string?)o["kind"] == "skill");
        Assert.Equal(("Kubernetes", 1), ((string?)skill["text"], (int)skill["count"]!));
        Assert.DoesNotContain(await Offered("kuber"), o => (string?)o["kind"] == "word");
        Assert.Contains(await Offered("k8s"), o => (string?)o["text"] == "Kubernetes");
        Assert.Contains(await Offered("pipel"), o => (string?)o["text"] == "pipeline" && (int)o["count"]! == 1);
        var person = Assert.Single(await Offered("ana altam"), o => (string?)o["kind"] == "name");
        Assert.Equal(("Ana Altamirano", $"/freelancers/{ana.Id}"), ((string?)person["text"], (string?)person["url"]));
        Assert.DoesNotContain(await Offered("altam&in=jobs"), o => (string?)o["kind"] == "name");
        Assert.Empty(await Offered("x"));
        Assert.Empty(await Offered(new string('a', 300)));
        Assert.Empty(await Offered("accordion"));
    }

    [Fact]
    public async Task Who_shows_work_made_with_a_skill_is_found_by_it()
    {
        var (ana, beto) = (await Site.ShownFreelancer("Ana Alta"), await Site.ShownFreelancer("Beto Bajo"));
        var made = new { Title = "A shop that stays up", Summary = "Two regions.", Skills = new[] { "kubernetes" } };
        await (await Site.As(ana)).Post("/api/v1/users/me/portfolio", made);
        await Site.Drain();

        Assert.Equal([ana.Id], await Talent("portfolio=k8s"));
        Assert.Equal([ana.Id], await Talent("portfolio=two regions"));
        Assert.Empty(await Talent("portfolio=terraform"));
        Assert.Equal([ana.Id, beto.Id], (await Talent("q=terraform")).Order().ToArray());
    }

    [Fact]
    public async Task A_long_list_is_paged_by_cursor_also_on_the_page_and_in_the_order_of_a_match()
    {
        var client = await Site.Client();
        var all = new List<Guid>();
        for (var i = 0; i < 23; i++) all.Add((await Site.ShownFreelancer($"Ana {i}", ("python", 1 + i % 9))).Id);
        var job = await Site.OpenJob(client);
        await Site.Drain();
        var api = await Site.As(client);

        foreach (var order in (string[])["q=python", $"job={job}&sort=match", "sort=rate", "sort=newest"])
        {
            var first = await api.Get($"/api/v1/freelancers/search?{order}&limit=9");
            var second = await api.Get($"/api/v1/freelancers/search?{order}&limit=9&cursor={first["next"]}");
            var third = await api.Get($"/api/v1/freelancers/search?{order}&limit=9&cursor={second["next"]}");
            var seen = Ids(first).Concat(Ids(second)).Concat(Ids(third)).ToArray();
            Assert.Equal(23, seen.Length);
            Assert.Equal(all.Order(), seen.Order());
            Assert.Null((string?)third["next"]);
            Assert.Equal(23, (int)third["total"]!);
            Assert.Equal(Ids(second), Ids(await api.Get($"/api/v1/freelancers/search?{order}&limit=9&page=2")));
        }
        var start = (await api.Get("/api/v1/freelancers/search?q=python&limit=20"))["next"];
        var page = await api.Open($"/talent?q=python&cursor={start}");
        Assert.Contains("23 freelancers", page.Text());
        Assert.Contains("That is all.", page.Text());
        Assert.NotNull(page.QuerySelector("a[href='/talent?q=python']"));
    }

    [Fact]
    public async Task A_hidden_profile_a_suspended_one_and_a_changed_one_are_seen_at_once()
    {
        var ana = await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9));
        await Site.Drain();
        Assert.Equal([ana.Id], await Talent("q=k8s"));

        var api = await Site.As(ana);
        await api.Put("/api/v1/users/me/profile/skills", new[] { new { Skill = "python", Level = 4 } });
        await Site.Drain();
        Assert.Empty(await Talent("q=k8s"));
        Assert.Equal([ana.Id], await Talent("skills=Python 4"));
        Assert.Empty(await Talent("skills=Python 5"));
    }

    async Task<int> Count(string what, string query) =>
        (int)(await Site.Anonymous().Get($"/api/v1/{what}/search/count?{query}"))["total"]!;

    async Task<JsonNode[]> Offered(string typed) =>
        [.. (await Site.Anonymous().Get($"/api/v1/search/suggest?q={typed}")).AsArray().OfType<JsonNode>()];

    async Task<Guid[]> Talent(string query) => Ids(await Site.Anonymous().Get($"/api/v1/freelancers/search?{query}"));
    async Task<Guid[]> Jobs(string query) => Ids(await Site.Anonymous().Get($"/api/v1/jobs/search?{query}"));
    static Guid[] Ids(JsonNode found) => [.. found["items"]!.AsArray().Select(i => (Guid)i!["id"]!)];
}
