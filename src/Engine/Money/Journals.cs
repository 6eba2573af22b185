namespace Guildhall.Engine.Money;

/// <summary>
/// The recipes of money movements, as pure functions. Each returns a valid <see cref="JournalDraft"/> or throws.
/// The client's fee is held with the escrow at funding and becomes revenue only at release (spec C2, 7.7).
/// </summary>
public static class Journals
{
    /// <summary>Money arrives in a person's or organization's wallet.</summary>
    public static JournalDraft Deposit(JournalHead head, Guid client, Money amount) =>
        Start(head, JournalKinds.Deposit, "wallet", client)
            .Debit(AccountKind.ProcessorClearing, amount)
            .Credit(new(AccountKind.ClientWallet, client), amount)
            .Build();

    /// <summary>The client pays gross and fee: the gross waits in escrow, the fee is held beside it.</summary>
    /// <param name="head">Id and time.</param>
    /// <param name="milestone">Owner of the escrow.</param>
    /// <param name="from">The processor's clearing account, or the client's wallet.</param>
    /// <param name="quote">The whole milestone's quote from the pinned schedule.</param>
    public static JournalDraft Fund(JournalHead head, Guid milestone, AccountKey from, FeeQuote quote) =>
        Fund(head, milestone, from, quote.Gross, quote.ClientFee);

    /// <summary>As above, with the two amounts the client agreed to pay.</summary>
    public static JournalDraft Fund(JournalHead head, Guid milestone, AccountKey from, Money gross, Money clientFee) =>
        // Paying with a wallet lessens it, a card payment adds to clearing: both are debits.
        Start(head, JournalKinds.Fund, "milestone", milestone)
            .Debit(from, gross + clientFee)
            .Credit(new(AccountKind.Escrow, milestone), gross)
            .Credit(new(AccountKind.FeesHeld, milestone), clientFee)
            .Build();

    /// <summary>
    /// Everything goes to the freelancer: gross out of escrow, net to pending, all fees earned, funds set apart.
    /// </summary>
    /// <param name="head">Id and time.</param>
    /// <param name="milestone">Owner of the escrow.</param>
    /// <param name="freelancer">Whose pending balance grows.</param>
    /// <param name="quote">The whole quote; after earlier slices the rest, by <see cref="FeeQuote.Part"/>.</param>
    /// <param name="taxIncluded">Tax contained in the platform's fees, at most what it keeps for itself.</param>
    public static JournalDraft Release(
        JournalHead head, Guid milestone, Guid freelancer, FeeQuote quote, Money? taxIncluded = null) =>
        Release(head, JournalKinds.Release, milestone, freelancer, quote, taxIncluded);

    /// <summary>A slice of the escrow goes to the freelancer, with its share of every fee.</summary>
    /// <param name="head">Id and time.</param>
    /// <param name="milestone">Owner of the escrow.</param>
    /// <param name="freelancer">Whose pending balance grows.</param>
    /// <param name="whole">The whole milestone's quote.</param>
    /// <param name="before">How much of the gross was released or refunded before.</param>
    /// <param name="part">How much of the gross is released now.</param>
    /// <param name="taxIncluded">As for a release.</param>
    public static JournalDraft PartialRelease(JournalHead head, Guid milestone, Guid freelancer, FeeQuote whole,
        Money before, Money part, Money? taxIncluded = null) =>
        Release(head, JournalKinds.PartialRelease, milestone, freelancer, whole.Part(before, part), taxIncluded);

    static JournalDraft Release(
        JournalHead head, string kind, Guid milestone, Guid freelancer, FeeQuote quote, Money? taxIncluded)
    {
        var tax = taxIncluded ?? Money.Zero(quote.Gross.Currency);
        var setApart = quote.Funds.Select(f => f.Amount).Sum(quote.Gross.Currency);
        var journal = Start(head, kind, "milestone", milestone)
            .Debit(new(AccountKind.Escrow, milestone), quote.Gross)
            .Debit(new(AccountKind.FeesHeld, milestone), quote.ClientFee)
            .Credit(new(AccountKind.FreelancerPending, freelancer), quote.FreelancerReceives)
            .Credit(AccountKind.TaxPayable, tax)
            .Credit(AccountKind.FeeRevenue, quote.PlatformKeeps - setApart - tax);
        foreach (var (fund, amount) in quote.Funds)
            journal.Credit(fund == FeeFund.Cause ? AccountKind.CauseFund : AccountKind.CarbonFund, amount);
        return journal.Build();
    }

