using System.Net;
using Guildhall.Engine.Money;
using Guildhall.Payments;
using Guildhall.Payments.Public;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Refused = Guildhall.Shared.Refused;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

/// <summary>What happens to money while time passes.</summary>
public class TimedPaymentTests : OwnSiteTest
{
    [Fact]
    public async Task A_slow_capture_arrives_after_a_minute_and_only_once()
    {
        var client = await Site.Client();
        var (milestone, contract, intent) = await Site.OpenCheckout(client, Usd(100_00));
        var api = await Site.As(client);

        Assert.Equal("processing", (string?)(await api.Post($"/api/v1/payments/{intent}/card",
            Card(SlowCard)))["state"]);
        Assert.Contains("Your bank is still at it.", (await api.Open($"/pay/{intent}")).Text());
        await Site.Drain();
        Assert.Null(await Site.With<Escrow, Money?>(e => e.Held(milestone, default)));

        Site.Clock.Advance(TimeSpan.FromSeconds(61));
        await Site.Drain();
        Site.Clock.Advance(TimeSpan.FromMinutes(20));
        await Site.Drain();

        Assert.Equal(Usd(100_00), await Site.With<Escrow, Money?>(e => e.Held(milestone, default)));
        Assert.Equal(1, await Site.Ask(db => db.Set<PostedJournal>().CountAsync(j => j.ContractId == contract)));
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_the_checkout_is_over_and_a_new_one_may_start()
    {
        var client = await Site.Client();
        var request = new CheckoutRequest(Purposes.Milestone, Guid.CreateVersion7(), Guid.CreateVersion7(), client.Id,
            Usd(100_00), Usd(110_00), "First milestone", "/contracts");
        var intent = await Site.With<Checkout, Guid>(c => c.Start(request, default));
        Site.Clock.Advance(TimeSpan.FromMinutes(16));
        var api = await Site.As(client);

        // The timer has not run yet: the rule holds all the same.
        var problem = await api.Post($"/api/v1/payments/{intent}/card", Card(GoodCard), HttpStatusCode.Conflict);
        Assert.Equal("checkout_expired", (string?)problem["code"]);
        Assert.Contains("This checkout expired.", (await api.Open($"/pay/{intent}")).Text());
        var again = await Site.With<Checkout, Guid>(c => c.Start(request, default));
        Assert.NotEqual(intent, again);
        await Site.Drain();
        await api.Post($"/api/v1/payments/{again}/card", Card(GoodCard));

        Assert.Equal("expired", (string?)(await api.Get($"/api/v1/payments/{intent}"))["state"]);
        Assert.Equal("captured", (string?)(await api.Get($"/api/v1/payments/{again}"))["state"]);
    }

    [Fact]
    public async Task A_payout_takes_two_steps_and_leaves_a_receipt()
    {
        var freelancer = await Site.PaidFreelancer(Usd(500_00));
        var api = await Site.As(freelancer);
        var payout = await Request(api, SimulatorBank.Accepts, 200_00);
        Assert.Equal("processing", await State(api, payout));
        Assert.Equal((Usd(300_00), Usd(200_00)), await Purse(freelancer));

        Site.Clock.Advance(TimeSpan.FromSeconds(61));
        await Site.Drain();
        Assert.Equal("inTransit", await State(api, payout));
        Site.Clock.Advance(TimeSpan.FromSeconds(61));
        await Site.Drain();

        Assert.Equal("paid", await State(api, payout));
        Assert.Equal((Usd(300_00), Usd(0)), await Purse(freelancer));
        var page = await api.Open("/money/payouts");
        Assert.Contains("Paid", page.Text());
        var receipt = await api.Open(page.QuerySelector("a[href^='/receipts/']")!.GetAttribute("href")!);
        Assert.Contains("Total $200.00", receipt.Text());
        Assert.True((await Site.With<VerifyLedger, LedgerVerdict>(v => v.Run(default))).IsIntact);
    }

    [Fact]
    public async Task A_closed_account_brings_everything_back_with_the_reason()
    {
        var freelancer = await Site.PaidFreelancer(Usd(500_00));
        var api = await Site.As(freelancer);
        var payout = await Request(api, SimulatorBank.Returns, 500_00);

        for (var step = 0; step < 2; step++)
        {
            Site.Clock.Advance(TimeSpan.FromSeconds(61));
            await Site.Drain();
        }

        Assert.Equal("returned", await State(api, payout));
        Assert.Equal((Usd(500_00), Usd(0)), await Purse(freelancer));
        Assert.Contains("this account is closed", (await api.Open("/money/payouts")).Text());
        Assert.True((await Site.With<VerifyLedger, LedgerVerdict>(v => v.Run(default))).IsIntact);
    }

    [Fact]
    public async Task Released_money_clears_after_the_days_the_contract_says()
    {
        var work = await Site.FundedMilestone(Usd(500_00));
        await Site.Release(work, clearingDays: 5);
        Assert.Equal(Usd(500_00), (await Site.Purse(work.Freelancer)).Pending);

        Site.Clock.Advance(TimeSpan.FromDays(5) - TimeSpan.FromMinutes(1));
        await Site.Drain();
        Assert.Equal(Usd(0), (await Site.Purse(work.Freelancer)).Available);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Site.Drain();

        Assert.Equal(Usd(500_00), (await Site.Purse(work.Freelancer)).Available);
    }

    static async Task<Guid> Request(HttpClient api, string iban, long cents)
    {
        var method = await api.Post("/api/v1/payout-methods", new { holder = "Fran Freelancer", iban });
        var payout = await api.Post("/api/v1/payouts",
            new { methodId = (string?)method["id"], amount = new { minor = cents, currency = "USD" } });
        return Guid.Parse((string)payout["id"]!);
    }

    static async Task<string?> State(HttpClient api, Guid payout) =>
        (string?)(await api.Get($"/api/v1/payouts/{payout}"))["state"];

    async Task<(Money, Money)> Purse(Guildhall.Accounts.Account freelancer)
    {
        var purse = await Site.Purse(freelancer);
        return (purse.Available, purse.InTransit);
    }
}
