namespace Guildhall.Engine.Matching.Fairness;

/// <summary>
/// How groups stand in a ranked list, against how many of them could have stood there (Geyik, Ambler and Kenthapadi,
/// 2019).
/// </summary>
public static class Skew
{
    /// <summary>Each group's part of everybody, by count.</summary>
    public static Dictionary<string, double> PartsOf(IReadOnlyCollection<string> everybody) => everybody
        .GroupBy(g => g).ToDictionary(g => g.Key, g => g.Count() / (double)everybody.Count);

    /// <summary>
    /// <c>ln(part in the first k / desired part)</c> for each desired group: 0 is what was desired, above it too many,
    /// below too few (<see cref="Of"/>).
    /// </summary>
    /// <param name="ranked">The group at each position, best first.</param>
    /// <param name="desired">Parts that sum to 1, each above 0.</param>
    /// <param name="k">Positions that count.</param>
    public static Dictionary<string, double> At(
        IReadOnlyList<string> ranked, IReadOnlyDictionary<string, double> desired, int k)
    {
        var top = Math.Min(k, ranked.Count);
        return desired.ToDictionary(d => d.Key,
            d => Of(ranked.Take(top).Count(g => g == d.Key), top * d.Value));
    }

    /// <summary>
    /// <c>ln(places had / places owed)</c>. None had counts as half a place, so that the figure stays finite, and is
    /// never too many: who is owed less than half a place and has none stands as they should.
    /// </summary>
    /// <param name="had">Places of a group.</param>
    /// <param name="owed">Places it should have, a fraction perhaps; 0 when there are no places.</param>
    public static double Of(int had, double owed) =>
        owed == 0 ? 0 : had > 0 ? Math.Log(had / owed) : Math.Min(0, Math.Log(0.5 / owed));

    /// <summary>
    /// Normalised discounted cumulative divergence: the divergence of the first 1, 2, 3… from what is desired, early
    /// positions counting most. 0 is perfect; it has no upper end.
    /// </summary>
    public static double Ndkl(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, double> desired)
    {
        var counts = desired.ToDictionary(d => d.Key, _ => 0);
        var (sum, norm) = (0.0, 0.0);
        for (var i = 0; i < ranked.Count; i++)
        {
            counts[ranked[i]]++;
            var discount = 1 / Math.Log2(i + 2);
            norm += discount;
            foreach (var (group, count) in counts)
                if (count > 0)
                    sum += discount * count / (i + 1) * Math.Log(count / (i + 1.0) / desired[group]);
        }
        return norm == 0 ? 0 : sum / norm;
    }
}