    /// <summary>
    /// Escrow and the held fee go back where they came from. Of an untouched milestone it is the funding's exact
    /// opposite; of a slice, give that slice's quote.
    /// </summary>
    /// <param name="head">Id and time.</param>
    /// <param name="milestone">Owner of the escrow.</param>
    /// <param name="to">The account the funding came from.</param>
    /// <param name="quote">The whole quote, or <see cref="FeeQuote.Part"/> of it.</param>
    public static JournalDraft Refund(JournalHead head, Guid milestone, AccountKey to, FeeQuote quote) =>
        Refund(head, milestone, to, quote.Gross, quote.ClientFee);

    /// <summary>As above, with the two amounts that were funded.</summary>
    public static JournalDraft Refund(JournalHead head, Guid milestone, AccountKey to, Money gross, Money clientFee) =>
        Start(head, JournalKinds.Refund, "milestone", milestone)
            .Debit(new(AccountKind.Escrow, milestone), gross)
            .Debit(new(AccountKind.FeesHeld, milestone), clientFee)
            .Credit(to, gross + clientFee)
            .Build();

    /// <summary>A stated part of a disputed escrow pays for deciding it; the fee held for it goes back.</summary>
    /// <param name="head">Id and time.</param>
    /// <param name="milestone">Owner of the escrow.</param>
    /// <param name="to">The account the funding came from.</param>
    /// <param name="quote">The slice of the whole quote whose gross is the cost.</param>
    public static JournalDraft DisputeFee(JournalHead head, Guid milestone, AccountKey to, FeeQuote quote) =>
        Start(head, JournalKinds.DisputeFee, "milestone", milestone)
            .Debit(new(AccountKind.Escrow, milestone), quote.Gross)
            .Debit(new(AccountKind.FeesHeld, milestone), quote.ClientFee)
            .Credit(AccountKind.DisputeCost, quote.Gross)
            .Credit(to, quote.ClientFee)
            .Build();

    /// <summary>The clearing period is over: the freelancer may withdraw.</summary>
    public static JournalDraft Settle(JournalHead head, Guid milestone, Guid freelancer, Money net) =>
        Start(head, JournalKinds.Settle, "milestone", milestone)
            .Debit(new(AccountKind.FreelancerPending, freelancer), net)
            .Credit(new(AccountKind.FreelancerAvailable, freelancer), net)
            .Build();

    /// <summary>Something of the platform itself is bought: a posting, a plan, a verification.</summary>
    /// <param name="head">Id and time.</param>
    /// <param name="subject">What was bought, the journal's reference is <c>sale:subject</c>.</param>
    /// <param name="from">Clearing or the buyer's wallet.</param>
    /// <param name="revenue">The revenue account, or the buyer's credits liability for prepaid credits.</param>
    /// <param name="price">What the buyer pays, tax included.</param>
    /// <param name="taxIncluded">The tax in the price.</param>
    public static JournalDraft Sale(JournalHead head, Guid subject, AccountKey from, AccountKey revenue, Money price,
        Money? taxIncluded = null)
    {
        var tax = taxIncluded ?? Money.Zero(price.Currency);
        return Start(head, JournalKinds.Sale, "sale", subject)
            .Debit(from, price)
            .Credit(AccountKind.TaxPayable, tax)
            .Credit(revenue, price - tax)
            .Build();
    }

    internal static JournalBuilder Start(JournalHead head, string kind, string noun, Guid id) =>
        new(head, kind, $"{noun}:{id:D}");
}
