using System.Net;
using Guildhall.Payments;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Payments;

/// <summary>Somebody with the database's own password changes one row; the verification names it.</summary>
public class VerifyLedgerTests : OwnSiteTest
{
    [Theory]
    [InlineData("""UPDATE "payments_lines" SET "Amount" = "Amount" + 1 WHERE "Amount" > 0""", "payments_journals 1 ")]
    [InlineData("""UPDATE "payments_journals" SET "Kind" = 'deposit' WHERE "Sequence" = 2""", "payments_journals 2 ")]
    [InlineData("""UPDATE "payments_journals" SET "Sequence" = 9 WHERE "Sequence" = 2""", "payments_journals 2")]
    [InlineData("""UPDATE "payments_chain" SET "Sequence" = 7""", "payments_chain says 7")]
    [InlineData("""UPDATE "payments_accounts" SET "Balance" = "Balance" + 5 WHERE "Kind" = 'FreelancerAvailable'""",
        "freelancer_available")]
    [InlineData("""UPDATE "payments_escrows" SET "Gross_Minor" = 1""", "payments_escrows")]
    [InlineData("""UPDATE "payments_escrows" SET "State" = 'Refunded'""", "payments_escrows")]
    public async Task A_changed_row_is_named(string sql, string row)
    {
        await Site.PaidFreelancer(Usd(500_00));
        Assert.True((await Verify()).IsIntact);

        await WithoutGuard(sql);

        var verdict = await Verify();
        Assert.False(verdict.IsIntact);
        Assert.Contains(row, verdict.Row);
    }

    [Fact]
    public async Task The_administrator_sees_the_outcome_and_every_figure_opens()
    {
        var work = await Site.FundedMilestone(Usd(500_00));
        var browser = await Site.As(await Site.Admin());

        var (_, page) = await browser.Submit("/admin/money", "verify");

        Assert.Contains("The ledger adds up.", page.Text());
        Assert.Contains("1 journal verified", page.Text());
        Assert.NotNull((await browser.Open("/admin/money/accounts")).QuerySelector("a[href*='accounts?kind=Escrow']"));
        var accounts = await browser.Open("/admin/money/accounts?kind=Escrow&currency=USD");
        Assert.Contains($"escrow:{work.Milestone}", accounts.Text());
        var account = await browser.Open(accounts.QuerySelector("th a.hash")!.GetAttribute("href")!);
        var journal = await browser.Open(account.QuerySelector("th a.ink-link")!.GetAttribute("href")!);
        Assert.Contains("fees_held", journal.Text());
        Assert.Contains("$550.00", journal.Text());
    }

    [Fact]
    public async Task Nobody_but_an_administrator_opens_the_books()
    {
        var browser = await Site.As(await Site.Client(), follow: false);

        foreach (var page in new[] { "/admin/money", "/admin/money/accounts?kind=Escrow",
            $"/admin/money/journals/{Guid.Empty}" })
            Assert.Contains((await browser.GetAsync(page)).StatusCode, new[] { HttpStatusCode.Forbidden,
                HttpStatusCode.Redirect });
    }

    Task<LedgerVerdict> Verify() => Site.With<VerifyLedger, LedgerVerdict>(v => v.Run(default));

    Task WithoutGuard(string sql) => Site.Ask(async db =>
    {
        string[] way = db.IsPostgres
            ? ["SET session_replication_role = replica", sql, "SET session_replication_role = DEFAULT"]
            : ["""DROP TRIGGER "payments_journals_no_update";""", """DROP TRIGGER "payments_lines_no_update";""", sql];
        await db.Database.OpenConnectionAsync();
        foreach (var statement in way) await db.Database.ExecuteSqlRawAsync(statement);
        return 0;
    });
}
