using Guildhall.Engine.Money;

namespace Guildhall.Payments.Pages;

/// <summary>The ledger's terms in the words of a statement; English is the key of the translation.</summary>
static class MoneyWords
{
    public static string Pocket(AccountKind kind) => kind switch
    {
        AccountKind.ClientWallet => "Wallet",
        AccountKind.Escrow => "In escrow",
        AccountKind.FeesHeld => "Fees held",
        AccountKind.FreelancerPending => "Clearing",
        AccountKind.FreelancerAvailable => "Available",
        AccountKind.PayoutsInTransit => "On the way to the bank",
        _ => kind.Rule().Code,
    };

    /// <summary>The account in the house's books.</summary>
    public static string Account(AccountKind kind) => kind switch
    {
        AccountKind.ClientWallet => "Wallets of clients",
        AccountKind.ProcessorClearing => "At the payment provider",
        AccountKind.Escrow => "In escrow for milestones",
        AccountKind.FeesHeld => "Fees held with the escrow",
        AccountKind.FreelancerPending => "Owed to freelancers, clearing",
        AccountKind.FreelancerAvailable => "Owed to freelancers, available",
        AccountKind.PayoutsInTransit => "Withdrawals on the way",
        AccountKind.Bank => "Bank",
        AccountKind.FeeRevenue => "Fees earned",
        AccountKind.PlacementRevenue => "Featured placements sold",
        AccountKind.ProcessorCost => "Cost of payments",
        _ => kind.Rule().Code,
    };

    public static string Pocket(string code) => Pocket(AccountKey.Parse(Sample(code)).Kind);

    static string Sample(string code) => $"{code}:{new Guid(1, 0, 0, new byte[8]):D}";

    public static string Kind(string journal) => journal switch
    {
        JournalKinds.Deposit => "Funds added",
        JournalKinds.Fund => "Milestone funded",
        JournalKinds.Release or JournalKinds.PartialRelease => "Work approved and released",
        JournalKinds.Refund => "Refunded",
        JournalKinds.Settle => "Cleared",
        JournalKinds.PayoutRequested => "Withdrawal requested",
        JournalKinds.PayoutPaid => "Withdrawal paid",
        JournalKinds.PayoutReturned => "Withdrawal returned",
        JournalKinds.PayoutSent => "Sent to the bank",
        JournalKinds.PlacementBought => "Featured placement",
        JournalKinds.PlacementReturned => "Rest of a featured placement",
        _ => journal,
    };

    public static (string Words, string? Tone) State(PayoutState state) => state switch
    {
        PayoutState.Requested or PayoutState.RiskCheck => ("Being checked", "info"),
        PayoutState.Held => ("Held for a check", "warning"),
        PayoutState.Approved or PayoutState.Processing => ("Processing", "info"),
        PayoutState.InTransit => ("On the way to the bank", "info"),
        PayoutState.Paid => ("Paid", "success"),
        PayoutState.Returned or PayoutState.Failed => ("Returned", "error"),
        PayoutState.Rejected => ("Rejected", "error"),
        _ => ("Cancelled", null),
    };
}
