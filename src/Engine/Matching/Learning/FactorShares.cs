namespace Guildhall.Engine.Matching.Learning;

/// <summary>How much of each factor a match has, apart from any weights: what a learner learns weights for.</summary>
public static class FactorShares
{
    /// <summary>The factors that have weights, in the order of every array here.</summary>
    public static IReadOnlyList<FactorKind> Kinds { get; } =
    [
        FactorKind.Skills, FactorKind.Text, FactorKind.Availability, FactorKind.Reputation, FactorKind.Rate,
        FactorKind.Place, FactorKind.Meaning, FactorKind.Expected,
    ];

    /// <summary>Share of a factor that says nothing of a match, in thousandths.</summary>
    public const int Neutral = 500;

    /// <summary>
    /// Points over the most points of each factor, in thousandths; <see cref="Neutral"/> where the factor takes no
    /// part.
    /// </summary>
    public static int[] Of(Match match)
    {
        var shares = new int[Kinds.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            var factor = match.Factors.FirstOrDefault(f => f.Kind == Kinds[i]);
            shares[i] = factor is { MaxPoints: > 0 } ? factor.Points * 1_000 / factor.MaxPoints : Neutral;
        }
        return shares;
    }

    /// <summary>What the required skills held the score to, in sub-points; all of them where they did not.</summary>
    public static int CeilingOf(Match match) =>
        match.Factors.Any(f => f is { Kind: FactorKind.Ceiling, Points: < 0 }) ? match.Score : Weights.Total;

    /// <summary>The weights as numbers, in sub-points.</summary>
    public static int[] Read(Weights w) =>
        [w.Skills, w.Text, w.Availability, w.Reputation, w.Rate, w.Place, w.Meaning, w.Expected];

    /// <summary>Numbers in sub-points as weights.</summary>
    public static Weights Write(string version, IReadOnlyList<int> w) =>
        new Weights(version, w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]).Checked();

    /// <summary>The score these shares would have: the sum of the factors, under the ceiling.</summary>
    public static double Score(IReadOnlyList<double> weights, LearningItem item)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Count; i++) sum += weights[i] * item.Shares[i] / 1_000;
        return Math.Min(sum, item.Ceiling);
    }
}
