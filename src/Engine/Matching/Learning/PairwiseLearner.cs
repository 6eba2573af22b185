namespace Guildhall.Engine.Matching.Learning;

/// <summary>
/// Learns weights from what people chose: whatever was chosen should stand above the rest of its list. A choice at a
/// position that is seldom looked at counts for as many as were missed there (inverse propensity), so that what stood
/// on top does not learn that it belongs there.
/// <code>
/// minimise over w ≥ 0:  Σ gain/propensity · log(1 + exp(score(other) - score(chosen)))  +  pull · |w - start|²
/// </code>
/// Convex and without chance: the same lists give the same weights.
/// </summary>
public static class PairwiseLearner
{
    const int Steps = 300;

    // Scores in the logistic: ten points apart is one unit at the start; the learner may sharpen or blunt it.
    const double Unit = 10 * Weights.Scale, Pull = 0.001;

    /// <summary>Weights that fit, in sub-points but not yet rounded or bounded, with their sum kept.</summary>
    /// <param name="lists">With what came of each item.</param>
    /// <param name="start">Where to begin; factors without points stay without.</param>
    /// <param name="propensities"><see cref="Propensities.None"/> learns naively.</param>
    public static double[] Learn(IReadOnlyList<LearningList> lists, Weights start, Propensities propensities)
    {
        var from = FactorShares.Read(start);
        var free = from.Select(w => w > 0).ToArray();
        var pairs = Pairs(lists, propensities, free);
        var total = pairs.Sum(p => p.Weight);
        var begin = from.Select(w => w / Unit).ToArray();
        if (total == 0) return [.. from.Select(w => (double)w)];
        var (w, step) = (begin.ToArray(), 1.0);
        var loss = Loss(pairs, total, w, begin);
        for (var i = 0; i < Steps && step > 1e-6; i++)
        {
            var slope = Slope(pairs, total, w, begin);
            // Halved until it helps, so that no learning rate is to be chosen.
            for (; step > 1e-6; step /= 2)
            {
                var next = w.Zip(slope, (a, g) => Math.Max(0, a - step * g)).ToArray();
                if (Loss(pairs, total, next, begin) is var less && less < loss)
                {
                    (w, loss, step) = (next, less, step * 2);
                    break;
                }
            }
        }
        var sum = w.Sum();
        return sum == 0 ? [.. from.Select(x => (double)x)] : [.. w.Select(x => x / sum * Weights.Total)];
    }

    // A pair is the difference of its shares; capped matches are compared only where both are free of the ceiling,
    // since no weight moves a ceiling.
    static List<(double[] Apart, double Weight)> Pairs(
        IReadOnlyList<LearningList> lists, Propensities propensities, bool[] free)
    {
        var pairs = new List<(double[], double)>();
        foreach (var list in lists)
        {
            var items = list.Items.Take(LearningList.Most).Where(i => i.Ceiling == Weights.Total).ToArray();
            foreach (var chosen in items.Where(i => i.Gain > 0))
            {
                var weight = chosen.Gain / (chosen.ByPosition ? propensities.Of(chosen.Position) : 1.0);
                foreach (var other in items)
                    if (other != chosen)
                        pairs.Add(([.. free.Select((on, k) =>
                            on ? (chosen.Shares[k] - other.Shares[k]) / 1_000.0 : 0)], weight));
            }
        }
        return pairs;
    }

    static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    static double Loss(List<(double[] Apart, double Weight)> pairs, double total, double[] w, double[] begin)
    {
        var loss = 0.0;
        foreach (var (apart, weight) in pairs) loss += weight * Math.Log(1 + Math.Exp(-Dot(w, apart)));
        return loss / total + Pull * w.Zip(begin, (a, b) => (a - b) * (a - b)).Sum();
    }

    static double[] Slope(List<(double[] Apart, double Weight)> pairs, double total, double[] w, double[] begin)
    {
        var slope = new double[w.Length];
        foreach (var (apart, weight) in pairs)
        {
            var push = -weight / total / (1 + Math.Exp(Dot(w, apart)));
            for (var k = 0; k < slope.Length; k++) slope[k] += push * apart[k];
        }
        for (var k = 0; k < slope.Length; k++) slope[k] += 2 * Pull * (w[k] - begin[k]);
        return slope;
    }
}
