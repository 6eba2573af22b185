using Guildhall.Engine.Money;

namespace Guildhall.Matching;

/// <summary>What matching keeps. <c>GUILDHALL__MATCHING__*</c>.</summary>
public sealed record MatchingOptions
{
    /// <summary>
    /// Days that lists of matches are kept as they were shown (to whom, in which order, what was opened), for learning
    /// weights and for the fairness figures, 0 to 730. 0: none are recorded. Default 90.
    /// </summary>
    public int ListDays { get; init; } = 90;

    /// <summary>
    /// Seconds between two looks for changes of other nodes that this one was not told of, 1 to 3600. Default 1.
    /// </summary>
    public int LookSeconds { get; init; } = 1;

    /// <summary>
    /// Price of a featured placement for 7 days, in minor units of <c>FEATUREDCURRENCY</c>; 0: not sold. It is a
    /// separate, labelled slot above search results and changes no order and no score. Default: 0; in a demo 900
    /// ($9.00).
    /// </summary>
    public long? FeaturedWeek { get; init; }

    /// <summary>The same for 30 days. Default: 0; in a demo 2900 ($29.00).</summary>
    public long? FeaturedMonth { get; init; }

    /// <summary>ISO 4217. Default: USD.</summary>
    public string FeaturedCurrency { get; init; } = "USD";

    public MatchingOptions Checked()
    {
        if (ListDays is < 0 or > 730)
            throw new InvalidOperationException("GUILDHALL__MATCHING__LISTDAYS is between 0 and 730.");
        if (LookSeconds is < 1 or > 3_600)
            throw new InvalidOperationException("GUILDHALL__MATCHING__LOOKSECONDS is between 1 and 3600.");
        if (FeaturedWeek is < 0 or > Money.MaxMinor || FeaturedMonth is < 0 or > Money.MaxMinor)
            throw new InvalidOperationException("GUILDHALL__MATCHING__FEATURED… is a price, at least 0.");
        if (!Currencies.IsKnown(FeaturedCurrency))
            throw new InvalidOperationException("GUILDHALL__MATCHING__FEATUREDCURRENCY is no currency we know.");
        return this;
    }
}
