using System.Text.Json.Serialization;

namespace Guildhall.Engine.Money;

/// <summary>
/// An exact amount: a whole number of the currency's smallest unit (cents for USD, yen for JPY).
/// Arithmetic is checked and never mixes currencies; mixing is a programmer's error and throws.
/// </summary>
/// <param name="Minor">Minor units, signed. 125000 with USD is $1,250.00.</param>
/// <param name="Currency">ISO 4217 code in upper case, one of <see cref="Currencies"/>.</param>
public readonly partial record struct Money(long Minor, string Currency) : IComparable<Money>, IFormattable
{
    /// <summary>
    /// The largest single amount accepted anywhere, in minor units (10^12: ten billion dollars).
    /// It bounds what people enter and what one journal line moves; totals over many may exceed it.
    /// </summary>
    public const long MaxMinor = 1_000_000_000_000;

    public static Money Zero(string currency) => new(0, currency);

    /// <summary>From major units; throws when the currency has no unit that small (1.005 USD).</summary>
    public static Money Of(decimal major, string currency)
    {
        var minor = major * Currencies.Get(currency).UnitsPerMajor;
        if (minor != decimal.Truncate(minor))
            throw new ArgumentException($"{currency} has no unit as small as {major} needs.", nameof(major));
        return new Money(checked((long)minor), currency);
    }

    [JsonIgnore] public bool IsZero => Minor == 0;
    [JsonIgnore] public bool IsPositive => Minor > 0;
    [JsonIgnore] public bool IsNegative => Minor < 0;

    /// <summary>Whether the amount, ignoring its sign, is at most <see cref="MaxMinor"/>.</summary>
    [JsonIgnore] public bool IsWithinLimit => Minor is >= -MaxMinor and <= MaxMinor;

    /// <summary>The amount in major units, exact (1250.00 for 125000 cents).</summary>
    public decimal ToDecimal() => new decimal(Minor) / Currencies.Get(Currency).UnitsPerMajor;

    /// <summary>The share of this amount, rounded half to even.</summary>
    /// <param name="basisPoints">Hundredths of a percent: 1000 is 10 %.</param>
    public Money BasisPoints(int basisPoints) =>
        this with { Minor = Rounding.HalfEven((Int128)Minor * basisPoints, 10_000) };

    public Money Abs() => this with { Minor = Math.Abs(Minor) };

    public static Money operator +(Money a, Money b) => a with { Minor = checked(a.Minor + b.In(a.Currency)) };
    public static Money operator -(Money a, Money b) => a with { Minor = checked(a.Minor - b.In(a.Currency)) };
    public static Money operator -(Money a) => a with { Minor = checked(-a.Minor) };
    public static Money operator *(Money a, long times) => a with { Minor = checked(a.Minor * times) };
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;
    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    public static Money Min(Money a, Money b) => a <= b ? a : b;
    public static Money Max(Money a, Money b) => a >= b ? a : b;

    /// <summary>Orders by amount; throws for different currencies.</summary>
    public int CompareTo(Money other) => Minor.CompareTo(other.In(Currency));

    long In(string currency) => string.Equals(Currency, currency, StringComparison.Ordinal)
        ? Minor
        : throw new InvalidOperationException($"Amounts in {Currency} and {currency} cannot be combined.");
}

/// <summary>Sums of amounts.</summary>
public static class MoneySums
{
    /// <summary>The checked sum; the currency is named so that an empty list has a zero.</summary>
    public static Money Sum(this IEnumerable<Money> amounts, string currency) =>
        amounts.Aggregate(Money.Zero(currency), (sum, next) => sum + next);
}
