using System.Collections.Frozen;

namespace Guildhall.Engine.Money;

/// <summary>A currency amounts can be held in.</summary>
/// <param name="Code">ISO 4217, upper case.</param>
/// <param name="Exponent">Decimals of the major unit, ISO 4217 (2 for USD, 0 for JPY and CLP).</param>
/// <param name="Symbol">Unambiguous among the currencies here: only USD is a bare dollar sign.</param>
/// <param name="Name">English name, a key for translation.</param>
public sealed record Currency(string Code, int Exponent, string Symbol, string Name)
{
    /// <summary>Minor units in one major unit: 10 to the <see cref="Exponent"/>.</summary>
    public long UnitsPerMajor { get; } = Exponent switch { 0 => 1, 2 => 100, _ => throw new NotSupportedException() };
}

/// <summary>The table of currencies, in the order menus show them.</summary>
public static class Currencies
{
    public static IReadOnlyList<Currency> All { get; } =
    [
        new("USD", 2, "$", "US dollar"),
        new("EUR", 2, "€", "Euro"),
        new("GBP", 2, "£", "Pound sterling"),
        new("MXN", 2, "MX$", "Mexican peso"),
        new("COP", 2, "COL$", "Colombian peso"),
        new("ARS", 2, "AR$", "Argentine peso"),
        new("CLP", 0, "CLP$", "Chilean peso"),
        new("PEN", 2, "S/", "Peruvian sol"),
        new("BRL", 2, "R$", "Brazilian real"),
        new("JPY", 0, "¥", "Japanese yen"),
        new("CHF", 2, "CHF", "Swiss franc"),
        new("CAD", 2, "CA$", "Canadian dollar"),
        new("AUD", 2, "A$", "Australian dollar"),
        new("INR", 2, "₹", "Indian rupee"),
        new("PLN", 2, "zł", "Polish złoty"),
    ];

    static readonly FrozenDictionary<string, Currency> byCode = All.ToFrozenDictionary(c => c.Code);

    public static bool IsKnown(string? code) => code is not null && byCode.ContainsKey(code);

    /// <summary>The currency of this exact code; throws <see cref="ArgumentException"/> for any other text.</summary>
    public static Currency Get(string code) => code is not null && byCode.TryGetValue(code, out var found)
        ? found
        : throw new ArgumentException($"Unknown currency '{code}'.", nameof(code));
}
