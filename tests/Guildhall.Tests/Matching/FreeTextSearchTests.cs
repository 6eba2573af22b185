using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

/// <summary>Whoever writes a sentence into the search box is understood, and told how.</summary>
public class FreeTextSearchTests : OwnSiteTest
{
    const string Sentence = "need someone to fix our k8s ingress and move CI to GitHub Actions";

    [Fact]
    public async Task A_sentence_asks_for_the_skills_it_names_and_its_other_words_leave_nobody_out()
    {
        var ana = await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9), ("ci-cd", 6), ("github-actions", 5));
        var beto = await Site.ShownFreelancer("Beto Bajo", ("kubernetes", 3), ("python", 8));
        var carla = await Site.ShownFreelancer("Carla Corto", ("logo-design", 8));
        await Site.Drain();

        var found = await Talent(Sentence);
        Assert.Equal([ana.Id], Ids(found));
        Assert.Equal(["kubernetes: k8s ingress", "ci-cd: CI", "github-actions: GitHub Actions"], Named(found));
        Assert.Equal(["fix", "move"], Words(found, "beside"));
        Assert.Equal([ana.Id, beto.Id], Ids(await Talent("fix k8s ingress")));
        Assert.Equal([ana.Id, beto.Id], Ids(await Talent("arreglar ingress kubernetes")));
        Assert.Equal([ana.Id, beto.Id], Ids(await Talent("kubernetes engineer for two weeks")));
        Assert.Equal([beto.Id], Ids(await Talent("python developer")));
        Assert.Equal([carla.Id], Ids(await Talent("diseñador de logotipos")));
        Assert.Equal([carla.Id], Ids(await Talent("logo no kubernetes")));
        foreach (var text in (string[])[Sentence, "fix k8s ingress", "python developer", "kubernetes python logo"])
            Assert.Equal((int)(await Talent(text))["total"]!, await Count("freelancers", text));
    }

    [Fact]
    public async Task The_page_names_what_it_understood_as_chips_that_can_be_taken_away()
    {
        await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9), ("ci-cd", 6), ("github-actions", 5));
        await Site.OpenJob(await Site.Client());
        await Site.Drain();

        var page = await Site.Anonymous().Open($"/talent?q={Uri.EscapeDataString(Sentence)}&country=AR");
        Assert.Contains("1 freelancer", page.Text());
        Assert.Contains("From your words: Kubernetes, CI/CD, GitHub Actions. The other words", page.Text());
        var chip = page.QuerySelectorAll("a.skill").Single(a => a.TextContent.Contains("CI/CD, from “CI”"));
        Assert.Equal("/talent?country=AR&q=" + Uri.EscapeDataString(Sentence.Replace("move CI to", "move to")),
            chip.GetAttribute("href"));
        Assert.DoesNotContain("From your words", (await Site.Anonymous().Open("/talent?q=kubernetes")).Text());
        Assert.Contains("From your words: Python.",
            (await Site.Anonymous().Open("/jobs?q=senior python developer")).Text());
    }

    [Fact]
    public async Task Where_nobody_answers_to_all_the_list_is_of_those_with_most_and_says_so()
    {
        var ana = await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9), ("terraform", 5));
        var beto = await Site.ShownFreelancer("Beto Bajo", ("python", 8));
        var client = await Site.Client();
        var (archive, other) = (await Site.OpenJob(client, "Archive of a harbour museum"),
            await Site.OpenJob(client, "Museum shop"));
        await Site.Drain();

        var found = await Talent("kubernetes terraform python");
        Assert.Equal([ana.Id], Ids(found));
        Assert.Equal((3, 2), ((int)found["understood"]!["asked"]!, (int)found["understood"]!["least"]!));
        Assert.Equal(1, await Count("freelancers", "kubernetes terraform python"));
        var one = await Talent("kubernetes python");
        Assert.Equal(new[] { ana.Id, beto.Id }.Order(), Ids(one).Order());
        // What a text means hangs on no filter, so that the counts beside the filters hold.
        Assert.Empty(Ids(await Talent("kubernetes python", "&country=FR")));
        Assert.Equal([archive], Ids(await Jobs("harbour museum accordion")));
        Assert.Equal(1, await Count("jobs", "harbour museum accordion"));
        Assert.Equal(new[] { archive, other }.Order(), Ids(await Jobs("museum accordion")).Order());
        Assert.Contains("Nobody answers to all 3 skills. The list is of whoever answers to at least 2.",
            (await Site.Anonymous().Open("/talent?q=kubernetes terraform python")).Text());
        Assert.DoesNotContain("answers to all 2 words",
            (await Site.Anonymous().Open("/jobs?q=zeppelin accordion")).Text());
        Assert.Contains("No open job answers to all 2 words. The list is of those that answer to at least 1.",
            (await Site.Anonymous().Open("/jobs?q=museum accordion")).Text());
    }

    [Fact]
    public async Task A_mistyped_skill_is_that_skill_unless_somebody_is_called_so()
    {
        var ana = await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9), ("postgresql", 5));
        var beto = await Site.ShownFreelancer("Beto Pythan", ("illustration", 3));
        await Site.ShownFreelancer("Carla Corto", ("python", 8));
        await Site.Drain();

        foreach (var typed in (string[])["kubernets", "kubernets inges", "postgress"])
        {
            var found = await Talent(typed);
            Assert.Equal([ana.Id], Ids(found));
            Assert.Equal(typed == "postgress" ? "postgresql" : "kubernetes", Why(found, "skills").Single());
        }
        Assert.Equal([beto.Id], Ids(await Talent("pythan")));
    }

    [Fact]
    public async Task Who_is_called_like_a_skill_is_found_by_name()
    {
        var julia = await Site.ShownFreelancer("Julia Robledo", ("illustration", 3));
        var coder = await Site.ShownFreelancer("Ana Alta", ("julia", 9));
        await Site.Drain();

        Assert.Equal([julia.Id], Ids(await Talent("julia robledo")));
        Assert.Equal(new[] { julia.Id, coder.Id }.Order(), Ids(await Talent("julia")).Order());
        Assert.Equal(["julia: julia"], Named(await Talent("julia developer")));
    }

    [Fact]
    public async Task Why_a_result_is_here_is_said_in_words_as_they_were_written()
    {
        await Site.ShownFreelancer("Inés Dueñas", ("kubernetes", 9));
        await Site.OpenJob(await Site.Client(), "Kettles for a museum");
        await Site.Drain();

        Assert.Equal(["Inés"], Why(await Talent("Inés"), "words"));
        Assert.Equal(["dueñas"], Why(await Talent("dueñas"), "words"));
        Assert.Equal(["Kettles"], Why(await Jobs("kettl"), "words"));
        Assert.Contains("Mentions “Dueñas”", (await Site.Anonymous().Open("/talent?q=Dueñas")).Text());
    }

    [Fact]
    public async Task What_only_fills_a_sentence_is_no_reason_but_counts_and_orders_as_before()
    {
        var ana = await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9));
        var beto = await Site.ShownFreelancer("Beto Bajo", ("kubernetes", 9));
        await (await Site.As(beto)).Put("/api/v1/users/me/profile", new
        {
            headline = "Engineer who moves a cluster in two weeks, dos semanas", visibility = "everyone",
        });
        await Site.Drain();

        foreach (var text in (string[])["kubernetes engineer for two weeks", "kubernetes engineer en dos semanas"])
        {
            var found = await Talent(text);
            Assert.Equal([beto.Id, ana.Id], Ids(found));
            Assert.Equal(["engineer"], Why(found, "words"));
        }
        Assert.Equal(["weeks"], Why(await Talent("weeks"), "words"));
        Assert.Equal(["weeks"], Words(await Talent("weeks"), "words"));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_search_for_it_is_said()
    {
        await Site.ShownFreelancer("Ana Alta", ("kubernetes", 9));
        await Site.Drain();

        foreach (var (api, page) in (( string, string)[])[("freelancers", "talent"), ("jobs", "jobs")])
            foreach (var typed in (string[])["🔥", "🦊🚀 …", "for the"])
            {
                var asked = Uri.EscapeDataString(typed);
                var problem = await Site.Anonymous().Get(
                    $"/api/v1/{api}/search?q={asked}", HttpStatusCode.UnprocessableEntity);
                Assert.Contains("nothing in it to search for", (string?)problem["errors"]!["q"]);
                Assert.Contains("nothing in it to search for", (await Site.Anonymous().Open(
                    $"/{page}?q={asked}", HttpStatusCode.UnprocessableEntity)).Text());
            }
    }

    [Theory]
    [InlineData("country=Narnia", "country", "is not a country we know")]
    [InlineData("country=ZZ", "country", "is not a country we know")]
    [InlineData("language=klingon", "language", "is not a language we know")]
    [InlineData("portfolio=nope", "portfolio", "neither a skill nor in any portfolio")]
    [InlineData("portfolio=%F0%9F%94%A5", "portfolio", "neither a skill nor in any portfolio")]
    [InlineData("skills=react:11", "skills", "“react:11”: a level is a whole number from 1 to 10.")]
    [InlineData("skills=react 0", "skills", "a level is a whole number from 1 to 10.")]
    [InlineData("skills=nope:11", "skills", "“nope:11” is not a skill we know")]
    public async Task Values_that_cannot_exist_are_said_in_words(string query, string field, string words)
    {
        var problem = await Site.Anonymous().Get(
            $"/api/v1/freelancers/search?{query}", HttpStatusCode.UnprocessableEntity);
        Assert.Contains(words, (string?)problem["errors"]![field]);
        var page = await Site.Anonymous().Open($"/talent?{query}", HttpStatusCode.UnprocessableEntity);
        Assert.Contains(words, page.Text());
    }

    Task<JsonNode> Talent(string text, string more = "") => Found("freelancers", text, more);
    Task<JsonNode> Jobs(string text) => Found("jobs", text);
    async Task<JsonNode> Found(string what, string text, string more = "") =>
        await Site.Anonymous().Get($"/api/v1/{what}/search?q={Uri.EscapeDataString(text)}{more}");

    async Task<int> Count(string what, string text) => (int)(await Site.Anonymous()
        .Get($"/api/v1/{what}/search/count?q={Uri.EscapeDataString(text)}"))["total"]!;

    static Guid[] Ids(JsonNode found) => [.. found["items"]!.AsArray().Select(i => (Guid)i!["id"]!)];
    static string[] Named(JsonNode found) =>
        [.. found["understood"]!["skills"]!.AsArray().Select(s => $"{s!["slug"]}: {s["words"]}")];
    static string[] Words(JsonNode found, string kind) =>
        [.. found["understood"]![kind]!.AsArray().Select(w => (string)w!)];
    static string[] Why(JsonNode found, string kind) =>
        [.. found["items"]![0]!["why"]![kind]!.AsArray().Select(w => (string)w!)];
}
