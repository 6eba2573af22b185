using Guildhall.Engine.Money;
using Guildhall.Payments;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Refused = Guildhall.Shared.Refused;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

public class LedgerTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task The_same_journal_again_is_no_second_movement()
    {
        var client = await Site.Client();
        var deposit = Deposit(client.Id, 100_00);

        var posted = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Post(deposit))));

        Assert.Single(posted, first => first);
        Assert.Equal(Usd(100_00), (await Site.Purse(client)).Wallet);
    }

    [Fact]
    public async Task A_known_id_with_other_content_is_refused()
    {
        var client = await Site.Client();
        var deposit = Deposit(client.Id, 100_00);
        await Post(deposit);

        var refused = await Assert.ThrowsAsync<Refused>(() =>
            Post(Journals.Deposit(new(deposit.Id, deposit.At), client.Id, Usd(100_01))));

        Assert.Equal("journal_conflict", refused.Code);
        Assert.Equal(Usd(100_00), (await Site.Purse(client)).Wallet);
    }

    [Fact]
    public async Task Twenty_takers_of_one_balance_never_overdraw_it()
    {
        var freelancer = await Site.PaidFreelancer(Usd(100_00));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try { return await Post(Request(freelancer.Id, 30_00)); }
            catch (Refused refused) { Assert.Equal("insufficient_funds", refused.Code); return false; }
        })));

        Assert.Equal(3, outcomes.Count(taken => taken));
        Assert.Equal((Usd(10_00), Usd(90_00)), await Purse(freelancer.Id));
    }

    [Fact]
    public async Task The_database_itself_refuses_an_overdraft()
    {
        var client = await Site.Client();
        await Post(Deposit(client.Id, 1_00));
        var wallet = LedgerAccount.IdOf(new(AccountKind.ClientWallet, client.Id), "USD");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Site.Ask(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "payments_accounts" SET "Balance" = -1 WHERE "Id" = {wallet}""")));
    }

    [Fact]
    public async Task A_posted_journal_can_be_neither_changed_nor_removed()
    {
        var client = await Site.Client();
        var deposit = Deposit(client.Id, 1_00);
        await Post(deposit);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Site.Ask(db => db.Set<PostedJournal>()
            .Where(j => j.Id == deposit.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Kind, "refund"))));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Site.Ask(db => db.Set<PostedLine>()
            .Where(l => l.JournalId == deposit.Id).ExecuteDeleteAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Site.Ask(async db =>
        {
            db.Remove(await db.Set<PostedJournal>().SingleAsync(j => j.Id == deposit.Id));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_refused_movement_leaves_no_trace()
    {
        var freelancer = await Site.PaidFreelancer(Usd(10_00));
        var request = Request(freelancer.Id, 10_01);

        await Assert.ThrowsAsync<Refused>(() => Post(request));

        Assert.False(await Site.Ask(db => db.Set<PostedJournal>().AnyAsync(j => j.Id == request.Id)));
        Assert.Equal((Usd(10_00), Usd(0)), await Purse(freelancer.Id));
    }

    async Task<(Money Available, Money InTransit)> Purse(Guid person)
    {
        var all = await Site.With<Guildhall.Payments.Public.Ledger,
            IReadOnlyList<Guildhall.Payments.Public.CurrencyBalances>>(
            l => l.Of(person, default));
        return (all[0].Available, all[0].InTransit);
    }

    JournalDraft Deposit(Guid client, long cents) =>
        Journals.Deposit(new(Guid.CreateVersion7(), Guildhall.Shared.Time.Now(Site.Clock)), client, Usd(cents));

    JournalDraft Request(Guid freelancer, long cents) => PayoutJournals.Requested(
        new(Guid.CreateVersion7(), Guildhall.Shared.Time.Now(Site.Clock)), Guid.CreateVersion7(), freelancer,
            Usd(cents));

    Task<bool> Post(JournalDraft draft) =>
        Site.With<Books, bool>(books => books.Post(draft, new(draft.Lines[0].Account.Owner), default));
}
