using Guildhall.Engine.Money;

namespace Guildhall.Shared;

public static class AmountCheck
{
    /// <summary>More than nothing and within what the ledger holds; null is not stated.</summary>
    /// <param name="check">Collects what is wrong.</param>
    /// <param name="minor">In minor units.</param>
    /// <param name="field">Named in the answer.</param>
    /// <param name="currency">ISO 4217; whether it is known is another check's matter.</param>
    public static Check Amount(this Check check, long? minor, string field, string currency) => check
        .That(minor is null or > 0, field, $"Write an amount above zero.")
        .That(minor is null or <= Money.MaxMinor, field, $"The largest amount is {Largest(currency)}.");

    public static bool IsAmount(long? minor) => minor is null or > 0 and <= Money.MaxMinor;

    public static Money Largest(string currency) =>
        new(Money.MaxMinor, Currencies.IsKnown(currency) ? currency : "USD");
}
