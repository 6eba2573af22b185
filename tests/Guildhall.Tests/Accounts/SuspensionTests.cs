using System.Net;
using Guildhall.Accounts;
using Guildhall.Talent.Public;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Accounts;

public class SuspensionTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_suspended_account_reads_and_takes_its_money_away_but_does_not_act()
    {
        var account = await Site.ShownFreelancer("Sara Suspended");
        await Site.Suspended(account);
        var api = await Site.As(account);

        await api.Open("/notifications");
        await api.Open("/money");
        await api.Open($"/freelancers/{account.Id}");
        Assert.Contains("Your account is suspended", (await api.Open("/settings")).Text());
        await api.Get("/api/v1/money/balances");
        await api.Post("/api/v1/users/me/capacities", new { capacity = "client" }, HttpStatusCode.Forbidden);
        await api.Put("/api/v1/users/me/profile/skills", Array.Empty<object>(), HttpStatusCode.Forbidden);
        await api.Open("/jobs/new", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_suspended_freelancer_is_found_nowhere_until_the_suspension_is_lifted()
    {
        var account = await Site.ShownFreelancer("Nils Nowhere");
        Assert.True(await IsFound(account));

        await Site.Suspended(account);
        await Site.Drain();

        Assert.False(await IsFound(account));
        await Site.Anonymous().Open($"/freelancers/{account.Id}", HttpStatusCode.NotFound);

        var admin = await Site.Admin();
        await (await Site.As(admin)).Send(HttpMethod.Delete, $"/api/v1/admin/users/{account.Id}/suspension");
        await Site.Drain();

        Assert.True(await IsFound(account));
        await Site.Anonymous().Open($"/freelancers/{account.Id}");
    }

    async Task<bool> IsFound(Account account)
    {
        var many = await Site.With<Freelancers, Dictionary<Guid, FreelancerCard>>(f => f.Many([account.Id], default));
        var all = await Site.With<Freelancers, List<FreelancerCard>>(async f =>
            await f.InBatches(2, default).SelectMany(batch => batch.ToAsyncEnumerable()).ToListAsync());
        var one = await Site.With<Freelancers, FreelancerCard?>(f => f.Find(account.Id, default));
        var answers = new[] { many.ContainsKey(account.Id), all.Any(f => f.AccountId == account.Id), one is not null };
        return Assert.Single(answers.Distinct());
    }
}
