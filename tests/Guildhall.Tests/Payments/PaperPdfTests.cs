using System.Diagnostics;
using System.Globalization;
using System.Net;
using Guildhall.Engine.Money;
using Guildhall.Payments;
using Guildhall.Shared.Ui;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

public class PaperPdfTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task The_page_of_a_paper_leads_to_its_file_and_a_stranger_has_neither()
    {
        var (work, receipt) = await Receipt();
        var browser = await Site.As(work.Client);
        var link = (await browser.Open(receipt.Address)).QuerySelector("a[href$='.pdf']")!.GetAttribute("href");

        var answer = await browser.GetAsync(link);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"{receipt.Code}.pdf", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("%PDF-1.7"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..8]);
        var stranger = await (await Site.As(await Site.Client())).GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact, Trait("speed", "slow")]
    public async Task Another_program_reads_the_receipt_as_its_page_says_it_in_both_languages()
    {
        var (work, receipt) = await Receipt();
        var browser = await Site.As(work.Client);
        var english = await browser.GetByteArrayAsync($"{receipt.Address}.pdf");
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
        var spanish = await browser.GetByteArrayAsync($"{receipt.Address}.pdf");

        var text = await Poppler("pdftotext", english, "-layout", "{0}", "-");
        foreach (var words in (string[])[receipt.Code, "Carla Client", "Visa ···· 4242", "$1,234.56", "Page 1 of 1"])
            Assert.Contains(words, text);
        Assert.Matches(@"Total +\$1,358\.02", text);
        var about = await Poppler("pdfinfo", english, "{0}");
        Assert.Matches($@"Title: +Receipt {receipt.Code}", about);
        Assert.Matches(@"Page size: +595\.28 x 841\.89 pts \(A4\)", about);
        Assert.Contains("Recibo", await Poppler("pdftotext", spanish, "{0}", "-"));
    }

    [Fact, Trait("speed", "slow")]
    public async Task Figures_of_a_long_paper_end_at_one_edge_on_every_page()
    {
        var lines = Enumerable.Range(1, 60).Select(n => new PaperLine(
            "Work approved and released",
            $"Reforma de la peña nº {n}: {string.Concat(Enumerable.Repeat("cal y piedra ", n))}",
            n * 1234_56L)).ToList();
        var paper = new Paper
        {
            Kind = PaperKind.Earnings, Series = "E", Number = 7, ForId = Guid.Empty, SubjectId = Guid.Empty,
            IssuedAt = new DateTime(2026, 3, 14, 9, 0, 0, DateTimeKind.Utc),
            Total = new(lines.Sum(l => l.Minor), "EUR"), Content = new("Gremio", "Íñigo Łuk", null, null, lines),
        };
        var (culture, words) = (CultureInfo.CurrentUICulture, new Words());
        byte[] file;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("es");
            file = PaperSheet.Draw(paper, words, "taller");
            Assert.Equal(file, PaperSheet.Draw(paper, words, "taller"));
        }
        finally { CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture; }

        var text = await Poppler("pdftotext", file, "-layout", "{0}", "-");
        Assert.Contains("14 de marzo de 2026", text);
        Assert.Contains("Íñigo ?uk", text);
        Assert.Contains("Reforma de la peña nº 60", text);
        Assert.DoesNotContain("Error", await Poppler("pdfinfo", file, "{0}"));
        var boxes = await Poppler("pdftotext", file, "-bbox", "{0}", "-");
        var edges = boxes.Split('\n').Where(l => l.Contains(">€<")).Select(l => Attribute(l, "xMax")).ToList();
        Assert.Equal(61, edges.Count);
        Assert.All(edges, edge => Assert.Equal(527.28, edge, 0.02));
        Assert.True(boxes.Split("<page ").Length > 3);
    }

    static double Attribute(string line, string name) => double.Parse(
        line.Split($"{name}=\"")[1].Split('"')[0], CultureInfo.InvariantCulture);

    async Task<(Funded Work, Paper Receipt)> Receipt()
    {
        var work = await Site.FundedMilestone(Usd(1234_56));
        return (work, await Site.Ask(db => db.Set<Paper>().AsNoTracking().SingleAsync(p => p.ForId == work.Client.Id)));
    }

    // The readers of poppler know nothing of our writer; scripts/need installs them.
    static async Task<string> Poppler(string reader, byte[] file, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.pdf");
        await File.WriteAllBytesAsync(path, file);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(reader, arguments.Select(a => a == "{0}" ? path : a))
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
            var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.Equal("", await wrong);
            Assert.Equal(0, process.ExitCode);
            return await said;
        }
        finally { File.Delete(path); }
    }
}
