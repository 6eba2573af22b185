using System.Net;
using Guildhall.Contracts;
using Guildhall.Contracts.Public;
using Guildhall.Demo;
using Guildhall.Payments;
using Guildhall.Reputation;
using Guildhall.Shared;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Guildhall.Tests.Demo;

/// <summary>What a visitor of a demo does that nobody else may: be somebody, and move the clock.</summary>
[Trait("speed", "slow")]
public class DemoSiteTests : OwnSiteTest
{
    public DemoSiteTests() => Site = new DemoSite();

    [Fact]
    public async Task A_visitor_is_marta_and_sees_what_time_does()
    {
        var browser = Site.Anonymous();
        var entered = await Post(browser, "/demo/sign-in", ("role", "client"));
        Assert.Equal((HttpStatusCode.Redirect, "/dashboard"),
            (entered.StatusCode, entered.Headers.Location?.OriginalString));
        Assert.Contains("Marta", await browser.GetStringAsync("/dashboard"));
        Assert.Contains((await Site.All<Payout>()).Select(p => p.State), s => s == PayoutState.Paid);
        Assert.Contains((await Site.All<Payout>()).Select(p => p.State), s => s == PayoutState.Held);

        var waiting = (await Site.All<Milestone>()).Where(m => m.State == MilestoneState.Submitted).ToArray();
        var hidden = (await Site.All<Review>()).Where(r => r.PublishedAt is null).ToArray();
        Assert.NotEmpty(waiting);
        Assert.NotEmpty(hidden);
        Assert.Equal(HttpStatusCode.Redirect,
            (await Post(browser, "/demo/clock/advance", ("by", "review"))).StatusCode);
        await Site.Drain();

        var after = (await Site.All<Milestone>()).ToDictionary(m => m.Id);
        Assert.All(waiting, m => Assert.True(after[m.Id].ApprovedBySilence, m.Title));
        Assert.All((await Site.All<Review>()).Where(r => hidden.Any(h => h.Id == r.Id)),
            r => Assert.NotNull(r.PublishedAt));
        Assert.Contains("moved forward by 15 days", await browser.GetStringAsync("/dashboard"));
        browser.DefaultRequestHeaders.Add("Accept-Language", "es");
        Assert.Contains("El reloj de este sitio se adelantó 15 días", WebUtility.HtmlDecode(
            await browser.GetStringAsync("/demo/clock")));

        // A restart remembers.
        var restarted = new MovableClock();
        await new DemoClock(restarted, Site.Services.GetRequiredService<Settings>()).Restore();
        Assert.Equal(TimeSpan.FromDays(15), restarted.Offset);
    }

    internal static Task<HttpResponseMessage> Post(
        HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return browser.SendAsync(request);
    }

    sealed class DemoSite : SeededSite
    {
        protected override void AddServices(IServiceCollection services)
        {
            var settings = (Settings)services.Single(s => s.ServiceType == typeof(Settings)).ImplementationInstance!;
            services.Replace(ServiceDescriptor.Singleton(settings with { Demo = true }));
        }
    }
}

/// <summary>On a real site there is no back door.</summary>
public class NoDemoTests(Site site) : SiteTest(site)
{
    [Theory]
    [InlineData("/demo/sign-in", "role", "admin")]
    [InlineData("/demo/clock/advance", "by", "week")]
    public async Task Without_the_demo_its_doors_do_not_exist(string path, string field, string value)
    {
        var before = Site.Clock.Offset;
        var answer = await DemoSiteTests.Post(Site.Anonymous(), path, (field, value));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, Site.Clock.Offset);
    }
}
