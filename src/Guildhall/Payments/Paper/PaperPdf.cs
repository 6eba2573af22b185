using System.Globalization;
using Guildhall.Engine.Money;
using Guildhall.Shared.Ui;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Guildhall.Payments;

/// <summary>A paper as an A4 page: the same words and figures as its page on the site.</summary>
static class PaperPdf
{
    const double Left = 64, Right = 531, Width = Right - Left;

    static readonly XColor Ink = XColor.FromArgb(0x1C, 0x21, 0x2B), Muted = XColor.FromArgb(0x5B, 0x62, 0x6E),
        Line = XColor.FromArgb(0xD9, 0xD8, 0xD3);

    static PaperPdf() => GlobalFontSettings.FontResolver ??= new EmbeddedFonts();

    public static byte[] Draw(Paper paper, Words words)
    {
        using var document = new PdfDocument();
        document.Info.Title = $"{words[paper.Title]} {paper.Code}";
        document.Info.Author = paper.Content.Issuer;
        document.Info.CreationDate = paper.IssuedAt;
        using (var sheet = new Sheet(document)) Fill(sheet, paper, words);
        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }

    static void Fill(Sheet sheet, Paper paper, Words words)
    {
        var content = paper.Content;
        sheet.Text(content.Issuer, 11, bold: true);
        sheet.Down(28);
        sheet.Text(words[paper.Title], 22, bold: true);
        sheet.Down(10);
        sheet.Pair(words["Number"], paper.Code);
        sheet.Pair(words["Issued"], paper.IssuedAt.ToString("d MMMM yyyy", CultureInfo.CurrentUICulture));
        sheet.Pair(words["For"], content.ForName);
        if (content.Method is { } method) sheet.Pair(words[paper.Kind == PaperKind.Payout ? "Paid to" : "Paid with"], method);
        sheet.Down(22);
        sheet.Rule();
        foreach (var line in content.Lines)
            sheet.Row(words[line.Words], line.About, Shown(new(line.Minor, paper.Total.Currency)));
        sheet.Total(words["Total"], Shown(paper.Total));
        sheet.Down(20);
        if (content.Note is { } note) sheet.Text(words[note], 10, muted: true);
        sheet.Down(6);
        sheet.Text(words["Reference: {0}", paper.SubjectId], 8, muted: true);
    }

    static string Shown(Money amount) => amount.ToString("C", CultureInfo.CurrentCulture);

    /// <summary>A page being written from top to bottom.</summary>
    sealed class Sheet : IDisposable
    {
        readonly XGraphics ink;
        double y = 72;

        public Sheet(PdfDocument document) => ink = XGraphics.FromPdfPage(document.AddPage());

        static XFont Font(double size, bool bold = false) =>
            new("Figtree", size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);

        public void Down(double by) => y += by;

        public void Text(string text, double size, bool bold = false, bool muted = false)
        {
            var (font, brush) = (Font(size, bold), new XSolidBrush(muted ? Muted : Ink));
            foreach (var line in Lines(text, font, Width))
            {
                ink.DrawString(line, font, brush, new XPoint(Left, y + size));
                y += size * 1.45;
            }
        }

        public void Pair(string label, string value)
        {
            ink.DrawString(label, Font(10), new XSolidBrush(Muted), new XPoint(Left, y + 10));
            ink.DrawString(value, Font(10), new XSolidBrush(Ink), new XPoint(Left + 110, y + 10));
            y += 17;
        }

        public void Rule(double weight = 0.6)
        {
            ink.DrawLine(new XPen(Line, weight), Left, y, Right, y);
            y += 8;
        }

        public void Row(string words, string? about, string amount)
        {
            ink.DrawString(words, Font(10.5), new XSolidBrush(Ink), new XPoint(Left, y + 11));
            ink.DrawString(amount, Font(10.5), new XSolidBrush(Ink), new XPoint(Right, y + 11), XStringFormats.BaseLineRight);
            y += 17;
            if (about is not null)
                foreach (var line in Lines(about, Font(9), Width - 130))
                {
                    ink.DrawString(line, Font(9), new XSolidBrush(Muted), new XPoint(Left, y + 9));
                    y += 13;
                }
            y += 5;
            Rule();
        }

        public void Total(string label, string amount)
        {
            var font = Font(12, bold: true);
            y += 4;
            ink.DrawString(label, font, new XSolidBrush(Ink), new XPoint(Left, y + 12));
            ink.DrawString(amount, font, new XSolidBrush(Ink), new XPoint(Right, y + 12), XStringFormats.BaseLineRight);
            var from = Right - ink.MeasureString(amount, font).Width;
            // The total of a ledger is underlined twice.
            ink.DrawLine(new XPen(Ink, 0.7), from, y + 17, Right, y + 17);
            ink.DrawLine(new XPen(Ink, 0.7), from, y + 19.5, Right, y + 19.5);
            y += 26;
        }

        IEnumerable<string> Lines(string text, XFont font, double width)
        {
            var line = "";
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && ink.MeasureString(longer, font).Width > width)
                {
                    yield return line;
                    longer = word;
                }
                line = longer;
            }
            if (line.Length > 0) yield return line;
        }

        public void Dispose() => ink.Dispose();
    }
}

/// <summary>The site's own typeface, so that a server without fonts draws the same page.</summary>
sealed class EmbeddedFonts : IFontResolver
{
    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) =>
        new(bold ? "Figtree-SemiBold" : "Figtree-Regular");

    public byte[] GetFont(string faceName)
    {
        using var font = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream($"{faceName}.ttf")!;
        using var bytes = new MemoryStream();
        font.CopyTo(bytes);
        return bytes.ToArray();
    }
}
