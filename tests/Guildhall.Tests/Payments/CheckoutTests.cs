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

public class CheckoutTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task The_page_shows_to_the_cent_what_the_card_is_charged()
    {
        var client = await Site.Client();
        var (milestone, _, intent) = await Site.OpenCheckout(client, Usd(333_33));
        var browser = await Site.As(client, follow: false);

        Assert.Contains("Total $366.66", (await browser.Open($"/pay/{intent}")).Text());
        var (answer, _) = await Pay(browser, intent, GoodCard);

        Assert.StartsWith("/contracts/", answer.RequestMessage!.RequestUri!.AbsolutePath);
        var fund = await Site.Ask(db => db.Set<PostedJournal>().Include(j => j.Lines)
            .SingleAsync(j => j.Reference == $"milestone:{milestone}"));
        Assert.Equal(366_66, fund.Lines.Where(l => l.Amount > 0).Sum(l => l.Amount));
        Assert.Contains("Paid.", (await browser.Open($"/pay/{intent}")).Text());
    }

    [Fact]
    public async Task A_declined_card_says_so_and_another_card_may_follow()
    {
        var client = await Site.Client();
        var (milestone, _, intent) = await Site.OpenCheckout(client, Usd(100_00));
        var browser = await Site.As(client);

        var (_, page) = await Pay(browser, intent, BadCard);

        Assert.Contains("Your bank declined this card. Nothing was charged; try another card.", page.Text());
        Assert.Null(await Held(milestone));
        await (await Site.As(client)).Post($"/api/v1/payments/{intent}/card", Card(GoodCard));
        Assert.Equal(Usd(100_00), await Held(milestone));
    }

    [Theory]
    [InlineData("approve", "Captured")]
    [InlineData("deny", "Failed")]
    public async Task The_bank_may_ask_first(string answer, string state)
    {
        var client = await Site.Client();
        var (milestone, _, intent) = await Site.OpenCheckout(client, Usd(100_00));
        var browser = await Site.As(client, follow: false);

        var (redirect, _) = await Pay(browser, intent, AskingCard);
        Assert.Equal($"/pay/{intent}/verify", redirect.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Null(await Held(milestone));
        await browser.Submit($"/pay/{intent}/verify", "answer", ("Answer", answer));

        Assert.Equal(state, await State(intent));
        Assert.Equal(state == "Captured" ? Usd(100_00) : null, await Held(milestone));
    }

    [Fact]
    public async Task Pressing_twice_at_once_charges_once()
    {
        var client = await Site.Client();
        var (milestone, _, intent) = await Site.OpenCheckout(client, Usd(100_00));
        var api = await Site.As(client);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.Post($"/api/v1/payments/{intent}/card",
            Card(GoodCard))));

        Assert.Equal(1, await Site.Ask(db => db.Set<PostedJournal>().CountAsync(j =>
            j.Reference == $"milestone:{milestone}")));
        Assert.Equal(1, await Site.Ask(db => db.Set<Paper>().CountAsync(p => p.SubjectId == intent)));
    }

    [Fact]
    public async Task Starting_twice_opens_one_checkout_and_a_paid_milestone_none()
    {
        var client = await Site.Client();
        var (milestone, contract) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var request = new CheckoutRequest(
            Purposes.Milestone, milestone, contract, client.Id, Usd(100_00), Usd(110_00), "First milestone",
                "/contracts");

        var opened = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Start(request))));
        Assert.Single(opened.Distinct());

        await (await Site.As(client)).Post($"/api/v1/payments/{opened[0]}/card", Card(GoodCard));
        Assert.Equal("already_paid", (await Assert.ThrowsAsync<Refused>(() => Start(request))).Code);

        async Task<Guid> Start(CheckoutRequest asked)
        {
            // Two first starts may race; the database lets one through and the other asks again.
            try { return await Site.With<Checkout, Guid>(c => c.Start(asked, default)); }
            catch (Refused lost) when (lost.Code == "lost_race")
            {
                return await Site.With<Checkout, Guid>(c => c.Start(asked, default));
            }
        }
    }

    [Fact]
    public async Task The_wallet_pays_when_it_covers_everything()
    {
        var first = await Site.FundedMilestone(Usd(500_00));
        await Site.With<Escrow, Money>(e => e.Refund(first.Milestone, null, "Cancelled together", default));
        var (milestone, _, intent) = await Site.OpenCheckout(first.Client, Usd(100_00));
        var (_, _, large) = await Site.OpenCheckout(first.Client, Usd(1000_00));
        var browser = await Site.As(first.Client, follow: false);

        await browser.Submit($"/pay/{intent}", "balance");

        Assert.Equal(Usd(100_00), await Held(milestone));
        Assert.Equal(Usd(440_00), (await Site.Purse(first.Client)).Wallet);
        Assert.DoesNotContain("Pay from balance", (await browser.Open($"/pay/{large}")).Text());
        var refused = await browser.Post($"/api/v1/payments/{large}/balance", null, HttpStatusCode.Conflict);
        Assert.Equal("insufficient_funds", (string?)refused["code"]);
    }

    [Theory]
    [InlineData("4242 4242 4242 4241", "12/40", "123", "number")]
    [InlineData("not a card", "12/40", "123", "number")]
    [InlineData(GoodCard, "13/40", "123", "expiry")]
    [InlineData(GoodCard, "01/20", "123", "expiry")]
    [InlineData(GoodCard, "12/40", "12", "cvc")]
    public async Task A_card_that_cannot_be_right_is_not_tried(string number, string expiry, string cvc, string field)
    {
        var client = await Site.Client();
        var (_, _, intent) = await Site.OpenCheckout(client, Usd(100_00));

        var problem = await (await Site.As(client)).Post($"/api/v1/payments/{intent}/card",
            new { number, expiry, cvc, name = "Carla Client" }, HttpStatusCode.UnprocessableEntity);

        Assert.Contains(problem["errors"]!.AsObject(), e => e.Key.Equals(field, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Created", await State(intent));
    }

    [Fact]
    public async Task Of_a_card_only_the_last_four_digits_remain()
    {
        var work = await Site.FundedMilestone(Usd(100_00));

        var intent = await Site.Ask(db => db.Set<PaymentIntent>().SingleAsync(i => i.Id == work.Intent));
        Assert.Equal(("Visa", "4242"), (intent.Brand, intent.Last4));
        Assert.All(await Site.All<Guildhall.Shared.AuditEntry>(), entry => Assert.DoesNotContain("42424242",
            entry.Details ?? ""));
    }

    [Fact]
    public async Task Another_persons_checkout_is_not_there()
    {
        var (_, _, intent) = await Site.OpenCheckout(await Site.Client(), Usd(100_00));
        var stranger = await Site.As(await Site.Client());

        await stranger.Open($"/pay/{intent}", HttpStatusCode.NotFound);
        await stranger.Post($"/api/v1/payments/{intent}/card", Card(GoodCard), HttpStatusCode.NotFound);
    }

    static Task<(HttpResponseMessage Answer, AngleSharp.Dom.IDocument Page)> Pay(HttpClient browser, Guid intent,
        string card) =>
        browser.Submit($"/pay/{intent}", "card", ("Model.Number", card), ("Model.Expiry", "12/40"), ("Model.Cvc",
            "123"),
            ("Model.Name", "Carla Client"));

    Task<Money?> Held(Guid milestone) => Site.With<Escrow, Money?>(e => e.Held(milestone, default));

    Task<string> State(Guid intent) =>
        Site.Ask(async db => (await db.Set<PaymentIntent>().SingleAsync(i => i.Id == intent)).State.ToString());
}
