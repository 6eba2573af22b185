using Guildhall.Engine.Matching;

namespace Guildhall.Matching.Pages.Parts;

/// <summary>Hundredths as whole points that still add up to the whole number people see.</summary>
static class WholePoints
{
    /// <param name="hundredths">Each part.</param>
    /// <param name="total">Whole points they must give together; within one point of each part's rounding.</param>
    public static int[] Of(int[] hundredths, int total)
    {
        var whole = hundredths.Select(h => (int)Math.Floor(h / (double)Weights.Scale)).ToArray();
        // What is left over goes to the parts that lost most by being cut: the largest remainders.
        var order = Enumerable.Range(0, whole.Length)
            .OrderByDescending(i => hundredths[i] - whole[i] * Weights.Scale).ThenBy(i => i).ToArray();
        for (var (i, left) = (0, total - whole.Sum()); left > 0; i = (i + 1) % order.Length, left--) whole[order[i]]++;
        return whole;
    }
}
