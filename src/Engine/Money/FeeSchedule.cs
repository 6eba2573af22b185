namespace Guildhall.Engine.Money;

/// <summary>A purpose that receives a share of the platform's fees.</summary>
public enum FeeFund { Cause, Carbon }

/// <summary>A share of what the platform keeps.</summary>
/// <param name="Fund">Who receives it.</param>
/// <param name="BasisPoints">Of the platform's fees, 0 to 10000; all shares together at most 10000.</param>
public sealed record FeeShare(FeeFund Fund, int BasisPoints);

/// <summary>
/// The price list of a marketplace: versioned, dated, and pinned into each contract at signature (spec C1).
/// Lines are computed independently on the gross and summed.
/// </summary>
public sealed record FeeSchedule
{
    const int LinesMax = 20;

    /// <summary>Stable name, lower case with hyphens: <c>skill-gig</c>.</summary>
    public required string Id { get; init; }

    /// <summary>From 1, growing; a published version never changes.</summary>
    public required int Version { get; init; }

    /// <summary>First UTC day on which new contracts use this version.</summary>
    public required DateOnly EffectiveFrom { get; init; }
    public required IReadOnlyList<FeeLine> Lines { get; init; }

    /// <summary>Shares of the platform's fees set apart for causes and carbon.</summary>
    public IReadOnlyList<FeeShare> Shares { get; init; } = [];

    /// <summary>Posting credits one published job costs; 0 is free.</summary>
    public int PostingCredits { get; init; }

    /// <summary>Proposal credits one proposal costs; 0 is free.</summary>
    public int ProposalCredits { get; init; }

    public bool Supports(string currency) => Lines.All(l => l.Supports(currency));

    /// <summary>
    /// What the gross costs both sides when the trigger happens. For triggers other than release read only the fees:
    /// the gross is then the amount they are computed on (a payout's amount, a job's budget).
    /// </summary>
    /// <param name="gross">Zero or more, within <see cref="Money.MaxMinor"/>.</param>
    /// <param name="trigger">Which lines apply.</param>
    public FeeQuote Quote(Money gross, FeeTrigger trigger = FeeTrigger.Release)
    {
        if (gross.IsNegative || !gross.IsWithinLimit)
            throw new InvalidOperationException($"{gross.Minor} {gross.Currency} cannot be quoted.");
        var client = Charges(gross, trigger, FeePayer.Client, long.MaxValue);
        // Least charges must not take more than there is: later lines yield first.
        var takesFromGross = trigger is FeeTrigger.Release or FeeTrigger.Payout;
        var freelancer = Charges(gross, trigger, FeePayer.Freelancer, takesFromGross ? gross.Minor : long.MaxValue);
        var kept = client.Concat(freelancer).Select(f => f.Amount).Sum(gross.Currency);
        return new FeeQuote
        {
            ScheduleId = Id,
            ScheduleVersion = Version,
            Gross = gross,
            ClientFees = client,
            FreelancerFees = freelancer,
            Funds = SetApart(kept),
        };
    }

    List<FeeAmount> Charges(Money gross, FeeTrigger trigger, FeePayer payer, long most)
    {
        var charges = new List<FeeAmount>();
        foreach (var line in Lines.Where(l => l.Trigger == trigger && l.Payer == payer))
        {
            var amount = line.On(gross);
            if (amount.Minor > most) amount = amount with { Minor = most };
            most -= amount.Minor;
            charges.Add(new FeeAmount(line.Label, amount));
        }
        return charges;
    }

    // Rounded down, so that several funds can never take more than the fees.
    List<FundAmount> SetApart(Money kept) =>
    [
        .. Shares.Select(s => new FundAmount(s.Fund,
            kept with { Minor = Rounding.Floor((Int128)kept.Minor * s.BasisPoints, 10_000) })),
    ];

    /// <summary>The version in force on a day: the latest date, then the highest version; null if none.</summary>
    public static FeeSchedule? InForce(IEnumerable<FeeSchedule> versions, DateOnly day) => versions
        .Where(s => s.EffectiveFrom <= day)
        .OrderByDescending(s => s.EffectiveFrom).ThenByDescending(s => s.Version)
        .FirstOrDefault();

    /// <summary>Everything wrong with the schedule, in words; empty when it can be published.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(Id) || Id.Length > 60) problems.Add("An id has 1 to 60 characters.");
        if (Version < 1) problems.Add("Versions count from 1.");
        if (Lines.Count > LinesMax) problems.Add($"A schedule has at most {LinesMax} lines.");
        if (Shares.Any(s => s.BasisPoints < 0) || Shares.Sum(s => (long)s.BasisPoints) > 10_000)
            problems.Add("Shares go from 0 to 10000 basis points in all.");
        if (Shares.Select(s => s.Fund).Distinct().Count() != Shares.Count) problems.Add("A fund has one share.");
        if (PostingCredits < 0 || ProposalCredits < 0) problems.Add("Credits cannot be negative.");
        problems.AddRange(Lines.SelectMany(l => l.Problems()));
        return problems;
    }
}
