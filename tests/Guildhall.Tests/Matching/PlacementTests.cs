using System.Net;
using Guildhall.Accounts;
using Guildhall.Matching.Placements;
using Guildhall.Payments;
using Guildhall.Tests.Support;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Matching;

public class PlacementTests : OwnSiteTest
{
    const string Reason = "The profile shows somebody else's work.";

    public PlacementTests() => Site = new SellingSite();

    [Fact]
    public async Task A_freelancer_buys_days_from_what_is_available_and_statement_invoice_and_books_say_so()
    {
        var ana = await Site.Rich();
        var browser = await Site.As(ana);
        Assert.NotNull((await browser.Open("/dashboard")).QuerySelector("a[href='/my/placement']"));

        var (_, page) = await browser.Submit("/my/placement", "buy", ("Model.Days", "7"));
        await Site.Drain();

        Assert.Contains("You are featured until", page.Text());
        Assert.Equal(Usd(91_00), (await Site.Purse(ana)).Available);
        var money = await browser.Open("/money");
        Assert.Contains("Featured placement", money.Text());
        var invoice = money.QuerySelectorAll("a[href^='/invoices/']").Single(a => a.TextContent == "Invoice")
            .GetAttribute("href")!;
        Assert.Contains("Paid from the available balance. Nothing is due.", (await browser.Open(invoice)).Text());
        Assert.Contains("$9.00 was paid from your available balance", (await browser.Open("/notifications")).Text());
        var admin = await (await Site.As(await Site.Admin())).Get("/api/v1/admin/placements");
        Assert.Equal(9_00, (long)admin["revenue"]![0]!["minor"]!);
        Assert.Equal("Ana Alta", (string?)admin["items"]![0]!["freelancer"]);
        Assert.True(await Site.With<VerifyLedger, bool>(async v => (await v.Run(default)).IsIntact));
        Assert.Contains("Featured placements sold",
            (await (await Site.As(await Site.Admin())).Open("/admin/money")).Text());
    }

