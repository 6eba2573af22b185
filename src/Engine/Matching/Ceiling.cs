namespace Guildhall.Engine.Matching;

/// <summary>
/// The highest score that the required skills allow, so that a missing one cannot be bought back with a low rate.
/// <code>
/// shortfall of a required skill = max(0, 600 - credit) / 600 (credit of the skill or an alternative, in thousandths)
/// ceiling = 100 - 30 · worst shortfall - 40 · average shortfall  (points)
/// </code>
/// One missing of one: 30 points. One missing of four: 60. All at the level asked for, even if only claimed: 100.
/// </summary>
struct Ceiling
{
    public const int Enough = 600, Worst = 30 * Weights.Scale, Average = 40 * Weights.Scale;

    int worst, sum, count;

    /// <param name="direct">Credit of the skill or an alternative, in thousandths.</param>
    public void Add(int direct)
    {
        var shortfall = Shortfall(direct);
        worst = Math.Max(worst, shortfall);
        sum += shortfall;
        count++;
    }

    public static int Shortfall(int direct) => Math.Max(0, Enough - direct) * 1_000 / Enough;

    /// <summary>In sub-points, 3,000..<see cref="Weights.Total"/>.</summary>
    public readonly int Points => count == 0 ? Weights.Total : Of(worst, sum / count);

    public static int Of(int worst, int average) =>
        Weights.Total - Worst * worst / 1_000 - Average * average / 1_000;
}
