using System.Globalization;
using Guildhall.Talent.Public;
using Guildhall.Talent.Taxonomy;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Talent;

public class TaxonomyTests(Site site) : SiteTest(site)
{
    Skills Skills => Site.Services.GetRequiredService<Skills>();

    [Theory]
    [InlineData("javascript", "JavaScript")]
    [InlineData("JS", "JavaScript")]
    [InlineData("k8s", "Kubernetes")]
    [InlineData("postgres", "PostgreSQL")]
    [InlineData("C#", "C#")]
    [InlineData("diseno grafico", "Graphic design")]
    public void A_skill_is_found_by_any_of_its_words(string word, string name) =>
        Assert.Equal(name, Skills.Find(word)?.Name);

    [Fact]
    public void Suggestions_put_the_likeliest_first_and_are_at_most_ten()
    {
        Assert.Equal("Java", Skills.Suggest("java")[0].Name);
        Assert.Contains(Skills.Suggest("java"), s => s.Name == "JavaScript");
        Assert.Equal("PostgreSQL", Skills.Suggest("PÓSTGR")[0].Name);
        Assert.True(Skills.Suggest("a").Count <= 10);
        Assert.Empty(Skills.Suggest("  "));
    }

    [Fact]
    public void Names_are_in_the_readers_language()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new("es");
            Assert.Equal("Diseño gráfico", Skills.Find("graphic-design")!.Label);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        var before = await Site.All<TaxonomySkill>();

        await Site.With<ImportTaxonomy>(import => import.Run(default));

        Assert.Equal(before.Select(s => (s.Id, s.Slug, s.Version)).Order(),
            (await Site.All<TaxonomySkill>()).Select(s => (s.Id, s.Slug, s.Version)).Order());
        Assert.True(Skills.All.Count > 600);
        Assert.NotEmpty(Skills.Categories);
        Assert.NotEmpty(Skills.ProjectTypes);
    }

    [Fact]
    public async Task A_freelancer_without_a_shown_profile_is_nobodys_to_find()
    {
        var fran = await Site.Freelancer();

        Assert.Null(await Site.With<Freelancers, FreelancerCard?>(f => f.Find(fran.Id, default)));
    }
}
