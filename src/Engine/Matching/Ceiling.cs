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
    const int Enough = 600;

    int worst, sum, count;

    public void Add(in SkillFit fit)
    {
        var shortfall = Math.Max(0, Enough - fit.Direct) * 1_000 / Enough;
        worst = Math.Max(worst, shortfall);
        sum += shortfall;
        count++;
    }

    /// <summary>In sub-points, 3,000..<see cref="Weights.Total"/>.</summary>
    public readonly int Points => count == 0 ? Weights.Total
        : Weights.Total - 30 * Weights.Scale * worst / 1_000 - 40 * Weights.Scale * (sum / count) / 1_000;
}
