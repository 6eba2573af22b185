using System.Text;

namespace Guildhall.Engine.Money;

/// <summary>Why a typed amount was not understood.</summary>
public enum MoneyProblem { None, Empty, NotANumber, Negative, TooManyDecimals, TooLarge, OtherCurrency }

public readonly partial record struct Money
{
    /// <summary>
    /// Reads what a person typed, in any culture's habit: <c>1,250.50</c>, <c>1.250,50</c>, <c>$1250</c>,
    /// <c>1 250,50 zł</c>, <c>1'250.50</c>. A single separator before exactly three digits is grouping,
    /// since no currency here has three decimals. Amounts must not be negative nor above <see cref="MaxMinor"/>.
    /// </summary>
    public static bool TryParse(string? text, string currency, out Money money, out MoneyProblem problem)
    {
        money = Zero(currency);
        problem = MoneyText.Read(text, Currencies.Get(currency), out var minor);
        if (problem == MoneyProblem.None) money = new Money(minor, currency);
        return problem == MoneyProblem.None;
    }

    /// <summary>As the longer overload, without the reason.</summary>
    public static bool TryParse(string? text, string currency, out Money money) =>
        TryParse(text, currency, out money, out _);
}

static class MoneyText
{
    const int LengthMax = 40;

    public static MoneyProblem Read(string? text, Currency currency, out long minor)
    {
        minor = 0;
        if (string.IsNullOrWhiteSpace(text)) return MoneyProblem.Empty;
        if (text.Length > LengthMax) return MoneyProblem.NotANumber;

        var (number, foreign) = WithoutMarks(Plain(text), currency);
        if (foreign) return MoneyProblem.OtherCurrency;
        if (number.StartsWith('-')) return MoneyProblem.Negative;
        return Digits(number, currency, out minor);
    }

    // Spaces of every kind and apostrophes only ever group; the typographic minus is a minus.
    static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && c is not ('\'' or '’'))
                plain.Append(c == '−' ? '-' : char.ToUpperInvariant(c));
        return plain.ToString();
    }

    static (string Number, bool Foreign) WithoutMarks(string text, Currency own)
    {
        // Longest first, so that MX$ is not read as a bare dollar sign after MX.
        foreach (var known in Currencies.All.OrderByDescending(c => c.Symbol.Length))
            foreach (var mark in new[] { known.Code, known.Symbol.ToUpperInvariant() })
            {
                if (!text.Contains(mark, StringComparison.Ordinal)) continue;
                var local = mark == "$" && own.Symbol.EndsWith('$');
                if (known != own && !local) return (text, true);
                text = text.Replace(mark, "", StringComparison.Ordinal);
            }
        return (text, false);
    }

    static MoneyProblem Digits(string number, Currency currency, out long minor)
    {
        minor = 0;
        if (number.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',')) || !number.Any(char.IsAsciiDigit))
            return MoneyProblem.NotANumber;

        var decimalAt = DecimalSeparator(number);
        var whole = decimalAt < 0 ? number : number[..decimalAt];
        var fraction = decimalAt < 0 ? "" : number[(decimalAt + 1)..];
        if (!IsGrouped(whole, currency)) return MoneyProblem.NotANumber;
        if (fraction.Length > currency.Exponent) return MoneyProblem.TooManyDecimals;

        var digits = (string.Concat(whole.Where(char.IsAsciiDigit)) + fraction.PadRight(currency.Exponent, '0'));
        digits = digits.TrimStart('0');
        if (digits.Length > 13) return MoneyProblem.TooLarge;
        minor = digits.Length == 0 ? 0 : long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return minor > Money.MaxMinor ? MoneyProblem.TooLarge : MoneyProblem.None;
    }

    static int DecimalSeparator(string number)
    {
        var last = number.LastIndexOfAny(['.', ',']);
        if (last < 0) return -1;
        var other = number[last] == '.' ? ',' : '.';
        if (number.Contains(other)) return last;
        var repeated = number.IndexOf(number[last]) != last;
        var groups = number.Length - last - 1 == 3 && number[0] != '0' && last is >= 1 and <= 3;
        return repeated || groups ? -1 : last;
    }

    static bool IsGrouped(string whole, Currency currency)
    {
        var groups = whole.Split('.', ',');
        if (groups.Length == 1) return true;
        if (whole.Contains('.') && whole.Contains(',')) return false;
        var middle = groups[1..^1];
        var lakh = currency.Code == "INR" && groups[0].Length is 1 or 2 && middle.All(g => g.Length == 2);
        var plain = groups[0].Length is >= 1 and <= 3 && middle.All(g => g.Length == 3);
        return groups[^1].Length == 3 && (plain || lakh);
    }
}
