using System.Net;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Insights;

/// <summary>Nobody is shown a link that refuses them: whoever it is, every link of these pages is followed.</summary>
public class ShownLinksTests(Site site) : SiteTest(site)
{
    static readonly string[] Pages =
        ["/", "/jobs", "/talent", "/dashboard", "/contracts", "/money", "/notifications", "/settings", "/profile/edit",
         "/my/favourites", "/my/searches", "/help/clients", "/help/freelancers", "/admin"];

    [Theory]
    [InlineData("visitor")]
    [InlineData("client")]
    [InlineData("freelancer")]
    [InlineData("both")]
    [InlineData("admin")]
    [InlineData("suspended")]
    public async Task Every_link_lets_in_whoever_sees_it(string who)
    {
        var browser = await Browser(who);
        var shown = new Dictionary<string, string>();
        foreach (var url in Pages)
        {
            using var answer = await browser.GetAsync(url);
            if ((int)answer.StatusCode >= 300) continue;
            foreach (var link in (await browser.Open(url)).QuerySelectorAll("a[href^='/']"))
                shown.TryAdd(link.GetAttribute("href")!.Split('#')[0], url);
        }
        Assert.True(shown.Count > 15);
        var refused = new List<string>();
        foreach (var (link, page) in shown)
        {
            using var answer = await browser.GetAsync(link);
            if ((int)answer.StatusCode >= 400) refused.Add($"{link} ({(int)answer.StatusCode}) on {page}");
        }
        Assert.Empty(refused);
    }

    [Theory]
    [InlineData("visitor", true)]
    [InlineData("client", true)]
    [InlineData("freelancer", false)]
    [InlineData("admin", false)]
    public async Task Who_may_post_a_job_is_offered_it_and_a_visitor_too(string who, bool isOffered)
    {
        var page = await (await Browser(who)).Open("/");

        Assert.Equal(isOffered, page.QuerySelectorAll("a[href='/jobs/new']").Length > 0);
        Assert.Equal(isOffered, page.QuerySelector("footer a[href='/jobs/new']") is not null);
    }

    [Fact]
    public async Task A_guide_keeps_the_name_of_a_page_its_reader_may_not_open()
    {
        var page = await (await Browser("client")).Open("/help/freelancers");

        Assert.Null(page.QuerySelector("a[href='/profile/edit/skills']"));
        Assert.Contains("/profile/edit/skills", page.Text());
        Assert.NotNull((await (await Browser("freelancer")).Open("/help/freelancers"))
            .QuerySelector("a[href='/profile/edit/skills']"));
    }

    async Task<HttpClient> Browser(string who)
    {
        if (who == "visitor") return Site.Anonymous();
        var account = who switch
        {
            "client" => await Site.Client(),
            "freelancer" => await Site.Freelancer(),
            "admin" => await Site.Admin(),
            "both" => await Site.Account("Both Sides", client: true, freelancer: true),
            _ => await Site.Client("Sam Suspended"),
        };
        if (who == "suspended") await Site.Suspended(account);
        var person = await Site.Ask(async db => (await db.Set<Account>().FindAsync(account.Id))!);
        return await Site.As(person);
    }
}
