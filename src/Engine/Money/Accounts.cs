using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Guildhall.Engine.Money;

/// <summary>The kinds of ledger accounts (spec 7.15). What each means is in <see cref="AccountKinds"/>.</summary>
public enum AccountKind
{
    ClientWallet, ProcessorClearing, Escrow, FeesHeld, FreelancerPending, FreelancerAvailable, PayoutsInTransit, Bank,
    FeeRevenue, SubscriptionRevenue, PostingRevenue, VerificationRevenue, PlacementRevenue, TaxPayable,
    CreditsLiability, CauseFund, CarbonFund, DisputeCost, ChargebackLoss, PromotionExpense, ProcessorCost,
    FxDifference, TokenRewards,
}

/// <summary>The side on which an account grows.</summary>
public enum NormalSide { Debit, Credit }

/// <summary>What kind of thing owns an account; the house has one account of a kind, others one per owner.</summary>
public enum AccountOwner { House, Person, Milestone, Payout }

/// <summary>The rules of one kind of account.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Code">Stable name in storage, hashes and exports: <c>fee_revenue</c>.</param>
/// <param name="Side">Where it grows: debit for assets and expenses, credit for what is owed and earned.</param>
/// <param name="Owner">Whose account it is.</param>
/// <param name="MayOverdraw">
/// False where the balance is somebody's money and may never fall below zero. True for the house's own books:
/// outside balances (bank, processor) arrive late, revenue and expenses may reverse.
/// </param>
public sealed record AccountRule(AccountKind Kind, string Code, NormalSide Side, AccountOwner Owner, bool MayOverdraw);

/// <summary>The chart of accounts.</summary>
public static class AccountKinds
{
    const NormalSide debit = NormalSide.Debit, credit = NormalSide.Credit;

    public static IReadOnlyList<AccountRule> All { get; } =
    [
        // Where the money is.
        House(AccountKind.ProcessorClearing, "processor_clearing", debit),
        House(AccountKind.Bank, "bank", debit),
        // Whose it is.
        new(AccountKind.ClientWallet, "client_wallet", credit, AccountOwner.Person, false),
        new(AccountKind.Escrow, "escrow", credit, AccountOwner.Milestone, false),
        new(AccountKind.FeesHeld, "fees_held", credit, AccountOwner.Milestone, false),
        new(AccountKind.FreelancerPending, "freelancer_pending", credit, AccountOwner.Person, false),
        new(AccountKind.FreelancerAvailable, "freelancer_available", credit, AccountOwner.Person, false),
        new(AccountKind.PayoutsInTransit, "payouts_in_transit", credit, AccountOwner.Payout, false),
        new(AccountKind.CreditsLiability, "credits_liability", credit, AccountOwner.Person, false),
        new(AccountKind.CauseFund, "cause_fund", credit, AccountOwner.House, false),
        new(AccountKind.CarbonFund, "carbon_fund", credit, AccountOwner.House, false),
        House(AccountKind.TaxPayable, "tax_payable", credit),
        // What the house earned and spent.
        House(AccountKind.FeeRevenue, "fee_revenue", credit),
        House(AccountKind.SubscriptionRevenue, "subscription_revenue", credit),
        House(AccountKind.PostingRevenue, "posting_revenue", credit),
        House(AccountKind.VerificationRevenue, "verification_revenue", credit),
        House(AccountKind.PlacementRevenue, "placement_revenue", credit),
        House(AccountKind.DisputeCost, "dispute_cost", debit),
        House(AccountKind.ChargebackLoss, "chargeback_loss", debit),
        House(AccountKind.PromotionExpense, "promotion_expense", debit),
        House(AccountKind.ProcessorCost, "processor_cost", debit),
        House(AccountKind.FxDifference, "fx_difference", debit),
        House(AccountKind.TokenRewards, "token_rewards", debit),
    ];

    static readonly FrozenDictionary<AccountKind, AccountRule> byKind = All.ToFrozenDictionary(r => r.Kind);
    static readonly FrozenDictionary<string, AccountRule> byCode = All.ToFrozenDictionary(r => r.Code);

    public static AccountRule Rule(this AccountKind kind) => byKind[kind];

    internal static bool TryRule(string code, [MaybeNullWhen(false)] out AccountRule rule) =>
        byCode.TryGetValue(code, out rule);

    static AccountRule House(AccountKind kind, string code, NormalSide side) =>
        new(kind, code, side, AccountOwner.House, true);
}

/// <summary>Names one account; it has a separate balance in each currency.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Owner">The person, organization, milestone or payout; null for accounts of the house.</param>
public readonly record struct AccountKey(AccountKind Kind, Guid? Owner = null)
{
    /// <summary><c>fee_revenue</c> or <c>escrow:0198…</c>: the form used in storage and exports.</summary>
    public override string ToString() => Owner is { } owner ? $"{Kind.Rule().Code}:{owner:D}" : Kind.Rule().Code;

    /// <summary>Reads the form of <see cref="ToString"/>; throws <see cref="FormatException"/> for any other.</summary>
    public static AccountKey Parse(string text)
    {
        var parts = text.Split(':', 2);
        if (!AccountKinds.TryRule(parts[0], out var rule)) throw new FormatException($"No account is called '{text}'.");
        var key = new AccountKey(rule.Kind, parts.Length == 2 ? Guid.ParseExact(parts[1], "D") : null);
        return key.IsComplete ? key : throw new FormatException($"'{text}' needs its owner, or has one too many.");
    }

    /// <summary>An owner is named exactly where the kind has one.</summary>
    internal bool IsComplete =>
        Enum.IsDefined(Kind) && (Kind.Rule().Owner == AccountOwner.House) == (Owner is null) && Owner != Guid.Empty;

    public static implicit operator AccountKey(AccountKind house) => new(house);
}
