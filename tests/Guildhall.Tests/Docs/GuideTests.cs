using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Reputation;
using Guildhall.Insights;
using Guildhall.Matching;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Docs;

public class GuideTests(Site site) : SiteTest(site)
{
    static readonly string Example = File.ReadAllText(Path.Combine(Repository.Root, "docs/users/example-match.json"));

    [Fact]
    public async Task Every_guide_is_read_in_the_app_in_both_languages()
    {
        foreach (var language in new[] { "en", "es" })
        {
            var browser = Site.Anonymous();
            browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            var index = await browser.Open("/help");
            foreach (var name in Guides.Names)
            {
                var guide = Guides.Find(language, name)!;
                var page = await browser.Open($"/help/{name}");
                Assert.Equal(guide.Title, page.QuerySelector("h1")!.TextContent.Trim());
                Assert.Contains(guide.Title, index.Text());
                Assert.Equal(Guides.Find("en", name)!.Parts.Count, guide.Parts.Count);
                foreach (var (anchor, _) in guide.Parts) Assert.NotNull(page.GetElementById(anchor));
            }
        }
        await Site.Anonymous().Open("/help/no-such-guide", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_address_a_guide_names_is_there()
    {
        var addresses = from language in new[] { "en", "es" }
                        from name in Guides.Names
                        from link in new AngleSharp.Html.Parser.HtmlParser()
                            .ParseDocument(Guides.Find(language, name)!.Html).QuerySelectorAll("a[href^='/']")
                        select link.GetAttribute("href")!;
        var person = await Site.Account("Both Sides", client: true, freelancer: true);
        var browser = await Site.As(person);
        foreach (var address in addresses.Distinct())
            Assert.True((int)(await browser.GetAsync(address)).StatusCode < 400, address);
    }

    [Fact]
    public void The_worked_example_is_what_the_engine_gives_today()
    {
        Assert.True(Verifier.Recompute(Example).Agrees);
        Assert.True(VerifyMatch.Check(Example).Agrees);
        var match = JsonNode.Parse(Example)!["match"]!;
        foreach (var language in new[] { "en", "es" })
        {
            var page = Guides.Find(language, "matching")!.Html;
            foreach (var factor in match["factors"]!.AsArray().Where(f => (string)f!["kind"]! != "Ceiling"))
                Assert.Contains($">{Points(factor!, "points")}</td>", page);
            foreach (var line in match["factors"]![0]!["skills"]!.AsArray())
                Assert.Contains($"{Points(line!, "points")}", page);
            Assert.Contains($"<strong>{Points(match, "score")}</strong>", page);
            Assert.Contains($"<strong>{match["compatibility"]}</strong>", page);
        }
    }

    [Fact]
    public void The_worked_score_is_what_the_formula_gives_today()
    {
        var score = ReputationScore.Compute(
            new() { Reviews = [new(5, 0)], Due = 2, OnTime = 2, Ended = 1, Completed = 1 },
            ReputationFormula.FreelancerV1);
        foreach (var language in new[] { "en", "es" })
        {
            var page = Guides.Find(language, "score")!.Html;
            Assert.Contains($"<strong>{score.Value}</strong>", page);
            foreach (var part in score.Components) Assert.Contains($"<td>{part.Points}</td>", page);
        }
    }

    // In the file hundredths of a point, on the page points.
    static string Points(JsonNode of, string name) =>
        ((int)of[name]! / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
