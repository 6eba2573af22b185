namespace Guildhall.Relevance;

/// <summary>A mean with half the width of its 95 % confidence interval.</summary>
readonly record struct Estimate(double Mean, double Margin)
{
    public static Estimate Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0) return default;
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, values.Count - 1);
        return new(mean, 1.96 * Math.Sqrt(variance / values.Count));
    }
}

/// <summary>NDCG@10 and recall@100 of one ranker over many queries.</summary>
sealed class Measure(string name)
{
    readonly List<double> ndcg = [], recall = [];

    public string Name => name;
    public Estimate Ndcg => Estimate.Of(ndcg);
    public Estimate Recall => Estimate.Of(recall);

    /// <param name="ranked">Places of the best, best first.</param>
    /// <param name="gains">Gain of every place, 0..1.</param>
    public void Add(IReadOnlyList<int> ranked, double[] gains)
    {
        ndcg.Add(Dcg(ranked.Take(10).Select(i => gains[i])) / Dcg(gains.OrderByDescending(g => g).Take(10)));
        recall.Add(ranked.Take(100).Count(i => gains[i] > 0) / (double)gains.Count(g => g > 0));
    }

    public override string ToString() => FormattableString.Invariant(
        $"{name,-34} {Ndcg.Mean,6:0.000} ±{Ndcg.Margin:0.000}   {Recall.Mean,6:0.000} ±{Recall.Margin:0.000}");

    static double Dcg(IEnumerable<double> gains) => gains.Select((g, i) => g / Math.Log2(i + 2)).Sum();
}
