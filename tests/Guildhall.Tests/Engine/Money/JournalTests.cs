using Guildhall.Engine.Money;
using Xunit;

namespace Guildhall.Tests.Engine;

public class JournalTests
{
    static readonly DateTime at = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    static readonly Guid client = Id("client"), freelancer = Id("freelancer"), milestone = Id("milestone");
    static readonly AccountKey wallet = new(AccountKind.ClientWallet, client);
    static readonly FeeQuote quote = FeePresets.TaskTribe().Quote(Usd(1000_00));

    static Guid Id(string name) => DeterministicId.From("test", name);
    static Money Usd(long cents) => new(cents, "USD");
    static JournalHead Head(string name) => new(Id(name), at);

    [Fact]
    public void The_clients_fee_is_held_at_funding_and_earned_only_at_release()
    {
        var books = new Balances();
        books.Apply(Journals.Deposit(Head("deposit"), client, Usd(2000_00)));
        books.Apply(Journals.Fund(Head("fund"), milestone, wallet, quote));

        Assert.Equal(Usd(950_00), books.Of(wallet, "USD"));
        Assert.Equal(Usd(1000_00), books.Of(new(AccountKind.Escrow, milestone), "USD"));
        Assert.Equal(Usd(50_00), books.Of(new(AccountKind.FeesHeld, milestone), "USD"));
        Assert.Equal(Usd(0), books.Of(AccountKind.FeeRevenue, "USD"));

        books.Apply(Journals.Release(Head("release"), milestone, freelancer, quote));

        Assert.Equal(Usd(0), books.Of(new(AccountKind.Escrow, milestone), "USD"));
        Assert.Equal(Usd(900_00), books.Of(new(AccountKind.FreelancerPending, freelancer), "USD"));
        Assert.Equal(Usd(150_00), books.Of(AccountKind.FeeRevenue, "USD"));
        Assert.Equal(Usd(0), books.TrialBalance("USD"));
    }

    [Fact]
    public void A_refund_is_the_fundings_exact_opposite()
    {
        var fund = Journals.Fund(Head("fund"), milestone, wallet, quote);
        var refund = Journals.Refund(Head("refund"), milestone, wallet, quote);
        Assert.Equal(Sorted(fund.Reversed(Id("r"), at)), Sorted(refund));
    }

    [Fact]
    public void Tax_and_funds_come_out_of_the_platforms_fees()
    {
        var shared = FeePresets.TaskTribe() with { Shares = [new(FeeFund.Cause, 1000), new(FeeFund.Carbon, 500)] };
        var release = Journals.Release(Head("x"), milestone, freelancer, shared.Quote(Usd(1000_00)), Usd(10_00));
        Assert.Equal(Usd(-10_00), LineOf(release, AccountKind.TaxPayable));
        Assert.Equal(Usd(-15_00), LineOf(release, AccountKind.CauseFund));
        Assert.Equal(Usd(-7_50), LineOf(release, AccountKind.CarbonFund));
        Assert.Equal(Usd(-117_50), LineOf(release, AccountKind.FeeRevenue));
        Assert.Throws<InvalidOperationException>(() =>
            Journals.Release(Head("x"), milestone, freelancer, quote, Usd(150_01)));
    }

    [Fact]
    public void A_payout_is_in_transit_until_paid_and_available_again_when_returned()
    {
        var payout = Id("payout");
        var available = new AccountKey(AccountKind.FreelancerAvailable, freelancer);
        var books = Earned();
        books.Apply(PayoutJournals.Requested(Head("1"), payout, freelancer, Usd(500_00)));
        books.Apply(PayoutJournals.Sent(Head("2"), payout, Usd(498_00)));
        books.Apply(PayoutJournals.Returned(Head("3"), payout, freelancer, Usd(500_00), Usd(498_00)));
        Assert.Equal(Usd(900_00), books.Of(available, "USD"));
        Assert.Equal(Usd(1050_00), books.Of(AccountKind.ProcessorClearing, "USD"));

        books.Apply(PayoutJournals.Requested(Head("4"), payout, freelancer, Usd(900_00)));
        Assert.Equal(available, books.Overdraws(PayoutJournals.Requested(Head("5"), payout, freelancer, Usd(1))));
        books.Apply(PayoutJournals.Sent(Head("6"), payout, Usd(898_00)));
        books.Apply(PayoutJournals.Paid(Head("7"), payout, Usd(900_00), fee: Usd(2_00)));

        Assert.Equal(Usd(0), books.Of(new(AccountKind.PayoutsInTransit, payout), "USD"));
        Assert.Equal(Usd(0), books.Of(AccountKind.Bank, "USD"));
        Assert.Equal(Usd(152_00), books.Of(AccountKind.ProcessorClearing, "USD"));
        Assert.Equal(Usd(152_00), books.Of(AccountKind.FeeRevenue, "USD"));
    }

