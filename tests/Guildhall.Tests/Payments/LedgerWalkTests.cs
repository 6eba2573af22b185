using System.Collections.Concurrent;
using Guildhall.Accounts;
using Guildhall.Engine.Money;
using Guildhall.Payments;
using Guildhall.Payments.Public;
using Guildhall.Tests.Support;
using Refused = Guildhall.Shared.Refused;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

/// <summary>Hundreds of movements by eight hands at once on the real database, beside a model that only adds.</summary>
public class LedgerWalkTests(Site site) : SiteTest(site)
{
    const int Hands = 8, Steps = 40, Seed = 20261122;

    readonly ConcurrentDictionary<(Guid, string), long> model = [];
    readonly ConcurrentBag<Funded> open = [];

    [Fact]
    public async Task A_random_walk_ends_where_the_model_says()
    {
        var (clients, freelancers) = (new List<Account>(), new List<Account>());
        for (var i = 0; i < 3; i++) (_, _) = (Add(clients, await Site.Client()), Add(freelancers,
            await Site.Freelancer()));

        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, Hands).Select(hand => Task.Run(async () =>
        {
            var random = new Random(Seed + hand);
            for (var step = 0; step < Steps; step++)
            {
                try { await Step(random, clients, freelancers); }
                catch (Refused) { Interlocked.Increment(ref refused); }
            }
        })));

        foreach (var client in clients)
        {
            var purse = await Site.Purse(client);
            Assert.Equal((Model(client, "wallet"), Model(client, "escrow")), (purse.Wallet.Minor,
                purse.InEscrow.Minor));
        }
        foreach (var freelancer in freelancers)
        {
            var purse = await Site.Purse(freelancer);
            Assert.Equal((Model(freelancer, "available"), Model(freelancer, "transit")),
                (purse.Available.Minor, purse.InTransit.Minor));
        }
        Assert.InRange(refused, 1, Hands * Steps / 2);
        var verdict = await Site.With<VerifyLedger, LedgerVerdict>(v => v.Run(default));
        Assert.True(verdict.IsIntact, $"{verdict.Fault}: {verdict.Row}");
    }

    async Task Step(Random random, List<Account> clients, List<Account> freelancers)
    {
        var client = clients[random.Next(clients.Count)];
        var freelancer = freelancers[random.Next(freelancers.Count)];
        var amount = Usd(random.Next(1_00, 500_00));
        switch (random.Next(6))
        {
            case 0: await Fund(client, freelancer, amount, fromWallet: false); break;
            case 1: await Fund(client, freelancer, amount, fromWallet: true); break;
            case 2 when open.TryTake(out var work):
                await Site.Release(work);
                Move(work.Client, "escrow", -work.Gross.Minor);
                Move(work.Freelancer, "available", work.Gross.Minor);
                break;
            case 3 when open.TryTake(out var work):
                await Site.With<Escrow, Money>(e => e.Refund(work.Milestone, null, "Walk", default));
                Move(work.Client, "escrow", -work.Gross.Minor);
                Move(work.Client, "wallet", work.Gross.Minor + Fee(work.Gross));
                break;
            case 4: await Take(freelancer, amount); break;
            default: await Deposit(client, amount); break;
        }
    }

    async Task Fund(Account client, Account freelancer, Money gross, bool fromWallet)
    {
        var (milestone, contract, intent) = await Site.OpenCheckout(client, gross);
        if (fromWallet) await Site.With<PayFromBalance, PaymentIntent>(p => p.Run(intent, client.Id, default));
        else await Site.With<PayByCard, PaymentIntent>(p => p.Run(intent, client.Id, Visa, default));
        if (fromWallet) Move(client, "wallet", -gross.Minor - Fee(gross));
        Move(client, "escrow", gross.Minor);
        open.Add(new(milestone, contract, client, freelancer, gross, intent));
    }

    async Task Take(Account freelancer, Money amount)
    {
        var id = Guid.CreateVersion7();
        var draft = PayoutJournals.Requested(new(id, Guildhall.Shared.Time.Now(Site.Clock)), id, freelancer.Id, amount);
        await Site.With<Books, bool>(b => b.Post(draft, new(freelancer.Id), default));
        Move(freelancer, "available", -amount.Minor);
        Move(freelancer, "transit", amount.Minor);
    }

    async Task Deposit(Account client, Money amount)
    {
        var draft = Journals.Deposit(new(Guid.CreateVersion7(), Guildhall.Shared.Time.Now(Site.Clock)), client.Id,
            amount);
        await Site.With<Books, bool>(b => b.Post(draft, new(), default));
        Move(client, "wallet", amount.Minor);
    }

    static CardInput Visa => new(GoodCard, "12/40", "123", "Carla Client");

    static long Fee(Money gross) => FeePresets.SkillGig.Quote(gross).ClientFee.Minor;

    static bool Add(List<Account> people, Account person) { people.Add(person); return true; }

    void Move(Account person, string pocket, long by) => model.AddOrUpdate((person.Id, pocket), by, (_, sum) =>
        sum + by);

    long Model(Account person, string pocket) => model.GetValueOrDefault((person.Id, pocket));
}
