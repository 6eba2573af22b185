using System.Net;
using Guildhall.Notifications;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Insights;

public class DashboardTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task The_api_tells_each_side_what_waits_for_it()
    {
        var offered = await Site.Proposed();
        var (client, freelancer) = (await Site.As(offered.Client), await Site.As(offered.Freelancer));

        var hers = await client.Get($"/api/v1/users/{offered.Client.Id}/dashboard");
        var his = await freelancer.Get($"/api/v1/users/{offered.Freelancer.Id}/dashboard");

        Assert.Equal(("client", offered.Job), ((string?)hers["acting"], (Guid)hers["jobs"]![0]!["id"]!));
        Assert.Equal(("freelancer", offered.Id), ((string?)his["acting"], (Guid)his["proposals"]![0]!["id"]!));
    }

    [Fact]
    public async Task What_comes_next_under_a_contract_is_said_in_the_callers_language()
    {
        var agreement = await Site.DraftContract(null, null, 500_00);
        var client = await Site.As(agreement.Client);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        var dashboard = await client.Get($"/api/v1/users/{agreement.Client.Id}/dashboard?acting=client");

        var contract = await client.Get($"/api/v1/contracts/{agreement.Id}");
        Assert.StartsWith("Revisa el contrato", (string?)contract["next"]!["words"]);
        Assert.Equal((string?)contract["next"]!["words"], (string?)dashboard["contracts"]![0]!["next"]);
    }

    [Fact]
    public async Task A_freelancer_sees_the_latest_unread_news_until_it_is_read()
    {
        var freelancer = await Site.Freelancer();
        var browser = await Site.As(freelancer);
        Assert.Contains("Nothing unread.", (await browser.Open("/dashboard")).Text());
        await Site.With<Teller>(async teller =>
        {
            for (var i = 1; i <= 6; i++)
                await teller.Tell(freelancer.Id, Topic.Contracts, $"Work on {$"Part {i}"} can begin.",
                    $"/contracts?n={i}", default);
        });

        var page = await browser.Open("/dashboard");

        Assert.Equal(["/contracts?n=6", "/contracts?n=5", "/contracts?n=4", "/contracts?n=3"],
            page.QuerySelectorAll("main li a[href^='/contracts?n=']").Select(a => a.GetAttribute("href")));
        Assert.Contains("Work on Part 6 can begin.", page.Text());
        Assert.Contains("All 6 unread", page.QuerySelector("main a[href='/notifications']")!.TextContent);
        await browser.Submit("/notifications", "read");
        Assert.DoesNotContain("Work on Part 6", (await browser.Open("/dashboard")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_dashboard_is_its_owners_alone()
    {
        var stranger = await Site.As(await Site.Admin());

        await stranger.Get($"/api/v1/users/{(await Site.Client()).Id}/dashboard", HttpStatusCode.NotFound);
    }
}
