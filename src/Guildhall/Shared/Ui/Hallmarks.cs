using System.Net;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Shared.Ui;

/// <summary>
/// The punched marks: one shape per kind of proof, a glyph or a numeral inside, on a 24 grid and legible at 16 px.
/// </summary>
public static class Hallmarks
{
    static readonly Dictionary<string, (string Plate, string Glyph)> kinds = new()
    {
        // A person whose identity was seen.
        ["identity"] = ("M12 1.5c3 1.8 6 2.5 9 2.5v8c0 5-4 8.5-9 10.5C7 20.5 3 17 3 12V4c3 0 6-.7 9-2.5Z",
            "M12 6.5a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 0 1 0-5.4ZM7.3 17.3c.5-2.9 2.3-4.1 4.7-4.1s4.2 1.2 4.7 4.1"),
        // A skill at a level, with its evidence.
        ["skill"] = ("M7.2 1.5h9.6l5.7 5.7v9.6l-5.7 5.7H7.2L1.5 16.8V7.2Z", "m7 12.3 3.4 3.4L17 8.7"),
        // Money held.
        ["escrow"] = ("M12 .9 23.1 12 12 23.1.9 12Z", "M8.2 11.2h7.6v5H8.2ZM9.7 11V9.5a2.3 2.3 0 0 1 4.6 0V11"),
        // A document signed.
        ["signature"] = ("M12 3.5c6 0 10.5 3.7 10.5 8.5S18 20.5 12 20.5 1.5 16.8 1.5 12 6 3.5 12 3.5Z",
            "M6.5 14.5c1.5-4.5 3.2-6.2 4-5.6.9.7-2 5.3-1 5.8 1.1.5 2-3.2 3-2.9.9.3-.3 2.4.6 2.7.9.3 1.5-1.5 4.4-1.7"),
        // A balance proven against the published root.
        ["balance"] = ("M3 22.5V9a9 7.5 0 0 1 18 0v13.5Z",
            "M12 7.5v10M8 17.5h8M7 9.7c3 1 7-1 10 0M7 9.7l-1.7 4h3.4ZM17 9.7l-1.7 4h3.4Z"),
    };

    public static IEnumerable<string> Kinds => kinds.Keys;

    /// <param name="kind">identity, skill, escrow, signature or balance</param>
    /// <param name="title">what it means here, for a pointer and for assistive technology</param>
    /// <param name="numeral">the level inside, instead of the glyph</param>
    /// <param name="size">in px, 16 or more</param>
    /// <param name="proven">false draws the empty die: asked for, not yet seen</param>
    public static MarkupString Of(string kind, string title, int? numeral = null, int size = 18, bool proven = true)
    {
        var (plate, glyph) = kinds[kind];
        var words = WebUtility.HtmlEncode(title);
        var inside = numeral is { } level
            ? $"<text x='12' y='16.3' text-anchor='middle' font-size='{(level > 9 ? 11 : 12.5)}'>{level}</text>"
            : $"<path d='{glyph}' fill='none' stroke='currentColor' stroke-width='1.4'/>";
        return new($"<span class='hallmark{(proven ? "" : " unproven")}' title=\"{words}\">"
            + $"<svg width='{size}' height='{size}' viewBox='0 0 24 24' role='img' aria-label=\"{words}\">"
            + $"<path class='plate' stroke-width='1.3' d='{plate}'/>{inside}</svg></span>");
    }
}