    [Fact]
    public void Nobodys_money_can_be_overdrawn()
    {
        var books = new Balances();
        var fund = Journals.Fund(Head("fund"), milestone, wallet, quote);
        Assert.Equal(wallet, books.Overdraws(fund));
        Assert.Throws<InvalidOperationException>(() => books.Apply(fund));
        Assert.Empty(books.All);
    }

    [Fact]
    public void A_journal_that_is_not_right_is_refused()
    {
        var good = Journals.Fund(Head("fund"), milestone, wallet, quote);
        AccountKey fees = AccountKind.FeeRevenue, bank = AccountKind.Bank;
        JournalLine Line(AccountKey account, long cents, string currency = "USD") => new(account, new(cents, currency));

        Refuses("no id", good with { Id = Guid.Empty });
        Refuses("kind", good with { Kind = "Fund" });
        Refuses("reference", good with { Reference = "" });
        Refuses("UTC", good with { At = DateTime.SpecifyKind(at, DateTimeKind.Local) });
        Refuses("microseconds", good with { At = at.AddTicks(1) });
        Refuses("1 lines", good with { Lines = [Line(bank, 1)] });
        Refuses("off by 1 USD", good with { Lines = [Line(bank, 2), Line(fees, -1)] });
        Refuses("off by", good with { Lines = [Line(bank, 1), Line(fees, -1, "EUR")] });
        Refuses("zero", good with { Lines = [Line(bank, 0), Line(fees, 0)] });
        Refuses("two lines", good with { Lines = [Line(bank, 1), Line(bank, -1)] });
        Refuses("limit", good with { Lines = [Line(bank, Money.MaxMinor + 1), Line(fees, -Money.MaxMinor - 1)] });
        Refuses("no currency", good with { Lines = [Line(bank, 1, "usd"), Line(fees, -1, "usd")] });
        Refuses("owner", good with { Lines = [Line(AccountKind.Escrow, 1), Line(fees, -1)] });
        Refuses("owner", good with { Lines = [Line(new(AccountKind.Bank, client), 1), Line(fees, -1)] });
    }

    [Fact]
    public void Every_kind_has_one_rule_and_its_key_reads_back()
    {
        Assert.Equal(Enum.GetValues<AccountKind>().Order(), AccountKinds.All.Select(r => r.Kind).Order());
        foreach (var rule in AccountKinds.All)
        {
            var key = new AccountKey(rule.Kind, rule.Owner == AccountOwner.House ? null : client);
            Assert.Equal(key, AccountKey.Parse(key.ToString()));
        }
        Assert.Throws<FormatException>(() => AccountKey.Parse("escrow"));
        Assert.Throws<FormatException>(() => AccountKey.Parse($"bank:{client}"));
        Assert.Throws<FormatException>(() => AccountKey.Parse("safe"));
    }

    [Fact]
    public void Ids_follow_from_their_parts()
    {
        Assert.Equal(DeterministicId.From("a", "b"), DeterministicId.From("a", "b"));
        Assert.NotEqual(DeterministicId.From("ab", "c"), DeterministicId.From("a", "bc"));
        Assert.Equal(8, DeterministicId.From("a").Version);
        // Pinned: ids already stored must be found again by every later version.
        Assert.Equal("ba02e035-cd29-8586-9cf2-58c8f25141a6", DeterministicId.From("release", "1").ToString());
    }

    static Balances Earned()
    {
        var books = new Balances();
        books.Apply(Journals.Fund(Head("fund"), milestone, AccountKind.ProcessorClearing, quote));
        books.Apply(Journals.Release(Head("release"), milestone, freelancer, quote));
        books.Apply(Journals.Settle(Head("settle"), milestone, freelancer, quote.FreelancerReceives));
        return books;
    }

    static void Refuses(string why, JournalDraft journal) =>
        Assert.Contains(why, Assert.Throws<InvalidOperationException>(() => journal.Validate()).Message);

    static IEnumerable<JournalLine> Sorted(JournalDraft journal) => journal.Lines.OrderBy(l => l.Account.ToString());

    static Money LineOf(JournalDraft journal, AccountKey account) =>
        Assert.Single(journal.Lines, l => l.Account == account).Amount;
}
