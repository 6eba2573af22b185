using System.Net;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Guildhall.Talent.Taxonomy;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Talent;

public class EditTaxonomyTests : OwnSiteTest
{
    Skills Skills => Site.Services.GetRequiredService<Skills>();

    [Fact]
    public async Task An_edit_is_known_at_once_audited_and_survives_the_next_import()
    {
        var admin = await Site.Admin();
        var browser = await Site.As(admin, follow: false);

        var (answer, page) = await browser.Submit("/admin/taxonomy/kubernetes", "skill",
            ("Skill.Aliases", "k8s, the helm wheel"), ("Skill.NameEs", "Kubernetes en español"));

        Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK, page.Text());
        Assert.Equal("kubernetes", Skills.Find("The Helm Wheel")?.Slug);
        Assert.Contains(await Site.All<AuditEntry>(), a => a.ActorId == admin.Id && a.Action == "skill.edited");

        await Site.Ask(db =>
            db.Set<TaxonomyState>().ExecuteUpdateAsync(s => s.SetProperty(x => x.ContentHash, "older")));
        await Site.With<ImportTaxonomy>(import => import.Run(default));

        var skill = (await Site.All<TaxonomySkill>()).Single(s => s.Slug == "kubernetes");
        Assert.Equal("Kubernetes en español", skill.NameEs);
        Assert.Equal(["k8s", "the helm wheel"], skill.Aliases);
    }

    [Theory]
    [InlineData("Skill.Aliases", "JS", "“JS” already means JavaScript.")]
    [InlineData("Skill.Prerequisites", "typescript, javascript", "JavaScript")]
    [InlineData("Skill.Prerequisites", "no-such-thing", "There is no skill no-such-thing.")]
    [InlineData("Skill.Difficulty", "9", "Difficulty is a number from 1 to 5.")]
    public async Task What_would_break_the_taxonomy_is_refused_in_words(string field, string typed, string words)
    {
        var slug = field == "Skill.Prerequisites" ? "javascript" : "kubernetes";
        var browser = await Site.As(await Site.Admin(), follow: false);

        var (answer, page) = await browser.Submit($"/admin/taxonomy/{slug}", "skill", (field, typed));

        Assert.Contains(words, page.Text());
        Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Merging_moves_words_and_claims_and_leads_the_old_name_on()
    {
        var fran = await Site.ShownFreelancer("Fran Ruiz", ("sinatra", 7), ("ruby-on-rails", 4));
        var browser = await Site.As(await Site.Admin(), follow: false);

        await browser.Submit("/admin/taxonomy/sinatra", "merge", ("Into", "ruby-on-rails"));

        Assert.Equal("ruby-on-rails", Skills.Find("sinatra")?.Slug);
        var card = await Site.With<Freelancers, FreelancerCard>(f => f.One(fran.Id, default));
        Assert.Equal((Skills.Find("ruby-on-rails")!.Id, 7), (Assert.Single(card.Skills).SkillId, card.Skills[0].Level));
    }

    [Fact]
    public async Task Only_an_administrator_comes_in()
    {
        var answer = await (await Site.As(await Site.Freelancer(), follow: false)).GetAsync("/admin/taxonomy");

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Kubernetes", (await (await Site.As(await Site.Admin())).Open("/admin/taxonomy?q=k8s")).Text());
    }
}
