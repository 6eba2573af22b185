using System.Net;
using AngleSharp.Dom;
using Guildhall.Accounts;
using Guildhall.Jobs;
using Guildhall.Jobs.Public;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Jobs;

/// <summary>What a client names and the site does not know: said in words, and nothing of it lost.</summary>
public class WizardWordsTests(Site site) : SiteTest(site)
{
    async Task<(HttpClient Browser, Account Client, Guid Job)> Draft()
    {
        var client = await Site.Client();
        var id = await Site.With<StartJob, Guid>(start => start.Run(client.Id, TestContext.Current.CancellationToken));
        return (await Site.As(client), client, id);
    }

    static (string, string) Do(string verb) => ("do", verb);

    Task<JobView> Job(Guid id, Account client) =>
        Site.With<JobBoard, JobView>(board => board.One(id, client.Id, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_skill_named_in_place_of_itself_is_said_in_words_and_stays_until_it_is_corrected()
    {
        var (browser, client, id) = await Draft();
        await browser.Submit($"/jobs/{id}/edit/2", "brief", ("add", "Docker 7"), Do("stay"));
        var alternatives = $"alt-{Assert.Single((await Job(id, client)).Brief.Skills).SkillId}";

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/2", "brief",
            (alternatives, "Docker, Podman"), Do("next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("A skill cannot stand in for itself. Name another one, or none.", page.Text());
        Assert.StartsWith("Docker", page.QuerySelector($"#f-{alternatives}")!.GetAttribute("value"));
        var review = await browser.Open($"/jobs/{id}/edit/5");
        Assert.NotNull(review.QuerySelector($"a[href='/jobs/{id}/edit/2#f-{alternatives}']"));
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/2", "brief", (alternatives, "Kubernetes"), Do("next"));
        Assert.EndsWith($"/jobs/{id}/edit/3", answer.RequestMessage!.RequestUri!.ToString());
    }

    [Fact]
    public async Task An_alternative_nobody_knows_is_said_in_words_and_goes_with_its_skill()
    {
        var (browser, client, id) = await Draft();
        await browser.Submit($"/jobs/{id}/edit/2", "brief", ("add", "Docker 7, Python"), Do("stay"));
        var docker = (await Job(id, client)).Brief.Skills[0].SkillId;

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/2", "brief",
            ($"alt-{docker}", "Levitation, Kubernetes, Wizardry"), Do("next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("“Levitation” is not a skill we know. Choose one from the list.", page.Text());
        foreach (var shown in new[] { page, await browser.Open($"/jobs/{id}/edit/2") })
        {
            var field = shown.QuerySelector($"#f-alt-{docker}")!;
            Assert.Equal("Kubernetes, Levitation, Wizardry", field.GetAttribute("value"));
            Assert.NotNull(field.Closest("details")!.GetAttribute("open"));
        }
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/2", "brief", Do($"remove:{docker}"));
        Assert.Empty((await Job(id, client)).Brief.Typed);
        (answer, _) = await browser.Submit($"/jobs/{id}/edit/2", "brief", Do("next"));
        Assert.EndsWith($"/jobs/{id}/edit/3", answer.RequestMessage!.RequestUri!.ToString());
    }

    [Fact]
    public async Task More_alternatives_than_five_are_refused_where_they_stand_and_none_is_lost()
    {
        var (browser, client, id) = await Draft();
        await browser.Submit($"/jobs/{id}/edit/2", "brief", ("add", "Docker"), Do("stay"));
        var docker = Assert.Single((await Job(id, client)).Brief.Skills).SkillId;

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/2", "brief",
            ($"alt-{docker}", "Kubernetes, Python, Go, React, PostgreSQL, Terraform"), Do("next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Name at most 5 alternatives for a skill.",
            page.QuerySelector($"#f-alt-{docker}-error")!.TextContent);
        Assert.Equal(6, page.QuerySelector($"#f-alt-{docker}")!.GetAttribute("value")!.Split(',').Length);
    }

    [Fact]
    public async Task Several_skills_nobody_knows_stay_in_the_field_and_the_known_ones_are_added()
    {
        var (browser, client, id) = await Draft();

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/2", "brief",
            ("add", "Levitation, Docker 7, Wizardry"), Do("next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("“Levitation” is not a skill we know. Choose one from the list.", page.Text());
        Assert.Equal("Levitation, Wizardry", page.QuerySelector("#f-skills")!.GetAttribute("value"));
        Assert.Single((await Job(id, client)).Brief.Skills);
    }

    [Fact]
    public async Task Pictures_alone_are_no_description_and_stay_as_typed_until_words_come()
    {
        var (browser, client, id) = await Draft();
        var pictures = string.Concat(Enumerable.Repeat("🦊🚀", 20));

        var (answer, page) = await browser.Submit($"/jobs/{id}/edit/1", "brief",
            ("title", "🦊🚀🦊🚀🦊🚀"), ("description", pictures), Do("next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Say it in words: at least 3 letters are needed.", page.Text());
        Assert.Contains("Say it in words: at least 15 letters are needed.", page.Text());
        Assert.Equal(pictures, page.QuerySelector("#f-description")!.TextContent.Trim());
        Assert.Equal(pictures, (await Job(id, client)).Brief.Description);
    }
}
