using System.Globalization;

namespace Guildhall.Engine.Money;

public readonly partial record struct Money
{
    /// <summary>For people, in the current culture: <c>$1,250.00</c> in en, <c>1.250,00 €</c> in es.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>For people, in the given culture.</summary>
    public string ToString(IFormatProvider? provider) => ToString(null, provider);

    /// <param name="format">
    /// null or <c>S</c>: symbol (<c>$1,250.00</c>) · <c>C</c>: code (<c>1,250.00 USD</c>) ·
    /// <c>N</c>: number only (<c>1,250.00</c>) · <c>F</c>: without grouping, for form fields (<c>1250.00</c>).
    /// </param>
    /// <param name="formatProvider">A culture; null is the current one.</param>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        // A default(Money) has no currency; showing it must not crash a log line.
        if (Currency is null) return "0";
        var currency = Currencies.Get(Currency);
        var layout = (NumberFormatInfo)NumberFormatInfo.GetInstance(formatProvider).Clone();
        var decimals = currency.Exponent.ToString(CultureInfo.InvariantCulture);
        return format switch
        {
            null or "" or "S" or "G" => WithSymbol(layout, currency),
            "C" => ToDecimal().ToString("N" + decimals, layout) + "\u00A0" + currency.Code,
            "N" => ToDecimal().ToString("N" + decimals, layout),
            "F" => ToDecimal().ToString("F" + decimals, layout),
            _ => throw new FormatException($"Money has no format '{format}'."),
        };
    }

    string WithSymbol(NumberFormatInfo layout, Currency currency)
    {
        layout.CurrencySymbol = currency.Symbol;
        layout.CurrencyDecimalDigits = currency.Exponent;
        // Accountants' parentheses read as a typo to everyone else.
        if (layout.CurrencyNegativePattern == 0) layout.CurrencyNegativePattern = 1;
        // An amount must not break between number and symbol.
        return ToDecimal().ToString("C", layout).Replace(' ', '\u00A0');
    }
}
