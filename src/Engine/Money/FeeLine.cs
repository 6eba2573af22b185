namespace Guildhall.Engine.Money;

/// <summary>Who a fee is charged to.</summary>
public enum FeePayer { Client, Freelancer }

/// <summary>What makes a fee due. A release fee of the client is held at funding and earned at release.</summary>
public enum FeeTrigger { Release, Posting, Proposal, Payout }

/// <summary>How a fee is computed from the gross amount.</summary>
public enum FeeKind { Percent, Fixed, TieredByAmount }

/// <summary>One slice of a tiered fee; the rate applies to the part of the gross inside the slice only.</summary>
/// <param name="UpTo">Upper end in minor units, inclusive; null for the last slice.</param>
/// <param name="BasisPoints">Rate of the slice, 0 to 10000.</param>
public sealed record FeeTier(long? UpTo, int BasisPoints);

/// <summary>One line of a <see cref="FeeSchedule"/>. Each line is computed from the gross alone.</summary>
public sealed record FeeLine
{
    /// <summary>What both sides read, an English key for translation ("Client fee"). 1 to 80 characters.</summary>
    public required string Label { get; init; }
    public required FeePayer Payer { get; init; }
    public required FeeTrigger Trigger { get; init; }
    public required FeeKind Kind { get; init; }

    /// <summary>For <see cref="FeeKind.Percent"/>: hundredths of a percent of the gross, 0 to 10000.</summary>
    public int BasisPoints { get; init; }

    /// <summary>For <see cref="FeeKind.Fixed"/>: minor units per currency; one left out cannot be quoted.</summary>
    public IReadOnlyDictionary<string, long>? Fixed { get; init; }

    /// <summary>For <see cref="FeeKind.TieredByAmount"/>: ascending slices per currency.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FeeTier>>? Tiers { get; init; }

    /// <summary>Least charge in minor units per currency; none for a currency left out.</summary>
    public IReadOnlyDictionary<string, long>? Min { get; init; }

    /// <summary>Most charged in minor units per currency; none for a currency left out.</summary>
    public IReadOnlyDictionary<string, long>? Max { get; init; }

    public static FeeLine Percent(FeePayer payer, int basisPoints, string label,
        FeeTrigger trigger = FeeTrigger.Release) =>
        new() { Payer = payer, Trigger = trigger, Kind = FeeKind.Percent, BasisPoints = basisPoints, Label = label };

    public static FeeLine Flat(FeePayer payer, FeeTrigger trigger, string label, params Money[] amounts) => new()
    {
        Payer = payer, Trigger = trigger, Kind = FeeKind.Fixed, Label = label,
        Fixed = amounts.ToDictionary(a => a.Currency, a => a.Minor),
    };

    /// <summary>Whether this line has an amount for the currency.</summary>
    public bool Supports(string currency) => Kind switch
    {
        FeeKind.Fixed => Fixed?.ContainsKey(currency) == true,
        FeeKind.TieredByAmount => Tiers?.ContainsKey(currency) == true,
        _ => true,
    };

    /// <summary>The charge on a gross amount: rounded half to even once, then kept between min and max.</summary>
    public Money On(Money gross)
    {
        if (!Supports(gross.Currency))
            throw new InvalidOperationException($"The fee '{Label}' has no amount in {gross.Currency}.");
        var charge = Kind switch
        {
            FeeKind.Percent => gross.BasisPoints(BasisPoints).Minor,
            FeeKind.Fixed => Fixed![gross.Currency],
            FeeKind.TieredByAmount => Tiered(gross.Minor, Tiers![gross.Currency]),
            _ => throw new InvalidOperationException($"Unknown fee kind {Kind}."),
        };
        if (Min?.TryGetValue(gross.Currency, out var min) == true) charge = Math.Max(charge, min);
        if (Max?.TryGetValue(gross.Currency, out var max) == true) charge = Math.Min(charge, max);
        return gross with { Minor = charge };
    }

    static long Tiered(long gross, IReadOnlyList<FeeTier> tiers)
    {
        Int128 sum = 0;
        long from = 0;
        foreach (var tier in tiers)
        {
            var to = Math.Min(gross, tier.UpTo ?? long.MaxValue);
            if (to > from) sum += (Int128)(to - from) * tier.BasisPoints;
            from = Math.Max(from, to);
        }
        return Rounding.HalfEven(sum, 10_000);
    }

    internal IEnumerable<string> Problems()
    {
        if (Label is not { Length: >= 1 and <= 80 }) yield return "A label has 1 to 80 characters.";
        if (BasisPoints is < 0 or > 10_000) yield return $"'{Label}': basis points go from 0 to 10000.";
        if (Kind == FeeKind.Fixed && Fixed is not { Count: > 0 }) yield return $"'{Label}': amounts are missing.";
        if (Kind == FeeKind.TieredByAmount && Tiers is not { Count: > 0 }) yield return $"'{Label}': tiers missing.";
        foreach (var amounts in new[] { Fixed, Min, Max })
            foreach (var (currency, minor) in amounts ?? new Dictionary<string, long>())
                if (!Currencies.IsKnown(currency) || minor is < 0 or > Money.MaxMinor)
                    yield return $"'{Label}': {minor} {currency} is not an amount.";
        foreach (var (currency, min) in Min ?? new Dictionary<string, long>())
            if (Max?.TryGetValue(currency, out var max) == true && max < min)
                yield return $"'{Label}': the most in {currency} is under the least.";
        foreach (var (currency, tiers) in Tiers ?? new Dictionary<string, IReadOnlyList<FeeTier>>())
            if (!Currencies.IsKnown(currency) || !Ascend(tiers))
                yield return $"'{Label}': tiers in {currency} must ascend, end open and stay within 0 to 10000.";
    }

    static bool Ascend(IReadOnlyList<FeeTier> tiers)
    {
        if (tiers.Count == 0 || tiers[^1].UpTo is not null) return false;
        long last = 0;
        foreach (var tier in tiers.Take(tiers.Count - 1))
        {
            if (tier.UpTo is not { } upTo || upTo <= last) return false;
            last = upTo;
        }
        return tiers.All(t => t.BasisPoints is >= 0 and <= 10_000);
    }
}
