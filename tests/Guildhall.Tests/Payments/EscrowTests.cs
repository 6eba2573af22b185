using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Payments;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Refused = Guildhall.Shared.Refused;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

public class EscrowTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_paid_milestone_waits_in_escrow_with_its_fee()
    {
        var work = await Site.FundedMilestone(Usd(500_00));

        Assert.Equal(Usd(500_00), await Site.With<Escrow, Money?>(e => e.Held(work.Milestone, default)));
        var money = await OfContract(work);
        Assert.Equal((Usd(500_00), Usd(500_00), Usd(50_00)), (money.Funded, money.InEscrow, money.FeesHeld));
        Assert.Equal(Usd(500_00), (await Site.Purse(work.Client)).InEscrow);
    }

    [Fact]
    public async Task Fifty_releases_at_once_are_one_release()
    {
        var work = await Site.FundedMilestone(Usd(500_00));

        var kept = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Site.Release(work))));

        Assert.All(kept, net => Assert.Equal(Usd(500_00), net));
        Assert.Equal(Usd(500_00), (await Site.Purse(work.Freelancer)).Available);
        var journals = await Site.Ask(db => db.Set<PostedJournal>().Include(j => j.Lines)
            .Where(j => j.ContractId == work.Contract).ToListAsync());
        Assert.Equal(["fund", "release", "settle"], journals.Select(j => j.Kind).Order());
        Assert.All(journals, j => Assert.Equal(0, j.Lines.Sum(l => l.Amount)));
    }

    [Fact]
    public async Task Both_sides_fees_are_earned_at_release()
    {
        var schedule = FeePresets.TaskTribe();
        var work = await Site.FundedMilestone(Usd(1000_00), schedule: schedule);

        Assert.Equal(Usd(900_00), await Site.Release(work, schedule));

        var release = await Site.Ask(db => db.Set<PostedJournal>().Include(j => j.Lines)
            .SingleAsync(j => j.ContractId == work.Contract && j.Kind == "release"));
        var revenue = LedgerAccount.IdOf(AccountKind.FeeRevenue, "USD");
        Assert.Equal(-150_00, release.Lines.Single(l => l.AccountId == revenue).Amount);
    }

    [Fact]
    public async Task A_refund_brings_back_everything_to_the_wallet_and_cannot_be_released_after()
    {
        var work = await Site.FundedMilestone(Usd(500_00));

        await Refund(work);
        await Refund(work);

        Assert.Equal((Usd(550_00), Usd(0)), ((await Site.Purse(work.Client)).Wallet,
            (await Site.Purse(work.Client)).InEscrow));
        var refused = await Assert.ThrowsAsync<Refused>(() => Site.Release(work));
        Assert.Equal("already_refunded", refused.Code);
    }

    [Fact]
    public async Task Release_and_refund_at_once_are_one_of_the_two()
    {
        var work = await Site.FundedMilestone(Usd(500_00));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            try { await (n % 2 == 0 ? Site.Release(work) : Refund(work)); return true; }
            catch (Refused) { return false; }
        })));

        Assert.Contains(true, outcomes);
        var money = await OfContract(work);
        Assert.Equal((Usd(0), Usd(500_00)), (money.InEscrow, money.Released + money.Refunded));
    }

    [Fact]
    public async Task Another_amount_than_the_held_one_is_refused_in_words()
    {
        var work = await Site.FundedMilestone(Usd(500_00));

        var refused = await Assert.ThrowsAsync<Refused>(() => Site.Release(work with { Gross = Usd(499_99) }));

        Assert.Equal("amount_mismatch", refused.Code);
        Assert.Equal(Usd(500_00), (await OfContract(work)).InEscrow);
    }

    Task<Money> Refund(Funded work) =>
        Site.With<Escrow, Money>(e => e.Refund(work.Milestone, work.Client.Id, "Cancelled together", default));

    Task<ContractMoney> OfContract(Funded work) =>
        Site.With<Ledger, ContractMoney>(l => l.OfContract(work.Contract, "USD", default));
}
