namespace Guildhall.Engine.Matching.Learning;

/// <summary>How well orders agree with what people chose.</summary>
public static class RankingQuality
{
    /// <summary>Positions that count.</summary>
    public const int Depth = 10;

    /// <summary>Normalised discounted cumulative gain, 0..1; 1 when there is nothing to gain.</summary>
    public static double Ndcg(IReadOnlyList<double> gains, int depth = Depth)
    {
        var best = Dcg(gains.OrderDescending(), depth);
        return best == 0 ? 1 : Dcg(gains, depth) / best;
    }

    /// <summary>The same for each list with a choice in it, its items ordered anew, gains over propensities.</summary>
    /// <param name="lists">Shown lists.</param>
    /// <param name="propensities">Weighs out what position did.</param>
    /// <param name="score">The higher, the earlier; of equal ones the lower id.</param>
    public static double[] OfLists(IEnumerable<LearningList> lists, Propensities propensities,
        Func<LearningItem, double> score) =>
        [.. lists.Where(l => l.Items.Any(i => i.Gain > 0)).Select(l => Ndcg([.. l.Items.Take(LearningList.Most)
            .OrderByDescending(score).ThenBy(i => i.Id)
            .Select(i => i.Gain / (i.ByPosition ? propensities.Of(i.Position) : 1.0))]))];

    /// <summary>The same against everything that could have been gained, shown or not.</summary>
    public static double Against(IReadOnlyList<double> gains, IReadOnlyList<double> all, int depth = Depth)
    {
        var best = Dcg(all.OrderDescending(), depth);
        return best == 0 ? 1 : Dcg(gains, depth) / best;
    }

    static double Dcg(IEnumerable<double> gains, int depth) =>
        gains.Take(depth).Select((gain, at) => gain / Math.Log2(at + 2)).Sum();
}
