using System.Globalization;
using Guildhall.Engine.Money;
using Guildhall.Shared.Pdf;
using Guildhall.Shared.Ui;

namespace Guildhall.Payments;

/// <summary>A paper drawn as a PDF, in the words and the look of its page.</summary>
sealed class PaperSheet
{
    const double Left = 68, Right = PdfDocument.Width - 68, Top = 76, Bottom = PdfDocument.Height - 92;
    const double Keys = 112, Figures = 120, Body = 10, Small = 8.5;
    static readonly PdfInk ink = new(26, 32, 41), muted = new(93, 100, 111), hairline = new(214, 214, 212),
        brass = new(146, 107, 33);

    readonly Paper paper;
    readonly Words l;
    readonly PdfDocument document;
    PdfPage page;
    double y = Top;

    PaperSheet(Paper paper, Words words)
    {
        (this.paper, l) = (paper, words);
        document = new PdfDocument($"{words[paper.Title]} {paper.Code}", Look.Language, paper.IssuedAt);
        page = document.AddPage();
    }

    /// <summary>In the language of the current culture.</summary>
    public static byte[] Draw(Paper paper, Words words, string brand)
    {
        var sheet = new PaperSheet(paper, words);
        sheet.Head(brand);
        sheet.Facts();
        sheet.Sums();
        sheet.Foot();
        return sheet.document.ToBytes();
    }

    void Head(string brand)
    {
        foreach (var path in BrandMarks.Of(brand))
            page.Stroke(path, Left, y - 20, 26 / BrandMarks.Field, BrandMarks.StrokeWidth, brass);
        page.Text(Left + 36, y - 2, paper.Content.Issuer, PdfFont.Serif, 15, ink);
        page.TextRight(Right, y - 2, paper.Code, PdfFont.Sans, Body, muted);
        y += 62;
        page.Text(Left, y, l[paper.Title], PdfFont.Serif, 27, ink);
        y += 36;
    }

    void Facts()
    {
        Fact(l["Number"], paper.Code);
        Fact(l["Issued"], paper.IssuedAt.InWords());
        Fact(l["For"], paper.Content.ForName);
        if (paper.Content.Method is { } method)
            Fact(l[paper.Kind == PaperKind.Payout ? "Paid to" : "Paid with"], method);
        y += 20;
    }

    void Fact(string key, string value)
    {
        page.Text(Left, y, key, PdfFont.Sans, Body, muted);
        Paragraph(value, PdfFont.Sans, Body, ink, Left + Keys, Right);
        y += 4;
    }

    void Sums()
    {
        page.Line(Left, y - 14, Right, y - 14, .5, hairline);
        foreach (var line in paper.Content.Lines)
        {
            var (less, amount) = (line.Minor < 0, new Money(Math.Abs(line.Minor), paper.Total.Currency));
            Break(40);
            page.TextRight(Right, y, (less ? "− " : "") + Figure(amount), PdfFont.Sans, Body, less ? muted : ink);
            Paragraph(l[line.Words], PdfFont.Sans, Body, ink, Left, Right - Figures);
            if (line.About is { } about) Paragraph(about, PdfFont.Sans, Small, muted, Left, Right - Figures);
            page.Line(Left, y - 4, Right, y - 4, .5, hairline);
            y += 14;
        }
        Total();
    }

    // Underlined twice, as at the foot of a ledger's column.
    void Total()
    {
        Break(60);
        y += 6;
        var sum = Figure(paper.Total);
        var start = Right - PdfText.Width(sum, PdfFont.Bold, 12);
        page.Text(Left, y, l["Total"], PdfFont.Bold, 12, ink);
        page.Text(start, y, sum, PdfFont.Bold, 12, ink);
        page.Line(start, y + 4.5, Right, y + 4.5, .8, ink);
        page.Line(start, y + 6.7, Right, y + 6.7, .8, ink);
        y += 40;
    }

    void Foot()
    {
        if (paper.Content.Note is { } note) Paragraph(l[note], PdfFont.Sans, Body, muted, Left, Right);
        y += 8;
        Paragraph(l["Reference: {0}", paper.SubjectId], PdfFont.Sans, Small, muted, Left, Right);
        var at = PdfDocument.Height - 48;
        for (var i = 0; i < document.Pages.Count; i++)
        {
            document.Pages[i].Line(Left, at - 16, Right, at - 16, .5, hairline);
            document.Pages[i].Text(Left, at, $"{paper.Content.Issuer} · {paper.Code}", PdfFont.Sans, Small, muted);
            document.Pages[i].TextRight(
                Right, at, l["Page {0} of {1}", i + 1, document.Pages.Count], PdfFont.Sans, Small, muted);
        }
    }

    void Paragraph(string text, PdfFont font, double size, PdfInk colour, double from, double to)
    {
        foreach (var line in PdfText.Wrap(text, font, size, to - from))
        {
            Break(0);
            page.Text(from, y, line, font, size, colour);
            y += size * 1.45;
        }
    }

    void Break(double room)
    {
        if (y + room <= Bottom) return;
        page = document.AddPage();
        y = Top;
    }

    // The fonts lack a few currency signs, which have their code then.
    static string Figure(Money amount) => amount.ToString(CultureInfo.CurrentCulture) is var text && PdfText.Knows(text)
        ? text : amount.ToString("C", CultureInfo.CurrentCulture);
}