    [Fact]
    public async Task The_same_request_is_one_purchase_and_another_one_begins_where_the_first_ends()
    {
        var ana = await Site.Rich();
        var (api, id) = (await Site.As(ana), Guid.CreateVersion7());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            api.Post("/api/v1/users/me/placements", new { days = 7, id }, HttpStatusCode.Created)));
        var more = await api.Post("/api/v1/users/me/placements", new { days = 30 }, HttpStatusCode.Created);

        var mine = await api.Get("/api/v1/users/me/placements");
        var (first, second) = (mine["placements"]![1]!, mine["placements"]![0]!);
        Assert.Equal(2, mine["placements"]!.AsArray().Count);
        Assert.Equal((string?)first["endsAt"], (string?)second["startsAt"]);
        Assert.Equal(("running", "waiting"), ((string)first["state"]!, (string)more["state"]!));
        Assert.Equal((string?)second["endsAt"], (string?)mine["until"]);
        Assert.Equal(Usd(62_00), (await Site.Purse(ana)).Available);
        await (await Site.As(await Site.Rich("Beto Bajo"))).Post(
            "/api/v1/users/me/placements", new { days = 7, id }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Purchases_at_the_same_moment_never_overlap_nor_overdraw()
    {
        var ana = await Site.Rich(cents: 20_00);
        var api = await Site.As(ana);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => api.PostAsync(
            "/api/v1/users/me/placements", System.Net.Http.Json.JsonContent.Create(new { days = 7 }))));

        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        var bought = (await Site.All<Placement>()).OrderBy(p => p.StartsAt).ToArray();
        Assert.Equal(bought[0].EndsAt, bought[1].StartsAt);
        Assert.Equal(Usd(2_00), (await Site.Purse(ana)).Available);
    }

    [Fact]
    public async Task What_cannot_be_bought_is_said_in_words_and_costs_nothing()
    {
        var poor = await Site.Rich(cents: 8_99);
        var (_, page) = await (await Site.As(poor)).Submit("/my/placement", "buy", ("Model.Days", "7"));
        Assert.Contains("$8.99 is available, $9.00 is needed. Nothing was moved.", page.Text());
        Assert.Empty(await Site.All<Placement>());
        Assert.DoesNotContain(await Site.All<Paper>(), p => p.ForId == poor.Id && p.Kind == PaperKind.Invoice);

        var hidden = await Site.PaidFreelancer(Usd(50_00));
        Assert.Contains("Your profile is hidden", (await (await Site.As(hidden)).Open("/my/placement")).Text());
        Assert.Equal("profile_hidden", await Refused(hidden, 7));
        var rich = await Site.Rich(cents: 500_00);
        Assert.Equal("unknown_offer", await Refused(rich, 8));
        for (var i = 0; i < 3; i++) await Site.Featured(rich, 30);
        Assert.Equal("too_far_ahead", await Refused(rich, 7));
        await (await Site.As(await Site.Client())).Post("/api/v1/users/me/placements", new { days = 7 },
            HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task It_ends_at_its_moment_and_its_buyer_is_told_once()
    {
        var ana = await Site.Rich();
        await Site.Featured(ana);
        await Site.Featured(ana);
        await Site.Drain();

        Site.Clock.Advance(TimeSpan.FromDays(8));
        await Site.Drain();
        var mine = await (await Site.As(ana)).Get("/api/v1/users/me/placements");
        Assert.Equal(["running", "over"], mine["placements"]!.AsArray().Select(p => (string)p!["state"]!));
        Assert.DoesNotContain("has ended", await News(ana));
        Site.Clock.Advance(TimeSpan.FromDays(6.01));
        await Site.Drain();

        Assert.Contains("Your featured placement has ended. It does not renew by itself.", await News(ana));
        Assert.Null((await (await Site.As(ana)).Get("/api/v1/users/me/placements"))["until"]);
    }

    [Fact]
    public async Task An_operator_ends_it_with_a_reason_and_the_rest_is_paid_back_at_once()
    {
        var ana = await Site.Rich();
        var id = await Site.Featured(ana);
        await Site.Featured(ana, 30);
        Site.Clock.Advance(TimeSpan.FromDays(3.5));
        await Site.Drain();
        var admin = await Site.As(await Site.Admin());

        var (short_, page) = await admin.Submit("/admin/placements", $"stop-{id}", ("Reason", "no"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, short_.StatusCode);
        await admin.Submit("/admin/placements", $"stop-{id}", ("Reason", Reason));
        await Site.Drain();

        // Half of the week and the whole month that would have followed.
        Assert.Equal(Usd(62_00 + 4_50 + 29_00), (await Site.Purse(ana)).Available);
        Assert.Contains($"We ended your featured placement; $33.50 is available again: {Reason}", await News(ana));
        Assert.Contains($"We ended it: {Reason}", (await (await Site.As(ana)).Open("/my/placement")).Text());
        Assert.Equal(2, (await Site.All<Paper>()).Count(p => p.ForId == ana.Id && p.Kind == PaperKind.CreditNote));
        Assert.Equal(Usd(4_50), Assert.Single((await Site.With<ReadPlacements, AllPlacements>(
            r => r.All(default))).Revenue));
        Assert.True(await Site.With<VerifyLedger, bool>(async v => (await v.Run(default)).IsIntact));
        await admin.Post($"/api/v1/admin/placements/{id}/stop", new { reason = Reason }, HttpStatusCode.Conflict);
    }

    async Task<string?> Refused(Account who, int days) => (string?)(await (await Site.As(who)).Post(
        "/api/v1/users/me/placements", new { days }, HttpStatusCode.Conflict))["code"];

    async Task<string> News(Account who) => (await (await Site.As(who)).Open("/notifications")).Text();
}

public class PlacementsNotSoldTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task Where_no_price_is_set_nothing_is_sold_and_the_pages_say_so()
    {
        var ana = await Site.Rich();
        var browser = await Site.As(ana);

        Assert.Contains("Placements are not sold here", (await browser.Open("/my/placement")).Text());
        Assert.Null((await browser.Open("/dashboard")).QuerySelector("a[href='/my/placement']"));
        Assert.Contains("On this site nobody can buy a place",
            (await Site.Anonymous().Open("/how-matching-works")).Text());
        Assert.Equal("not_sold", (string?)(await browser.Post(
            "/api/v1/users/me/placements", new { days = 7 }, HttpStatusCode.Conflict))["code"]);
    }
}
