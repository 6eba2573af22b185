using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Guildhall.Shared.Pdf;
using Xunit;

namespace Guildhall.Tests.Shared;

public partial class PdfTests
{
    static readonly PdfInk black = new(0, 0, 0);
    static readonly DateTime day = new(2026, 3, 14, 9, 26, 53, DateTimeKind.Utc);

    [Fact]
    public void Every_offset_of_the_table_points_to_its_object_and_every_stream_is_as_long_as_it_says()
    {
        var file = Encoding.Latin1.GetString(Sample("Año (100 %) \\ 5 €"));

        var table = int.Parse(Start().Match(file).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref\n0 ", file[table..]);
        var entries = Entry().Matches(file[table..]);
        Assert.Equal(10, entries.Count);
        for (var i = 0; i < entries.Count; i++)
            Assert.StartsWith($"{i + 1} 0 obj\n", file[int.Parse(entries[i].Groups[1].Value)..]);
        Assert.All(Stream().Matches(file),
            s => Assert.Equal(int.Parse(s.Groups[1].Value), s.Groups[2].Length));
        Assert.Contains("/MediaBox [0 0 595.28 841.89]", file);
        Assert.Contains(@"(A" + "\u00F1" + @"o \(100 %\) \\ 5 " + "\u0080)", file);
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("en");
            var english = Sample("one");
            CultureInfo.CurrentCulture = new("es");
            Assert.Equal(english, Sample("one"));
            Assert.NotEqual(english, Sample("two"));
        }
        finally { CultureInfo.CurrentCulture = before; }
    }

    [Theory]
    [InlineData("1,234.56", PdfFont.Sans, 10, 38.92)] // six figures of 556, two points of 278
    [InlineData("€ñÁ¿", PdfFont.Sans, 10, 23.90)]
    [InlineData("€ñÁ¿", PdfFont.Bold, 10, 25.00)]
    [InlineData("€ñÁ¿", PdfFont.Serif, 10, 21.66)]
    [InlineData("ÿ", PdfFont.Serif, 1000, 500)]
    public void Widths_are_those_of_the_fonts(string text, PdfFont font, double size, double width) =>
        Assert.Equal(width, PdfText.Width(text, font, size), 6);

    [Theory]
    [InlineData("Peña & Søn — «½» €", true)]
    [InlineData("e\u0301", true)]
    [InlineData("Łódź", false)]
    [InlineData("工", false)]
    public void What_the_fonts_lack_is_known(string text, bool known) => Assert.Equal(known, PdfText.Knows(text));

    [Fact]
    public void Missing_characters_are_seen_to_be_missing()
    {
        var file = Encoding.Latin1.GetString(Sample("Łódź 😀 \uD800 −5"));
        Assert.Contains("(?\u00F3d? ? ? \u00965)", file);
    }

    [Fact]
    public void Long_text_breaks_between_words_and_a_longer_word_within()
    {
        var lines = PdfText.Wrap($"Work on the hall {new string('m', 40)}", PdfFont.Sans, 10, 100).ToList();
        Assert.Equal("Work on the hall", lines[0]);
        Assert.Equal(40, lines.Skip(1).Sum(l => l.Length));
        Assert.All(lines, l => Assert.True(PdfText.Width(l, PdfFont.Sans, 10) <= 100));
    }

    [Fact]
    public void A_half_circle_of_a_mark_is_two_quarter_curves_that_end_where_it_ends()
    {
        var operators = PdfShape.Operators("M4 14a12 12 0 0 1 24 0v14Z");
        Assert.StartsWith("4 14 m 4 7.3726 9.3726 2 16 2 c 22.6274 2 28 7.3726 28 14 c 28 28 l h ", operators);
        Assert.Throws<ArgumentException>(() => PdfShape.Operators("M0 0Q1 1 2 2"));
    }

    static byte[] Sample(string text)
    {
        var document = new PdfDocument("Año", "es", day);
        for (var i = 0; i < 2; i++)
        {
            var page = document.AddPage();
            page.Text(72, 72.5, text, PdfFont.Serif, 10.5, black);
            page.Line(72, 80, 200, 80, .5, black);
        }
        return document.ToBytes();
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex Start();

    [GeneratedRegex(@"^(\d{10}) 00000 n $", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"/Length (\d+) >>\nstream\n(.*?)\nendstream", RegexOptions.Singleline)]
    private static partial Regex Stream();
}
