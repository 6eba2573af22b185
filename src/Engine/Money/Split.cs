namespace Guildhall.Engine.Money;

/// <summary>Ways to divide an amount so that the parts always sum to the whole.</summary>
public static class Split
{
    /// <summary>
    /// Parts in proportion to the weights by largest remainder: each part is within one minor unit of its exact
    /// share, and the units left over go to the largest remainders, ties to the earlier part.
    /// </summary>
    /// <param name="total">Any sign; a negative total gives the negated parts.</param>
    /// <param name="weights">At least one, none negative, not all zero.</param>
    public static long[] Proportionally(long total, IReadOnlyList<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
            sum += weight;
        }
        if (sum == 0) throw new ArgumentException("At least one weight must be above zero.", nameof(weights));

        var size = Int128.Abs(total);
        var parts = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        var left = size;
        for (var i = 0; i < parts.Length; i++)
        {
            (var part, remainders[i]) = Int128.DivRem(size * weights[i], sum);
            parts[i] = checked((long)part);
            left -= part;
        }
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).Take((int)left))
            parts[i]++;
        if (total < 0)
            for (var i = 0; i < parts.Length; i++) parts[i] = -parts[i];
        return parts;
    }

    /// <inheritdoc cref="Proportionally(long, IReadOnlyList{long})"/>
    public static Money[] Proportionally(Money total, IReadOnlyList<long> weights) =>
        [.. Proportionally(total.Minor, weights).Select(part => total with { Minor = part })];

    /// <summary>Equal parts; the first ones are one minor unit larger when it does not divide.</summary>
    public static Money[] Evenly(Money total, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        return Proportionally(total, Enumerable.Repeat(1L, parts).ToArray());
    }

    /// <summary>
    /// How much of each amount is due when <paramref name="done"/> of their sum is due. Walking done from 0 to the
    /// sum never takes anything back from any of them, and at the end each is whole: what slices of a release need.
    /// </summary>
    internal static long[] Cumulative(IReadOnlyList<long> amounts, long done)
    {
        var due = new long[amounts.Count];
        var whole = amounts.Aggregate(0L, (sum, next) => checked(sum + next));
        // Peeled from the last: rounding down one amount can never ask the others for more than was added.
        for (var i = amounts.Count - 1; i >= 0; i--)
        {
            due[i] = i == 0 ? done : Part(amounts[i], done, whole);
            done -= due[i];
            whole -= amounts[i];
        }
        return due;
    }

    /// <summary>The part of an amount due when done of whole is done, rounded down; zero of nothing.</summary>
    internal static long Part(long amount, long done, long whole) =>
        whole == 0 ? 0 : Rounding.Floor((Int128)amount * done, whole);
}
