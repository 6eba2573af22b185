namespace Guildhall.Matching;

/// <summary>What matching keeps. <c>GUILDHALL__MATCHING__*</c>.</summary>
public sealed record MatchingOptions
{
    /// <summary>
    /// Days that lists of matches are kept as they were shown (to whom, in which order, what was opened), for learning
    /// weights and for the fairness figures, 0 to 730. 0: none are recorded. Default 90.
    /// </summary>
    public int ListDays { get; init; } = 90;

    public MatchingOptions Checked() => ListDays is >= 0 and <= 730 ? this
        : throw new InvalidOperationException("GUILDHALL__MATCHING__LISTDAYS is between 0 and 730.");
}
