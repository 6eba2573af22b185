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

    /// <summary>Seconds the simulated bank needs for each of its two steps. Default 60.</summary>
    public int BankSeconds { get; init; } = 60;

    /// <summary>Who issues receipts and invoices. Default: Guildhall.</summary>
    public string Issuer { get; init; } = "Guildhall";

    public void Check()
    {
        if (ClearingDays is < 0 or > 90)
            throw new InvalidOperationException("GUILDHALL__PAYMENTS__CLEARINGDAYS goes from 0 to 90.");
        if (PayoutMinimum < 1) throw new InvalidOperationException("GUILDHALL__PAYMENTS__PAYOUTMINIMUM is at least 1.");
        if (BankSeconds < 0) throw new InvalidOperationException("GUILDHALL__PAYMENTS__BANKSECONDS is at least 0.");
    }
}
