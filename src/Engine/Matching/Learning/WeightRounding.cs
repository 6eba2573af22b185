namespace Guildhall.Engine.Matching.Learning;

/// <summary>Learned numbers as weights that people read: whole tenths of a point that sum to 100 points.</summary>
public static class WeightRounding
{
    /// <summary>The furthest a proposal moves one factor, in sub-points: 5 points.</summary>
    public const int FurthestMove = 500;

    const int Tenth = Weights.Scale / 10;

    /// <summary>
    /// The weights nearest to what was learned that move no factor further than <paramref name="furthest"/> from
    /// today's and give none points that has none.
    /// </summary>
    public static Weights Near(IReadOnlyList<double> learned, Weights today, string version,
        int furthest = FurthestMove)
    {
        var now = FactorShares.Read(today);
        var low = now.Select(w => Math.Max(0.0, w - furthest)).ToArray();
        var high = now.Select(w => w == 0 ? 0.0 : Math.Min(Weights.Total, w + (double)furthest)).ToArray();
        // One shift for all, found by halving, so that the sum comes out.
        var (below, above) = (-2.0 * Weights.Total, 2.0 * Weights.Total);
        double[] Shifted(double by) => [.. learned.Select((w, k) => Math.Clamp(w + by, low[k], high[k]))];
        for (var i = 0; i < 60; i++)
        {
            var middle = (below + above) / 2;
            if (Shifted(middle).Sum() < Weights.Total) below = middle;
            else above = middle;
        }
        return FactorShares.Write(version, Whole(Shifted(above)));
    }

    // Cut to tenths; what is left over goes to the largest remainders.
    static int[] Whole(double[] points)
    {
        var whole = points.Select(p => (int)Math.Floor(p / Tenth + 1e-9) * Tenth).ToArray();
        var order = Enumerable.Range(0, whole.Length).Where(k => points[k] > 0)
            .OrderByDescending(k => points[k] - whole[k]).ThenBy(k => k).ToArray();
        for (var (i, left) = (0, (Weights.Total - whole.Sum()) / Tenth); left > 0; i = (i + 1) % order.Length, left--)
            whole[order[i]] += Tenth;
        return whole;
    }
}
