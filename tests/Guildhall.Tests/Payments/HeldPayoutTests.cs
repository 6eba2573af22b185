using System.Net;
using Guildhall.Accounts;
using Guildhall.Payments;
using Guildhall.Tests.Support;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

/// <summary>Withdrawals that wait for a person or for time.</summary>
public class HeldPayoutTests : OwnSiteTest
{
    [Fact]
    public async Task A_large_withdrawal_waits_for_an_operator_who_sends_it()
    {
        var (freelancer, api, payout) = await Large();

        Assert.Contains("looked at by a person", (await api.Open("/money/payouts")).Text());
        await Site.Drain();
        Assert.Contains("waits for a check", (await api.Open("/notifications")).Text());
        var otto = await Site.As(await Site.Admin());
        var (_, page) = await otto.Submit("/admin/payouts", $"approve-{payout}");
        Assert.Contains("Nothing waits for you", page.Text());
        await Arrive();

        Assert.Equal("paid", await State(api, payout));
        Assert.Equal(Usd(1_000_00), (await Site.Purse(freelancer)).Available);
    }

    [Fact]
    public async Task An_operator_gives_it_back_with_a_reason_the_owner_reads()
    {
        var (freelancer, api, payout) = await Large();
        var otto = await Site.As(await Site.Admin());

        var (_, page) = await otto.Submit("/admin/payouts", $"reject-{payout}", ("Reason", "no"));
        Assert.Contains("at least 10", page.Text());
        await otto.Submit("/admin/payouts", $"reject-{payout}", ("Reason", "The account's holder is somebody else."));

        Assert.Contains("The account's holder is somebody else.", (await api.Open("/money/payouts")).Text());
        Assert.Equal(Usd(7_000_00), (await Site.Purse(freelancer)).Available);
        await otto.Post($"/api/v1/admin/payouts/{payout}/approve", new { }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Its_owner_takes_it_back_while_it_waits_and_nobody_else_can()
    {
        var (freelancer, api, payout) = await Large();

        await (await Site.As(await Site.Freelancer()))
            .Post($"/api/v1/payouts/{payout}/cancel", new { }, HttpStatusCode.NotFound);
        await api.Submit("/money/payouts", $"cancel-{payout}");
        await api.Post($"/api/v1/payouts/{payout}/cancel", new { });

        Assert.Equal("cancelled", await State(api, payout));
        Assert.Equal(Usd(7_000_00), (await Site.Purse(freelancer)).Available);
    }

    [Fact]
    public async Task What_is_on_its_way_cannot_be_taken_back()
    {
        var api = await Site.As(await Site.PaidFreelancer(Usd(200_00)));
        var payout = await Withdraw(api, await Method(api), 100_00);

        var problem = await api.Post($"/api/v1/payouts/{payout}/cancel", new { }, HttpStatusCode.Conflict);

        Assert.Equal("payout_state", (string?)problem["code"]);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_withdrawal()
    {
        var (freelancer, _, payout) = await Large();

        var refused = await Assert.ThrowsAsync<Guildhall.Shared.Refused>(() =>
            Site.With<StopPayout>(s => s.Approve(payout, freelancer.Id, default)));

        Assert.Equal("own_payout", refused.Code);
    }

    [Fact]
    public async Task A_second_bank_account_rests_two_days_before_the_first_withdrawal_to_it()
    {
        var freelancer = await Site.PaidFreelancer(Usd(300_00));
        var api = await Site.As(freelancer);
        var first = await Withdraw(api, await Method(api), 100_00);
        await Arrive();
        Assert.Equal("paid", await State(api, first));

        var second = await Withdraw(api, await Method(api, "GB29 NWBK 6016 1331 9268 19"), 100_00);
        Assert.Equal("held", await State(api, second));
        Site.Clock.Advance(TimeSpan.FromHours(47));
        await Site.Drain();
        Assert.Equal("held", await State(await Site.As(freelancer), second));
        Site.Clock.Advance(TimeSpan.FromHours(1.1));
        await Arrive();

        Assert.Equal("paid", await State(await Site.As(freelancer), second));
        Assert.Equal(Usd(100_00), (await Site.Purse(freelancer)).Available);
    }

    async Task<(Account Freelancer, HttpClient Api, Guid Payout)> Large()
    {
        var freelancer = await Site.PaidFreelancer(Usd(7_000_00));
        var api = await Site.As(freelancer);
        var payout = await Withdraw(api, await Method(api), 6_000_00);
        Assert.Equal("held", await State(api, payout));
        Assert.Equal(Usd(1_000_00), (await Site.Purse(freelancer)).Available);
        return (freelancer, api, payout);
    }

    async Task Arrive()
    {
        for (var step = 0; step < 3; step++)
        {
            await Site.Drain();
            Site.Clock.Advance(TimeSpan.FromSeconds(61));
        }
        await Site.Drain();
    }

    static async Task<Guid> Withdraw(HttpClient api, string method, long cents) =>
        (Guid)(await api.Post("/api/v1/payouts",
            new { methodId = method, amount = new { minor = cents, currency = "USD" } }))["id"]!;

    static async Task<string> State(HttpClient api, Guid payout) =>
        (string)(await api.Get($"/api/v1/payouts/{payout}"))["state"]!;

    static async Task<string> Method(HttpClient api, string iban = SimulatorBank.Accepts) =>
        (string)(await api.Post("/api/v1/payout-methods", new { holder = "Fran Freelancer", iban }))["id"]!;
}
