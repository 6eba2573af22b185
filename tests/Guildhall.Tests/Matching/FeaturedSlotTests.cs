using System.Text.Json.Nodes;
using Guildhall.Matching;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Matching;

/// <summary>What was paid for stands apart: nothing of the ordinary list knows of it.</summary>
public class FeaturedSlotTests : OwnSiteTest
{
    static readonly string[] searches =
    [
        "", "q=k8s", "q=pipelines", "skills=Kubernetes+5", "country=AR&sort=rate", "sort=newest", "sort=reputation",
        "language=es&max_rate=70&hours=20", "q=beto", "limit=2", "limit=2&page=2", "verified=true",
    ];

    public FeaturedSlotTests() => Site = new SellingSite();

    [Fact]
    public async Task The_ordinary_list_its_total_facets_and_cursors_are_the_same_with_and_without()
    {
        var people = new[]
        {
            await Site.Rich("Ana Alta", 100_00, ("kubernetes", 9)), await Site.Rich("Beto Bajo", 100_00, ("python", 3)),
            await Site.Rich("Caro Cruz", 100_00, ("kubernetes", 4), ("go", 8)), await Site.Rich("Dani Diaz"),
            await Site.Rich("Eva Elm"),
        };
        await Site.Drain();
        var (before, page) = (await Everything(), await List());

        // Those who stand last, so that a list that knew of it would change.
        foreach (var one in people.Skip(2)) await Site.Featured(one);
        await Site.Drain();

        Assert.Equal(before, await Everything());
        Assert.Equal(page, await List());
        Assert.NotEmpty(await Featured(""));
    }

    [Fact]
    public async Task Only_who_answers_to_everything_asked_stands_in_it_and_never_more_than_two()
    {
        var ana = await Site.Rich("Ana Alta", 100_00, ("kubernetes", 9));
        var beto = await Site.Rich("Beto Bajo", 100_00, ("kubernetes", 3));
        var caro = await Site.Rich("Caro Cruz", 100_00, ("illustration", 8));
        await Site.Rich("Dani Diaz", 100_00, ("kubernetes", 10));
        foreach (var one in new[] { ana, beto, caro }) await Site.Featured(one);
        await Site.Drain();

        Assert.Equal([ana.Id], await Featured("skills=Kubernetes+5"));
        Assert.Equal(new[] { ana.Id, beto.Id }.Order(), (await Featured("q=k8s")).Order());
        Assert.Equal([caro.Id], await Featured("q=caro"));
        Assert.Empty(await Featured("q=dani"));
        Assert.Empty(await Featured("skills=Kubernetes+5&country=ES"));
        Assert.Empty(await Featured("q=k8s&max_rate=60"));
        Assert.Equal(2, (await Featured("")).Length);
        Assert.Empty(await Featured("page=2"));
        Assert.Empty(await Featured($"cursor={(await Found("limit=1"))["next"]}"));
    }

    [Fact]
    public async Task More_than_two_take_turns_by_the_hour_each_as_often()
    {
        var people = new List<Guid>();
        foreach (var name in (string[])["Ana Alta", "Beto Bajo", "Caro Cruz", "Dani Diaz", "Eva Elm"])
        {
            var one = await Site.Rich(name);
            await Site.Featured(one);
            people.Add(one.Id);
        }
        await Site.Drain();
        // To the beginning of a round of five hours.
        var hour = Site.Clock.GetUtcNow().UtcDateTime.Ticks / TimeSpan.TicksPerHour;
        Site.Clock.Advance(TimeSpan.FromHours(5 - hour % 5));

        var shown = new List<Guid>();
        for (var i = 0; i < 5; i++, Site.Clock.Advance(TimeSpan.FromHours(1))) shown.AddRange(await Featured(""));

        Assert.Equal(people.Order(), shown.Distinct().Order());
        Assert.All(shown.GroupBy(id => id), turns => Assert.Equal(2, turns.Count()));
    }

