using Guildhall.Accounts;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;

namespace Guildhall.Tests.Support;

/// <summary>A milestone as the ledger knows it: who pays, who earns, and what.</summary>
public sealed record Funded(Guid Milestone, Guid Contract, Account Client, Account Freelancer, Money Gross,
    Guid Intent);

/// <summary>Situations about money, made through the front doors and the API.</summary>
public static class PaymentsSituations
{
    public const string GoodCard = "4242 4242 4242 4242", BadCard = "4000 0000 0000 0002",
        AskingCard = "4000 0027 6000 3184", SlowCard = "4000 0000 0000 0077";

    public static Money Usd(long cents) => new(cents, "USD");

    public static object Card(string number) =>
        new { number, expiry = "12/40", cvc = "123", name = "Carla Client" };

    public static async Task<(Guid Milestone, Guid Contract, Guid Intent)> OpenCheckout(
        this Site site, Account client, Money gross, FeeSchedule? schedule = null)
    {
        var (milestone, contract) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var total = (schedule ?? FeePresets.SkillGig).Quote(gross).ClientPays;
        var intent = await site.With<Checkout, Guid>(c => c.Start(new(Purposes.Milestone, milestone, contract,
            client.Id,
            gross, total, "First milestone", $"/contracts/{contract}"), default));
        return (milestone, contract, intent);
    }

    public static async Task<Funded> FundedMilestone(this Site site, Money gross, Account? client = null,
        Account? freelancer = null, FeeSchedule? schedule = null)
    {
        client ??= await site.Client();
        freelancer ??= await site.Freelancer();
        var (milestone, contract, intent) = await site.OpenCheckout(client, gross, schedule);
        await (await site.As(client)).Post($"/api/v1/payments/{intent}/card", Card(GoodCard));
        return new(milestone, contract, client, freelancer, gross, intent);
    }

    public static Task<Money> Release(
        this Site site, Funded work, FeeSchedule? schedule = null, int clearingDays = 0) =>
        site.With<Escrow, Money>(e => e.Release(new(work.Milestone, work.Contract, work.Client.Id, work.Freelancer.Id,
            work.Gross, schedule ?? FeePresets.SkillGig, "First milestone", clearingDays), default));

    /// <summary>A freelancer with this much available.</summary>
    public static async Task<Account> PaidFreelancer(this Site site, Money net)
    {
        var work = await site.FundedMilestone(net);
        await site.Release(work);
        return work.Freelancer;
    }

    public static async Task<CurrencyBalances> Purse(this Site site, Account of, string currency = "USD") =>
        (await site.With<Ledger, IReadOnlyList<CurrencyBalances>>(l => l.Of(of.Id, default)))
            .SingleOrDefault(b => b.Currency == currency)
        ?? new(currency, Usd(0), Usd(0), Usd(0), Usd(0), Usd(0));
}
