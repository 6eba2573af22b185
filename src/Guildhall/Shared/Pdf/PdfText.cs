using System.Text;

namespace Guildhall.Shared.Pdf;

/// <summary>Three of the fourteen fonts that every reader of PDF brings along.</summary>
public enum PdfFont { Sans, Bold, Serif }

/// <summary>Text as those fonts have it: one byte for a character, in the encoding PDF calls WinAnsi.</summary>
public static class PdfText
{
    const char Unknown = '?';
    const string From128To159 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    // Advance widths of the bytes 32 to 255, thousandths of the size, from Adobe's metrics of these fonts.
    static readonly short[] sans = Table("""
        278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278
        556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556
        1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778
        667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556
        333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556
        556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 350
        556 350 222 556 333 1000 556 556 333 1000 667 333 1000 350 611 350
        350 222 222 333 333 350 556 1000 333 1000 500 333 944 350 500 500
        278 333 556 556 556 556 260 556 333 737 370 556 584 333 737 333
        400 584 333 333 333 556 537 278 333 333 365 556 834 834 834 611
        667 667 667 667 667 667 1000 722 667 667 667 667 278 278 278 278
        722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611
        556 556 556 556 556 556 889 500 556 556 556 556 278 278 278 278
        556 556 556 556 556 556 556 584 611 556 556 556 556 500 556 500
        """);

    static readonly short[] bold = Table("""
        278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278
        556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611
        975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778
        667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556
        333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611
        611 611 389 556 333 611 556 778 556 556 500 389 280 389 584 350
        556 350 278 556 500 1000 556 556 333 1000 667 333 1000 350 611 350
        350 278 278 500 500 350 556 1000 333 1000 556 333 944 350 500 556
        278 333 556 556 556 556 280 556 333 737 370 556 584 333 737 333
        400 584 333 333 333 611 556 278 333 333 365 556 834 834 834 611
        722 722 722 722 722 722 1000 722 667 667 667 667 278 278 278 278
        722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611
        556 556 556 556 556 556 889 556 556 556 556 556 278 278 278 278
        611 611 611 611 611 611 611 584 611 611 611 611 611 556 611 556
        """);

    static readonly short[] serif = Table("""
        250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278
        500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444
        921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722
        556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500
        333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500
        500 500 333 389 278 500 500 722 500 500 444 480 200 480 541 350
        500 350 333 500 444 1000 500 500 333 1000 556 333 889 350 611 350
        350 333 333 444 444 350 500 1000 333 980 389 333 722 350 444 500
        250 333 500 500 500 500 200 500 333 760 276 500 564 333 760 333
        400 564 300 300 333 500 453 250 333 300 310 500 750 750 750 444
        722 722 722 722 722 722 889 667 611 611 611 611 333 333 333 333
        722 722 722 722 722 722 722 564 722 722 722 722 722 722 556 500
        444 444 444 444 444 444 667 444 444 444 444 444 278 278 278 278
        500 500 500 500 500 500 500 564 500 500 500 500 500 500 500 500
        """);

    internal static string Name(this PdfFont font) => font switch
    {
        PdfFont.Sans => "Helvetica", PdfFont.Bold => "Helvetica-Bold", _ => "Times-Roman",
    };

    /// <summary>Whether every character can be shown; others become a question mark.</summary>
    public static bool Knows(string text) => Runes(text).All(rune => Byte(rune) is not null);

    /// <summary>In points.</summary>
    public static double Width(string text, PdfFont font, double size)
    {
        var widths = font switch { PdfFont.Sans => sans, PdfFont.Bold => bold, _ => serif };
        return Encode(text).Sum(code => widths[code - 32]) * size / 1000;
    }

    /// <summary>Lines of at most <paramref name="width"/> points; a word that is longer is cut.</summary>
    public static IEnumerable<string> Wrap(string text, PdfFont font, double size, double width)
    {
        var line = "";
        foreach (var word in text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Fits($"{line} {word}")) { line += $" {word}"; continue; }
            if (line.Length > 0) yield return line;
            line = "";
            foreach (var rune in word.EnumerateRunes())
            {
                if (line.Length > 0 && !Fits(line + rune)) { yield return line; line = ""; }
                line += rune;
            }
        }
        if (line.Length > 0) yield return line;

        bool Fits(string candidate) => Width(candidate, font, size) <= width;
    }

    /// <summary>For between parentheses; a char for each byte.</summary>
    internal static string Escaped(string text) => Encoding.Latin1.GetString(Encode(text))
        .Replace(@"\", @"\\").Replace("(", @"\(").Replace(")", @"\)");

    static byte[] Encode(string text) => [.. Runes(text).Select(rune => Byte(rune) ?? (byte)Unknown)];

    // By way of UTF-8 since half a surrogate pair cannot be normalized.
    static IEnumerable<Rune> Runes(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC).EnumerateRunes();

    static byte? Byte(Rune rune) => rune.Value switch
    {
        >= 0x20 and <= 0x7E or >= 0xA0 and <= 0xFF => (byte)rune.Value,
        '−' => 0x96, // the fonts have no minus; the en dash is as wide as a figure
        0x2007 or 0x2009 or 0x202F => 0xA0, // narrow spaces hold a figure together
        _ when Rune.IsWhiteSpace(rune) => 0x20,
        > 0x9F and <= char.MaxValue when From128To159.IndexOf((char)rune.Value) is >= 0 and var at => (byte)(128 + at),
        _ => null,
    };

    static short[] Table(string text) =>
        [.. text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(short.Parse)];
}