    [Fact]
    public async Task It_is_empty_where_people_stand_by_match_when_it_is_over_and_when_a_profile_is_hidden()
    {
        var (client, ana) = (await Site.Client(), await Site.Rich("Ana Alta", 100_00, ("python", 9)));
        var id = await Site.Featured(ana);
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        var api = await Site.As(client);

        Assert.Empty((await api.Get($"/api/v1/freelancers/search?job={job}"))["featured"]!.AsArray());
        Assert.Null((await api.Open($"/talent?job={job}&sort=match")).QuerySelector(".featured"));
        Assert.DoesNotContain("Featured", (await api.Open($"/jobs/{job}/matches")).Text());
        Assert.Equal([ana.Id], await Featured(""));
        await Hide("hidden");
        Assert.Empty(await Featured(""));
        await Hide("everyone");
        Assert.Equal([ana.Id], await Featured(""));
        await (await Site.As(await Site.Admin())).Post($"/api/v1/admin/placements/{id}/stop",
            new { reason = "The profile shows somebody else's work." });
        Assert.Empty(await Featured(""));
        await Site.Featured(ana);
        Assert.Equal([ana.Id], await Featured(""));
        Site.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await Featured(""));

        async Task Hide(string visibility)
        {
            await (await Site.As(ana)).Put("/api/v1/users/me/profile",
                new { headline = "Quiet pipelines", visibility });
            await Site.Drain();
        }
    }

    [Fact]
    public async Task The_box_is_labelled_in_both_languages_and_leads_to_what_decides_the_order()
    {
        var ana = await Site.Rich();
        await Site.Featured(ana);
        await Site.Drain();

        var box = (await Site.Anonymous().Open("/talent")).QuerySelector("aside.featured")!;
        Assert.Equal("Featured · paid placement", box.QuerySelector("h2")!.TextContent);
        Assert.NotNull(box.QuerySelector("a[href='/how-matching-works#featured']"));
        Assert.NotNull(box.QuerySelector($"a[href='/freelancers/{ana.Id}?via=featured']"));
        var how = await Site.Anonymous().Open("/how-matching-works");
        Assert.Contains("7 days for $9.00, 30 days for $29.00", how.QuerySelector("#featured")!.ParentElement!
            .ParentElement!.TextContent);
        var spanish = Site.Anonymous();
        spanish.DefaultRequestHeaders.Add("Accept-Language", "es");
        Assert.Contains("Destacado · espacio pagado", (await spanish.Open("/talent")).Text());
    }

    [Fact]
    public async Task Nothing_shown_in_the_box_or_opened_from_it_is_noted_for_learning()
    {
        var (client, ana, beto) = (await Site.Client(), await Site.Rich("Ana Alta", 100_00, ("python", 9)),
            await Site.Rich("Beto Bajo", 100_00, ("python", 7)));
        await Site.Featured(ana);
        await Site.Drain();
        var job = await Site.OpenJob(client);
        await Site.Drain();
        var browser = await Site.As(client);

        await browser.Open($"/talent?job={job}&sort=match");
        await browser.Open("/talent");
        await browser.Open($"/freelancers/{ana.Id}?via=featured");
        await browser.Open($"/freelancers/{beto.Id}");
        await Site.Services.GetRequiredService<ListLog>().Write(default);

        var list = Assert.Single(await Site.All<ShownList>());
        Assert.Equal(2, ShownItem.Unpack(list.Items).Length);
        Assert.Equal(beto.Id, Assert.Single(await Site.All<ListOpening>()).ItemId);
    }

    Task<JsonNode> Found(string query) => Site.Anonymous().Get($"/api/v1/freelancers/search?{query}");

    async Task<Guid[]> Featured(string query) =>
        [.. (await Found(query))["featured"]!.AsArray().Select(i => (Guid)i!["id"]!)];

    // Every answer whole, but for the field of the slot; and cursor by cursor to the end.
    async Task<string> Everything()
    {
        var all = new List<string>();
        foreach (var search in searches) all.Add(Without(await Found(search)));
        for (var at = await Found("limit=1"); ; at = await Found($"limit=1&cursor={at["next"]}"))
        {
            all.Add(Without(at));
            if (at["next"] is null) return string.Join('\n', all);
        }
    }

    static string Without(JsonNode answer)
    {
        answer.AsObject().Remove("featured");
        return answer.ToJsonString();
    }

    async Task<string> List()
    {
        var page = await Site.Anonymous().Open("/talent?q=kubernetes");
        return $"{page.QuerySelector("#count")!.TextContent} {page.QuerySelector("ol.rows")!.OuterHtml} "
            + page.QuerySelector(".facets")!.OuterHtml;
    }
}
