using System.Globalization;

namespace Guildhall.Shared.Ui;

/// <summary>Brand, scheme and language of this visitor, from cookies: the first byte has the right colours.</summary>
/// <param name="Brand">a key of <see cref="Brands"/></param>
/// <param name="Scheme">auto, light or dark</param>
public sealed record Look(string Brand, string Scheme)
{
    public static readonly IReadOnlyDictionary<string, string> Brands =
        new Dictionary<string, string> { ["guildhall"] = "Guildhall", ["taller"] = "Taller" };

    public static readonly string[] Schemes = ["auto", "light", "dark"];

    public static Look Of(HttpContext http) => new(
        http.Request.Cookies["brand"] is { } brand && Brands.ContainsKey(brand) ? brand : "guildhall",
        http.Request.Cookies["theme"] is { } scheme && Schemes.Contains(scheme) ? scheme : "auto");

    public string Name => Brands[Brand];
    public string Theme => Scheme == "light" ? Brand : $"{Brand}-{Scheme}";
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
