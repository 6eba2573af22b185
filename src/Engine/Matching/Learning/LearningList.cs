namespace Guildhall.Engine.Matching.Learning;

/// <summary>One item of a list somebody was shown, and what came of it.</summary>
/// <param name="Id">The freelancer, or the job.</param>
/// <param name="Position">Where it stood, from 1.</param>
/// <param name="Shares">As <see cref="FactorShares.Of"/> gives them, in thousandths.</param>
/// <param name="Ceiling">As <see cref="FactorShares.CeilingOf"/> gives it, in sub-points.</param>
/// <param name="Length">Characters of the profile's text: for the control that orders by length.</param>
/// <param name="Gain">
/// 0: nothing came of it; 1 opened, 2 called good, 3 invited, shortlisted or answered, 4 hired.
/// </param>
/// <param name="ByPosition">
/// Whether the gain needed the item to be seen in this list: then position played a part and is weighed out.
/// </param>
public sealed record LearningItem(
    Guid Id, int Position, int[] Shares, int Ceiling, int Length, int Gain, bool ByPosition);

/// <summary>A list somebody was shown.</summary>
/// <param name="Subject">
/// What it was a list for: lists of one subject stay together when they are split for the check.
/// </param>
/// <param name="Items">In the order shown; the first 200 count.</param>
public sealed record LearningList(Guid Subject, IReadOnlyList<LearningItem> Items)
{
    /// <summary>Items of a list that are read.</summary>
    public const int Most = 200;
}

/// <summary>
/// Two neighbours of which chance decided who stands first, and which of them was opened: the difference is what
/// position alone does.
/// </summary>
/// <param name="Position">Of the upper one, from 1.</param>
/// <param name="Upper">Whether the upper one was opened.</param>
/// <param name="Lower">Whether the lower one was opened.</param>
public sealed record DrawnPair(int Position, bool Upper, bool Lower);
