using System.Net;
using Guildhall.Tests.Support;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

public class MoneyPageTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task Both_sides_see_where_the_money_is()
    {
        var work = await Site.FundedMilestone(Usd(500_00));
        await Site.Release(work);

        var client = (await (await Site.As(work.Client)).Open("/money")).Text();
        var freelancer = (await (await Site.As(work.Freelancer)).Open("/money")).Text();

        Assert.Contains("Milestone funded", client);
        Assert.Contains("+$500.00", client);
        Assert.Contains("−$500.00", client);
        Assert.Contains("Available", freelancer);
        Assert.Contains("Cleared", freelancer);
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_told_so()
    {
        const string period = "from=2026-03-10&until=2026-03-09";
        var browser = await Site.As(await Site.Client());

        var page = await browser.Open($"/money?{period}", HttpStatusCode.UnprocessableEntity);
        var problem =
            await browser.Get($"/api/v1/money/statement?{period}", HttpStatusCode.UnprocessableEntity);

        Assert.Contains("The last day, 2026-03-09, is before the first, 2026-03-10.", page.Text());
        Assert.Contains("is before the first", (string?)problem["errors"]!["until"]);
        await browser.Open("/money?from=2026-03-09&until=2026-03-09");
    }

    [Fact]
    public async Task A_statement_without_a_currency_is_in_the_readers_own()
    {
        var work = await Site.FundedMilestone(new(500_00, "EUR"));
        var api = await Site.As(work.Client);

        var lines = (await api.Get("/api/v1/money/statement"))["items"]!.AsArray();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal("EUR", (string?)line!["change"]!["currency"]));
        Assert.Contains(",EUR", await api.GetStringAsync("/money/statement.csv"));
    }

    [Theory]
    [InlineData("/api/v1/money/statement?currency=zzz", "currency")]
    [InlineData("/api/v1/money/statement?cursor=zzz", "cursor")]
    [InlineData("/api/v1/fees?amount=lots", "amount")]
    [InlineData("/api/v1/users/me/favourites?kind=cats", "kind")]
    public async Task A_value_of_an_address_that_cannot_be_is_one_to_correct(string path, string field)
    {
        var problem = await (await Site.As(await Site.Client())).Get(path, HttpStatusCode.UnprocessableEntity);

        Assert.Equal((field, "Invalid input"), ((string?)problem["field"], (string?)problem["title"]));
    }

    [Fact]
    public async Task The_statement_pages_without_repeating_or_skipping_and_filters_by_contract()
    {
        var client = await Site.Client();
        var works = new List<Funded>();
        for (var i = 1; i <= 5; i++) works.Add(await Site.FundedMilestone(Usd(i * 100_00), client));
        var api = await Site.As(client);

        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await api.Get($"/api/v1/money/statement?size=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page["items"]!.AsArray().Select(l => $"{l!["journalId"]}:{l["pocket"]}"));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        Assert.Equal(10, seen.Count);
        Assert.Equal(10, seen.Distinct().Count());
        var one = await api.Get($"/api/v1/money/statement?contract={works[2].Contract}");
        Assert.Equal([300_00L, 30_00L], one["items"]!.AsArray().Select(l =>
            (long)l!["change"]!["minor"]!).OrderDescending());
        Assert.Empty((await api.Get("/api/v1/money/statement?until=2020-01-01"))["items"]!.AsArray());
        var csv = await api.GetStringAsync("/money/statement.csv");
        Assert.Equal(11, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"First milestone\"", csv);
    }

    [Fact]
    public async Task Funds_added_by_card_are_in_the_wallet()
    {
        var client = await Site.Client();
        var browser = await Site.As(client, follow: false);

        var (answer, _) = await browser.Submit("/money", "funds", ("Amount", "1,250.00"));
        var intent = Guid.Parse(answer.RequestMessage!.RequestUri!.AbsolutePath.Split('/')[^1]);
        await browser.Post($"/api/v1/payments/{intent}/card", Card(GoodCard));

        Assert.Equal(Usd(1250_00), (await Site.Purse(client)).Wallet);
        var (refused, page) = await browser.Submit("/money", "funds", ("Amount", "1.00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Add between $5.00 and $100,000.00.", page.Text());
    }

    [Fact]
    public async Task The_price_list_is_open_and_its_calculator_exact()
    {
        var anyone = Site.Anonymous();

        var page = (await anyone.Open("/fees?amount=333.33&schedule=tasktribe@1")).Text();
        Assert.Contains("Client pays $350.00", page);
        Assert.Contains("Freelancer receives $300.00", page);
        Assert.Contains("Write an amount like", (await anyone.Open("/fees?amount=much")).Text());

        var fees = await anyone.Get("/api/v1/fees?amount=1000");
        Assert.Equal("skill-gig@1", (string?)fees["current"]);
        Assert.Equal(1100_00, (long)fees["quote"]!["clientPays"]!["minor"]!);
        await anyone.Get("/api/v1/fees?amount=1000&currency=DOGE", HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("/money", "Dinero")]
    [InlineData("/money/payouts", "Retirar")]
    [InlineData("/fees", "Comisiones")]
    public async Task Pages_speak_Spanish(string url, string title)
    {
        var browser = await Site.As(await Site.Freelancer());
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        Assert.Equal(title, (await browser.Open(url)).QuerySelector("h1")!.TextContent);
    }
}
