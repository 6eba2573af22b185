using System.Net;
using Guildhall.Talent.Public;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Talent;

public class PublicPagesTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task Both_profiles_show_what_others_said_and_what_the_contracts_show()
    {
        var (client, freelancer) = (await Site.Client("Marta Oliva"), await Site.ShownFreelancer());
        var contract = await Site.FinishedContract(client, freelancer);
        await (await Site.As(client)).Post("/api/v1/reviews", Review(contract, "She cut our build to four minutes."));
        await (await Site.As(freelancer)).Post("/api/v1/reviews", Review(contract, "A clear brief, quick answers."));
        await Site.Drain();

        var ofFreelancer = await Site.Anonymous().Open($"/freelancers/{freelancer.Id}");
        var ofClient = await Site.Anonymous().Open($"/clients/{client.Id}");

        Assert.Contains("She cut our build to four minutes.", ofFreelancer.Text());
        Assert.Contains("Completed 1 contract", ofFreelancer.Text());
        Assert.NotNull(ofFreelancer.QuerySelector($"a[href='/reputation/{freelancer.Id}']"));
        Assert.Contains("A clear brief, quick answers.", ofClient.Text());
        Assert.Contains("Hired 1 person", ofClient.Text());
    }

    [Fact]
    public async Task A_client_page_sums_what_was_paid()
    {
        var work = await Site.SubmittedContract(500_00);
        await (await Site.As(work.Client)).Post($"/api/v1/milestones/{work.First}/approve");
        await Site.Drain();

        var page = await Site.Anonymous().Open($"/clients/{work.Client.Id}");

        Assert.Contains("Paid for work $500.00", page.Text());
    }

    [Fact]
    public async Task The_dashboard_says_what_to_do_next_for_the_profile()
    {
        var account = await Site.Freelancer();

        var progress = await Site.With<Freelancers, ProfileProgress>(f => f.Completeness(account.Id, default));
        var page = await (await Site.As(account)).Open("/dashboard");

        Assert.Equal((0, "/profile/edit/skills"), (progress.Percent, progress.Href));
        Assert.Equal("Add three skills with levels",
            page.QuerySelector("main a[href='/profile/edit/skills']")?.TextContent.Trim());
    }

    [Theory]
    [InlineData("en", "Programming languages")]
    [InlineData("es", "Lenguajes de programación")]
    public async Task The_skills_are_listed_by_field_in_the_readers_language(string language, string shelf)
    {
        await Site.ShownFreelancer();
        var browser = Site.Anonymous();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await browser.Open("/skills");

        Assert.Contains(shelf, page.QuerySelectorAll("h3").Select(h => h.TextContent.Trim()));
        Assert.Equal("Kubernetes", page.QuerySelector("a[href='/talent?skills=kubernetes']")!.TextContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_link_of_the_frame_leads_somewhere(bool signedIn)
    {
        var account = await Site.Account(client: true, freelancer: true, admin: true);
        var browser = signedIn ? await Site.As(account) : Site.Anonymous();
        var page = await browser.Open("/trust");

        var links = page.QuerySelectorAll("header a, footer a, main a").Select(a => a.GetAttribute("href")!)
            .Where(href => href.StartsWith('/')).Distinct().ToArray();
        var dead = new List<string>();
        foreach (var link in links)
            if ((await browser.GetAsync(link)).StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden
                or HttpStatusCode.InternalServerError) dead.Add(link);

        Assert.Empty(dead);
    }

    static object Review(Guid contract, string text) => new
    {
        contractId = contract, rating = 5, success = 5, communication = 5, professionalism = 5, deadlines = 5,
        qualityScore = 5, onTime = true, text,
    };
}
