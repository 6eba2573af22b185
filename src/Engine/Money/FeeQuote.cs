namespace Guildhall.Engine.Money;

/// <summary>One charged line.</summary>
/// <param name="Label">The label of its <see cref="FeeLine"/>.</param>
/// <param name="Amount">Zero or more.</param>
public sealed record FeeAmount(string Label, Money Amount);

/// <summary>A share of the platform's fees set apart for a fund.</summary>
/// <param name="Fund">Which fund.</param>
/// <param name="Amount">Zero or more; part of <see cref="FeeQuote.PlatformKeeps"/>, not on top of it.</param>
public sealed record FundAmount(FeeFund Fund, Money Amount);

/// <summary>
/// What a gross amount costs each side, to the minor unit. Always: ClientPays = FreelancerReceives + PlatformKeeps.
/// </summary>
public sealed record FeeQuote
{
    public required string ScheduleId { get; init; }
    public required int ScheduleVersion { get; init; }

    /// <summary>The agreed price: the milestone's amount, before fees of either side.</summary>
    public required Money Gross { get; init; }
    public required IReadOnlyList<FeeAmount> ClientFees { get; init; }
    public required IReadOnlyList<FeeAmount> FreelancerFees { get; init; }
    public required IReadOnlyList<FundAmount> Funds { get; init; }

    public Money ClientFee => ClientFees.Select(f => f.Amount).Sum(Gross.Currency);
    public Money FreelancerFee => FreelancerFees.Select(f => f.Amount).Sum(Gross.Currency);

    /// <summary>Gross plus the client's fees.</summary>
    public Money ClientPays => Gross + ClientFee;

    /// <summary>Gross minus the freelancer's fees; every remainder of rounding is in here.</summary>
    public Money FreelancerReceives => Gross - FreelancerFee;

    /// <summary>Fees of both sides, funds included.</summary>
    public Money PlatformKeeps => ClientFee + FreelancerFee;

    /// <summary>What the platform keeps, in basis points of the gross, half to even; 0 for no gross.</summary>
    public long TakeRateBasisPoints =>
        Gross.IsPositive ? Rounding.HalfEven((Int128)PlatformKeeps.Minor * 10_000, Gross.Minor) : 0;

    /// <summary>
    /// The quote of one slice of the gross, pro rata. However a gross is sliced into releases and refunds, the
    /// slices' lines sum to this quote exactly and none is negative; until the last slice the fraction of a
    /// minor unit stays with the people, not with the platform.
    /// </summary>
    /// <param name="before">How much of the gross earlier slices released or refunded.</param>
    /// <param name="part">This slice, above zero; before + part is at most the gross.</param>
    public FeeQuote Part(Money before, Money part)
    {
        var after = before + part;
        if (before.IsNegative || !part.IsPositive || after > Gross)
            throw new InvalidOperationException($"{part.Minor} after {before.Minor} is no part of {Gross.Minor}.");
        var (from, to) = (UpTo(before), UpTo(after));
        return this with
        {
            Gross = part,
            ClientFees = Difference(ClientFees, from.Client, to.Client),
            FreelancerFees = Difference(FreelancerFees, from.Freelancer, to.Freelancer),
            Funds = [.. Funds.Select((f, i) => f with { Amount = part with { Minor = to.Funds[i] - from.Funds[i] } })],
        };
    }

    (long[] Client, long[] Freelancer, long[] Funds) UpTo(Money done)
    {
        var client = Split.Part(ClientFee.Minor, done.Minor, Gross.Minor);
        var freelancer = Split.Part(FreelancerFee.Minor, done.Minor, Gross.Minor);
        // The platform's own share comes first in the list, so it absorbs what the funds' rounding leaves.
        var funds = Funds.Select(f => f.Amount.Minor).ToArray();
        long[] shares = [PlatformKeeps.Minor - funds.Sum(), .. funds];
        return (Split.Cumulative([.. ClientFees.Select(f => f.Amount.Minor)], client),
            Split.Cumulative([.. FreelancerFees.Select(f => f.Amount.Minor)], freelancer),
            Split.Cumulative(shares, checked(client + freelancer))[1..]);
    }

    static FeeAmount[] Difference(IReadOnlyList<FeeAmount> lines, long[] from, long[] to) =>
        [.. lines.Select((f, i) => f with { Amount = f.Amount with { Minor = to[i] - from[i] } })];
}
