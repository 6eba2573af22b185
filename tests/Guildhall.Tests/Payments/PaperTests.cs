using System.Net;
using Guildhall.Engine.Money;
using Guildhall.Payments;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

public class PaperTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task Funding_and_release_give_each_side_its_papers()
    {
        var schedule = FeePresets.TaskTribe();
        var work = await Site.FundedMilestone(Usd(1000_00), schedule: schedule);
        await Site.Release(work, schedule);

        var client = await Of(work.Client.Id);
        var freelancer = await Of(work.Freelancer.Id);

        Assert.Equal([(PaperKind.Receipt, Usd(1050_00)), (PaperKind.Invoice, Usd(50_00))], client.Select(p => (p.Kind,
            p.Total)));
        Assert.Equal([(PaperKind.Earnings, Usd(900_00))], freelancer.Select(p => (p.Kind, p.Total)));
        Assert.All(client.Concat(freelancer), p => Assert.Equal(p.Total.Minor, p.Content.Lines.Sum(l => l.Minor)));
        Assert.Equal("Carla Client", client[0].Content.ForName);
    }

    [Fact]
    public async Task Numbers_have_no_gaps_even_when_many_pay_and_some_fail()
    {
        var client = await Site.Client();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(async () =>
        {
            var (_, _, intent) = await Site.OpenCheckout(client, Usd(10_00));
            await (await Site.As(client)).Post($"/api/v1/payments/{intent}/card", Card(n % 3 == 0
                ? BadCard : GoodCard));
        })));

        var numbers = (await Site.All<Paper>()).Where(p => p.Series == "R").Select(p => p.Number).Order().ToArray();
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
    }

    [Fact]
    public async Task A_paper_is_a_page_in_both_languages_for_its_owner_only()
    {
        var work = await Site.FundedMilestone(Usd(1234_56));
        var receipt = (await Of(work.Client.Id)).Single();
        var browser = await Site.As(work.Client);

        var page = (await browser.Open($"/receipts/{receipt.Id}")).Text();
        Assert.Contains(receipt.Code, page);
        Assert.Contains("Visa ···· 4242", page);
        Assert.Contains("Total $1,358.02", page);

        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
        Assert.Contains("Recibo", (await browser.Open($"/receipts/{receipt.Id}")).Text());
        var stranger = await Site.As(await Site.Client());
        await stranger.Open($"/receipts/{receipt.Id}", HttpStatusCode.NotFound);
    }

    Task<List<Paper>> Of(Guid person) => Site.Ask(db => db.Set<Paper>().AsNoTracking().Where(p => p.ForId == person)
        .OrderBy(p => p.IssuedAt).ThenBy(p => p.Id).ToListAsync());
}
