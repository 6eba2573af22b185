using System.Net;
using Guildhall.Contracts;
using Guildhall.Engine.Money;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Contracts;

public class RaceTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task Fifty_approvals_at_once_are_one_release()
    {
        var agreement = await Site.SubmittedContract(500_00);
        var client = await Site.As(agreement.Client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => Task.Run(() => client.PostAsync($"/api/v1/milestones/{agreement.First}/approve", null))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(Usd(500_00), (await Site.Purse(agreement.Freelancer)).Available);
        var released = await Site.Ask(db => db.Set<HistoryEntry>()
            .CountAsync(h => h.ContractId == agreement.Id && h.Kind == HistoryKind.Released));
        Assert.Equal(1, released);
    }

    [Fact]
    public async Task Approval_and_request_for_changes_at_once_end_in_one_of_them()
    {
        var agreement = await Site.SubmittedContract(500_00);
        var client = await Site.As(agreement.Client);

        var both = await Task.WhenAll(
            Task.Run(() => client.PostAsync($"/api/v1/milestones/{agreement.First}/approve", null)),
            Task.Run(() => client.PostAsync($"/api/v1/milestones/{agreement.First}/changes",
                System.Net.Http.Json.JsonContent.Create(new { reason = "More." }))));

        Assert.Single(both, a => a.IsSuccessStatusCode);
        Assert.Single(both, a => a.StatusCode == HttpStatusCode.Conflict);
        var paid = (await Site.Purse(agreement.Freelancer)).Available;
        Assert.Equal(both[0].IsSuccessStatusCode ? Usd(500_00) : Usd(0), paid);
    }

    [Fact]
    public async Task Two_presses_of_fund_are_one_checkout()
    {
        var agreement = await Site.SignedContract();
        var client = await Site.As(agreement.Client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(_ => Task.Run(() => client.Post($"/api/v1/milestones/{agreement.First}/fund"))));

        Assert.Single(answers.Select(a => (string)a["payment_id"]!).Distinct());
    }
}
