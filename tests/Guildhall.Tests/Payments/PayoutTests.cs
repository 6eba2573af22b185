using System.Net;
using Guildhall.Payments;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

public class PayoutTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task The_page_adds_an_account_and_withdraws_to_it()
    {
        var freelancer = await Site.PaidFreelancer(Usd(250_00));
        var browser = await Site.As(freelancer);

        await browser.Submit("/money/payouts", "method", ("Bank.Holder", "Fran Freelancer"), ("Bank.Iban",
            SimulatorBank.Accepts));
        var (_, page) = await browser.Submit("/money/payouts", "withdraw", ("Model.Amount", "1,00.50"));
        Assert.Contains("Write an amount like 1250.00.", page.Text());
        (_, page) = await browser.Submit("/money/payouts", "withdraw", ("Model.Amount", "100.50"));

        Assert.Contains("DE ···· 3000", page.Text());
        Assert.Contains("Processing", page.Text());
        Assert.Equal(Usd(149_50), (await Site.Purse(freelancer)).Available);
    }

    [Fact]
    public async Task The_same_request_twice_is_one_payout()
    {
        var freelancer = await Site.PaidFreelancer(Usd(250_00));
        var (api, id) = (await Site.As(freelancer), Guid.CreateVersion7());
        var method = await Method(api);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.Post("/api/v1/payouts", Body(method, 100_00, id))));

        Assert.Equal(Usd(150_00), (await Site.Purse(freelancer)).Available);
        Assert.Single((await api.Get("/api/v1/payouts"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData(251_00, "USD", "insufficient_funds")]
    [InlineData(9_99, "USD", "below_minimum")]
    [InlineData(-5_00, "USD", "below_minimum")]
    [InlineData(20_00, "EUR", "insufficient_funds")]
    [InlineData(20_00, "XXX", "unknown_currency")]
    public async Task What_is_not_there_cannot_be_withdrawn(long cents, string currency, string code)
    {
        var api = await Site.As(await Site.PaidFreelancer(Usd(250_00)));

        var problem = await api.Post("/api/v1/payouts", new
        {
            methodId = await Method(api), amount = new { minor = cents, currency },
        }, HttpStatusCode.Conflict);

        Assert.Equal(code, (string?)problem["code"]);
    }

    [Fact]
    public async Task Another_persons_account_is_not_a_place_to_pay_to()
    {
        var thief = await Site.As(await Site.PaidFreelancer(Usd(250_00)));
        var method = await Method(await Site.As(await Site.Freelancer()));

        var problem = await thief.Post("/api/v1/payouts", Body(method, 100_00, null), HttpStatusCode.Conflict);

        Assert.Equal("unknown_account", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 01")]
    [InlineData("DE89")]
    [InlineData("'; DROP TABLE payments_accounts; --")]
    public async Task A_number_that_is_no_account_is_refused(string iban)
    {
        var api = await Site.As(await Site.Freelancer());

        var problem = await api.Post("/api/v1/payout-methods", new { holder = "Fran", iban },
            HttpStatusCode.UnprocessableEntity);

        Assert.Contains("IBAN", problem["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task The_accounts_number_is_not_readable_in_the_database()
    {
        var api = await Site.As(await Site.Freelancer());
        var id = Guid.Parse(await Method(api));

        var stored = await Site.Ask(db => db.Set<PayoutMethod>().SingleAsync(m => m.Id == id));

        Assert.Equal(("DE", "3000"), (stored.Country, stored.Last4));
        Assert.DoesNotContain("37040044", stored.Secret);
        Assert.Equal("DE89370400440532013000", await Site.With<BankSecrets, string>(s =>
            Task.FromResult(s.Open(stored.Secret))));
        await api.Send(HttpMethod.Delete, $"/api/v1/payout-methods/{id}");
        Assert.Empty((await api.Get("/api/v1/payout-methods")).AsArray());
    }

    static object Body(string method, long cents, Guid? id) =>
        new { methodId = method, amount = new { minor = cents, currency = "USD" }, id };

    static async Task<string> Method(HttpClient api) => (string)(await api.Post("/api/v1/payout-methods",
        new { holder = "Fran Freelancer", iban = SimulatorBank.Accepts }))["id"]!;
}
