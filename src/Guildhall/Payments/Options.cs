namespace Guildhall.Payments;

/// <summary>Which price list new contracts pin. <c>GUILDHALL__FEES__*</c>.</summary>
public sealed record FeesOptions
{
    /// <summary>skill-gig (default), tasktribe, techgigs, subscription-only or commission-free.</summary>
    public string Preset { get; init; } = "skill-gig";
}

/// <summary>How money moves. <c>GUILDHALL__PAYMENTS__*</c>.</summary>
public sealed record PaymentsOptions
{
    /// <summary>
    /// Days from release to availability that new contracts pin, 0 to 90. Default 0: the simulator charges
    /// nothing back.
    /// </summary>
    public int ClearingDays { get; init; }

    /// <summary>Least payout in minor units of its currency. Default 1000 ($10.00).</summary>
    public long PayoutMinimum { get; init; } = 1000;

    /// <summary>
    /// A larger payout, in minor units of its currency, waits for an operator; 0: none does.
    /// Default 500000 ($5,000.00).
    /// </summary>
    public long PayoutReviewAbove { get; init; } = 500_000;

    /// <summary>
    /// Hours a bank account rests before the first payout to it, when another was paid before, 0 to 720. Default 48.
    /// </summary>
    public int NewAccountHours { get; init; } = 48;

    /// <summary>Seconds the simulated bank needs for each of its two steps. Default 60.</summary>
    public int BankSeconds { get; init; } = 60;

    /// <summary>Who issues receipts and invoices. Default: Guildhall.</summary>
    public string Issuer { get; init; } = "Guildhall";

    public void Check()
    {
        if (ClearingDays is < 0 or > 90)
            throw new InvalidOperationException("GUILDHALL__PAYMENTS__CLEARINGDAYS goes from 0 to 90.");
        if (PayoutMinimum < 1) throw new InvalidOperationException("GUILDHALL__PAYMENTS__PAYOUTMINIMUM is at least 1.");
        if (PayoutReviewAbove < 0)
            throw new InvalidOperationException("GUILDHALL__PAYMENTS__PAYOUTREVIEWABOVE is at least 0.");
        if (NewAccountHours is < 0 or > 720)
            throw new InvalidOperationException("GUILDHALL__PAYMENTS__NEWACCOUNTHOURS goes from 0 to 720.");
        if (BankSeconds < 0) throw new InvalidOperationException("GUILDHALL__PAYMENTS__BANKSECONDS is at least 0.");
    }
}
