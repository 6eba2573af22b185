using System.Net;
using Guildhall.Talent.Public;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Talent;

public class ProfileTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_profile_grows_part_by_part_and_is_seen_only_when_it_is_shown()
    {
        var account = await Site.Freelancer("Nuria Solé");
        var nuria = await Site.As(account, follow: false);

        await Saved(nuria, "/profile/edit/about", "about",
            ("About.Headline", "Illustrated maps for slow journeys"), ("About.Bio", "Ink first."));
        await Saved(nuria, "/profile/edit/skills", "skills", ("Claims.Skills", "Illustration 9, k8s: 2"));
        await Saved(nuria, "/profile/edit/terms", "terms", ("Terms.Rate", "55,50"), ("Terms.Currency", "EUR"),
            ("Terms.WeeklyHours", "20"));
        await Saved(nuria, "/profile/edit/languages", "languages", ("Spoken.Rows[0].Code", "ca"),
            ("Spoken.Rows[0].Level", "Native"));
        await Saved(nuria, "/profile/edit/experience", "experience", ("Entry.Role", "Cartographer"),
            ("Entry.From", "2019-03"));
        await Site.Anonymous().Open($"/freelancers/{account.Id}", HttpStatusCode.NotFound);

        await Saved(nuria, "/profile/edit/visibility", "visibility", ("Shown.Visibility", "Everyone"));

        var page = await Site.Anonymous().Open($"/freelancers/{account.Id}");
        Assert.Contains("Illustrated maps for slow journeys", page.Text());
        Assert.Contains("€55.50", page.Text());
        Assert.Contains("Kubernetes", page.Text());
        Assert.Contains("Cartographer", page.Text());
        Assert.Equal("Person", page.QuerySelector("script[type='application/ld+json']") is null ? null : "Person");
        Assert.EndsWith($"/freelancers/{account.Id}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        var card = await Site.With<Freelancers, FreelancerCard>(f => f.One(account.Id, default));
        Assert.Equal((5550L, 20, 2), (card.Rate!.Value.Minor, card.WeeklyHours!.Value, card.Skills.Count));
    }

    [Fact]
    public async Task A_twenty_first_skill_by_ones_own_word_is_refused_in_words()
    {
        var nuria = await Site.As(await Site.Freelancer(), follow: false);
        var known = await Site.With<Skills, string[]>(skills => Task.FromResult(skills.All
            .Where(s => !s.Name.Contains(',')).Take(21).Select(s => $"{s.Name} 6").ToArray()));

        var (answer, page) = await nuria.Submit("/profile/edit/skills", "skills",
            ("Claims.Skills", string.Join(", ", known)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("You list 21 skills by your own word; 20 is the most.", page.Text());
        await Saved(nuria, "/profile/edit/skills", "skills", ("Claims.Skills", string.Join(", ", known.Take(20))));
    }

    [Theory]
    [InlineData("about", "about", "About.Headline", "", "Fill this in.")]
    [InlineData("skills", "skills", "Claims.Skills", "Underwater knitting 4",
        "“Underwater knitting” is not a skill we know.")]
    [InlineData("skills", "skills", "Claims.Skills", "Python 11", "A level is a number from 1 to 10.")]
    [InlineData("terms", "terms", "Terms.Rate", "lots", "Write an amount in USD")]
    [InlineData("terms", "terms", "Terms.WeeklyHours", "200", "Write a number of hours from 0 to 80.")]
    [InlineData("location", "location", "Place.Country", "ZZ", "Choose a country from the list.")]
    [InlineData("visibility", "visibility", "Shown.Visibility", "Everyone", "Write a headline first")]
    public async Task What_cannot_be_saved_is_said_in_words_and_stays_typed(
        string section, string form, string field, string typed, string words)
    {
        var browser = await Site.As(await Site.Freelancer(), follow: false);

        var (answer, page) = await browser.Submit($"/profile/edit/{section}", form, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, page.Text());
        if (page.QuerySelector($"input[name='{field}'][type=text]") is { } input)
            Assert.Equal(typed, input.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Markup_in_any_text_is_shown_as_text()
    {
        const string Markup = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var account = await Site.ShownFreelancer();
        var api = await Site.As(account);
        await api.Put("/api/v1/users/me/profile", new
        {
            Headline = Markup, Bio = Markup, City = Markup, Visibility = "everyone",
        });
        await api.Post("/api/v1/users/me/experience", new
        {
            Role = Markup, Place = Markup, From = "2020-01-01", Summary = Markup,
        });
        await api.Post("/api/v1/users/me/portfolio", new { Title = Markup, Summary = Markup });
        var problem = await api.Post("/api/v1/users/me/portfolio",
            new { Title = "A link", Link = "javascript:alert(1)" }, HttpStatusCode.UnprocessableEntity);

        var html = await Site.Anonymous().GetStringAsync($"/freelancers/{account.Id}");

        Assert.Contains("web address", problem.ToString());
        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("<img src=x", html);
        Assert.Contains("&lt;script&gt;alert(1)", html);
    }

    [Fact]
    public async Task Programs_read_the_same_profile_under_both_addresses()
    {
        var account = await Site.ShownFreelancer();
        var api = await Site.As(account);

        var own = await api.Get("/users/me/profile");

        Assert.Equal(own.ToString(), (await api.Get("/api/v1/users/me/profile")).ToString());
        Assert.Equal("kubernetes", (string?)own["freelancer"]!["skills"]![0]!["slug"]);
        Assert.Equal("Leading", (string?)own["freelancer"]!["skills"]![0]!["levelName"]);
        var seen = await Site.Anonymous().Get($"/api/v1/freelancers/{account.Id}");
        Assert.Equal("AR", (string?)seen["country"]);
        Assert.Equal("kubernetes", (string?)(await Site.Anonymous().Get("/api/v1/skills?q=k8s"))["items"]![0]!["slug"]);
    }

    [Fact]
    public async Task A_client_page_shows_the_company_and_a_freelancers_does_not_answer_there()
    {
        var client = await Site.Client("Marta Oliva");
        var browser = await Site.As(client, follow: false);
        await Saved(browser, "/profile/edit/company", "company", ("Company.Company", "Brújula Travel"),
            ("Company.Industry", "Slow travel"), ("Company.Country", "ES"));

        Assert.Contains("Brújula Travel", (await Site.Anonymous().Open($"/clients/{client.Id}")).Text());
        await Site.Anonymous().Open($"/clients/{(await Site.Freelancer()).Id}", HttpStatusCode.NotFound);
        await browser.Get("/api/v1/freelancers/" + client.Id, HttpStatusCode.NotFound);
    }

    static async Task Saved(HttpClient browser, string url, string form, params (string, string)[] fields)
    {
        var (answer, page) = await browser.Submit(url, form, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.OK,
            $"{url}: {(int)answer.StatusCode} {page.Text()}");
    }
}
