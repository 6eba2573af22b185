using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Guildhall.Shared.Pdf;

/// <summary>
/// Writes PDF 1.7: A4 pages of text in the reader's own fonts, lines and shapes. The same calls give the same bytes.
/// </summary>
/// <param name="title">Shown as the window's title.</param>
/// <param name="language">BCP 47, for those who have it read aloud.</param>
/// <param name="at">UTC, the time the document says it was made.</param>
public sealed class PdfDocument(string title, string language, DateTime at)
{
    /// <summary>A4 in points, 72 to the inch.</summary>
    public const double Width = 595.28, Height = 841.89;

    readonly List<PdfPage> pages = [];
    readonly List<long> offsets = [];
    readonly MemoryStream file = new();

    public IReadOnlyList<PdfPage> Pages => pages;

    public PdfPage AddPage()
    {
        pages.Add(new PdfPage());
        return pages[^1];
    }

    public byte[] ToBytes()
    {
        file.SetLength(0);
        offsets.Clear();
        // Bytes above 127 in the second line tell old mailers that this is no text.
        Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var fonts = Enum.GetValues<PdfFont>();
        var (firstFont, firstPage) = (4, 4 + fonts.Length);
        Object($"<< /Type /Catalog /Pages 2 0 R /Lang {Unicode(language)} "
            + "/ViewerPreferences << /DisplayDocTitle true >> >>");
        Object($"<< /Type /Pages /Count {pages.Count} /Kids "
            + $"[{string.Join(' ', pages.Select((_, i) => $"{firstPage + 2 * i} 0 R"))}] >>");
        Object($"<< /Title {Unicode(title)} /Producer (Guildhall) "
            + $"/CreationDate (D:{at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z) >>");
        foreach (var font in fonts)
            Object($"<< /Type /Font /Subtype /Type1 /BaseFont /{font.Name()} /Encoding /WinAnsiEncoding >>");
        var resources = string.Concat(fonts.Select((font, i) => $"/{font} {firstFont + i} 0 R "));
        foreach (var page in pages)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PdfPage.N(Width)} {PdfPage.N(Height)}] "
                + $"/Resources << /Font << {resources}>> >> /Contents {offsets.Count + 2} 0 R >>");
            Object($"<< /Length {page.Content.Length} >>\nstream\n{page.Content}\nendstream");
        }
        Trailer();
        return file.ToArray();
    }

    void Trailer()
    {
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var table = file.Position;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Write($"{offset.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n");
        Write($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R /Info 3 0 R /ID [<{id}> <{id}>] >>\n"
            + $"startxref\n{table}\n%%EOF\n");
    }

    void Object(string body)
    {
        offsets.Add(file.Position);
        Write($"{offsets.Count} 0 obj\n{body}\nendobj\n");
    }

    void Write(string latin) => file.Write(Encoding.Latin1.GetBytes(latin));

    static string Unicode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}

/// <summary>A colour of ink or line, each part 0 to 255.</summary>
public readonly record struct PdfInk(byte Red, byte Green, byte Blue)
{
    public override string ToString() =>
        $"{PdfPage.N(Red / 255.0)} {PdfPage.N(Green / 255.0)} {PdfPage.N(Blue / 255.0)}";
}

/// <summary>One A4 page. Points, measured from the upper left corner; text stands on its baseline.</summary>
public sealed class PdfPage
{
    readonly StringBuilder content = new();

    /// <summary>The operators so far, a char for each byte.</summary>
    internal string Content => content.ToString();

    public void Text(double x, double y, string text, PdfFont font, double size, PdfInk ink) => content.Append(
        $"BT {ink} rg /{font} {N(size)} Tf {N(x)} {N(PdfDocument.Height - y)} Td ({PdfText.Escaped(text)}) Tj ET\n");

    /// <summary>Ends at <paramref name="right"/>.</summary>
    public void TextRight(double right, double y, string text, PdfFont font, double size, PdfInk ink) =>
        Text(right - PdfText.Width(text, font, size), y, text, font, size, ink);

    public void Line(double x, double y, double toX, double toY, double width, PdfInk ink) => content.Append(
        $"{ink} RG {N(width)} w {N(x)} {N(PdfDocument.Height - y)} m {N(toX)} {N(PdfDocument.Height - toY)} l S\n");

    /// <summary>An SVG path, stroked.</summary>
    /// <param name="path">Its <c>d</c>; see <see cref="PdfShape"/> for what of it is known.</param>
    /// <param name="x">Where its origin comes to stand.</param>
    /// <param name="y">Where its origin comes to stand.</param>
    /// <param name="scale">Points per unit of the path.</param>
    /// <param name="width">Of the line, in units of the path.</param>
    /// <param name="ink">Of the line.</param>
    public void Stroke(string path, double x, double y, double scale, double width, PdfInk ink) => content.Append(
        $"q {N(scale)} 0 0 {N(-scale)} {N(x)} {N(PdfDocument.Height - y)} cm {ink} RG {N(width)} w 1 j 1 J "
            + $"{PdfShape.Operators(path)}S Q\n");

    internal static string N(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
