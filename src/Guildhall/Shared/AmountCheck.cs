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

    /// <summary>Why a typed amount cannot be read; null when it can, or nothing was typed.</summary>
    public static FormattableString? Unreadable(string? typed, string currency)
    {
        if (string.IsNullOrWhiteSpace(typed) || Money.TryParse(typed, currency, out _, out var problem)) return null;
        return problem switch
        {
            MoneyProblem.TooLarge => $"The largest amount is {Largest(currency)}.",
            MoneyProblem.Negative => $"Write an amount above zero.",
            _ => $"“{typed}” is not an amount. Write it like 1,250.50.",
        };
    }

    public static bool IsAmount(long? minor) => minor is null or > 0 and <= Money.MaxMinor;

    public static Money Largest(string currency) =>
        new(Money.MaxMinor, Currencies.IsKnown(currency) ? currency : "USD");
}
