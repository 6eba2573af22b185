namespace Guildhall.Engine.Matching.Learning;

/// <summary>
/// How likely somebody looks at a position: <c>position ^ -decay</c>. The decay is estimated from pairs of neighbours
/// whose order was drawn by lot, so that everything but the position is the same on average.
/// </summary>
/// <param name="Decay">0: every position is seen alike; 1: the second half as often as the first.</param>
/// <param name="Openings">Openings in drawn pairs behind the estimate.</param>
public sealed record Propensities(double Decay, int Openings)
{
    /// <summary>Believed before anything was measured.</summary>
    public const double UsualDecay = 1;

    // The belief weighs like a normal distribution of this width; a hundred openings outweigh it.
    const double Width = 0.5, MostDecay = 3, Least = 0.05;

    /// <summary>Every position alike: what a naive learner assumes.</summary>
    public static readonly Propensities None = new(0, 0);

    /// <summary>Relative to the first position, 0.05..1; below that, weights would be all noise.</summary>
    public double Of(int position) => Math.Max(Least, Math.Pow(Math.Max(1, position), -Decay));

    /// <summary>
    /// The decay under which these openings are likeliest, given the usual one. Of a pair at k an opening falls on the
    /// upper one with 1 / (1 + (k / (k + 1)) ^ decay).
    /// </summary>
    public static Propensities Estimate(IEnumerable<DrawnPair> pairs)
    {
        var seen = pairs.Where(p => p.Upper != p.Lower).GroupBy(p => p.Position)
            .Select(g => (Step: Math.Log(g.Key / (g.Key + 1.0)), Upper: g.Count(p => p.Upper), All: g.Count()))
            .ToArray();
        // The slope falls as the decay rises: halve the interval until it is found.
        var (low, high) = (0.0, MostDecay);
        for (var i = 0; i < 60; i++)
        {
            var decay = (low + high) / 2;
            var slope = (UsualDecay - decay) / (Width * Width);
            foreach (var (step, upper, all) in seen)
                slope += step * (all - upper - all / (1 + Math.Exp(-step * decay)));
            if (slope > 0) low = decay;
            else high = decay;
        }
        return new((low + high) / 2, seen.Sum(s => s.All));
    }
}
