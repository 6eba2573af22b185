using System.Net;
using Guildhall.Accounts;
using Guildhall.Contracts;
using Guildhall.Contracts.Public;
using Guildhall.Demo;
using Guildhall.Hiring;
using Guildhall.Jobs.Public;
using Guildhall.Notifications;
using Guildhall.Payments;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Guildhall.Tests.Demo;

/// <summary>The demo is played on a real database; what it leaves must be as true as a real past.</summary>
[Trait("speed", "slow")]
public class SeedTests : OwnSiteTest
{
    public SeedTests() => Site = new SeededSite();

    [Fact]
    public async Task The_story_leaves_a_marketplace_that_adds_up()
    {
        var report = (await SeededSite.Demo).Report;
        Assert.Equal((261, 120), (report.People, report.Jobs));
        Assert.Null(await SeedDemo.Run(Site.Services, default)); // somebody lives here now

        await Everything_is_in_the_past_and_every_state_is_there();
        Assert.True((await Site.With<VerifyLedger, LedgerVerdict>(v => v.Run(default))).IsIntact);
        await Signatures_hold();
        await Its_people_can_open_their_pages();
        await Site.Drain(); // what was left for later, and is due now, runs
        Assert.Empty(await Site.Ask(db =>
            db.Set<Guildhall.Shared.Jobs.Job>().Where(j => j.LastError != null).ToListAsync()));
    }

    async Task Everything_is_in_the_past_and_every_state_is_there()
    {
        var now = Site.Clock.GetUtcNow().UtcDateTime;
        var jobs = await Site.All<Guildhall.Jobs.Job>();
        Assert.Equal(49, jobs.Count(j => j.State == JobState.Open));
        Assert.Equal(27, jobs.Count(j => j.State == JobState.Closed));
        Assert.Equal(
            Enum.GetValues<JobState>().Except([JobState.Removed]), jobs.Select(j => j.State).Distinct().Order());
        Assert.All(jobs, j => Assert.True(j.UpdatedAt <= now));
        Assert.Equal(253, (await Site.All<Proposal>()).Count);
        Assert.Equal(13, (await Site.All<Contract>()).Count(c => c.State == ContractState.Active));
        var news = await Site.All<Notification>();
        Assert.Contains(news, n => n.ReadAt is null);
        Assert.Contains(news, n => n.ReadAt is not null);
        Assert.Equal(261, (await Site.All<Account>()).Select(a => a.FullName).Distinct().Count());
    }

    async Task Signatures_hold()
    {
        var signatures = await Site.All<Signature>();
        Assert.NotEmpty(signatures);
        foreach (var signature in signatures)
            Assert.True(await Site.With<SignatureStatement, bool>(s => s.Holds(signature, default)));
    }

    async Task Its_people_can_open_their_pages()
    {
        var accounts = (await Site.All<Account>()).ToDictionary(a => a.Email!);
        var marta = accounts["marta@demo.guildhall.example"];
        var contract = (await Site.All<Contract>())
            .First(c => c.ClientId == marta.Id && c.State == ContractState.Active);
        foreach (var person in new[] { marta, accounts["ines@demo.guildhall.example"] })
        {
            var browser = await Site.As(person);
            browser.DefaultRequestHeaders.Add("Accept-Language", "es");
            string[] paths = ["/dashboard", "/contracts", $"/contracts/{contract.Id}", "/money", "/notifications"];
            foreach (var path in paths)
                Assert.Equal((path, HttpStatusCode.OK), (path, (await browser.GetAsync(path)).StatusCode));
        }
    }
}
