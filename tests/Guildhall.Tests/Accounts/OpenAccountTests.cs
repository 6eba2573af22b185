using System.Net;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Guildhall.Tests.Accounts;

/// <summary>A site whose mail reaches nobody: no mail server, no demo.</summary>
public class OpenAccountTests : OwnSiteTest
{
    sealed class WithoutMail : Site
    {
        protected override bool ConfirmsByMail => false;
    }

    public OpenAccountTests() => Site = new WithoutMail();

    [Fact]
    public async Task A_newcomer_is_in_at_once_and_goes_where_they_wanted()
    {
        var browser = Site.Anonymous();
        var email = AccountsSituations.NewMail();

        Assert.Contains("This site sends no mail.", (await browser.Open("/register")).Text());
        var (_, page) = await Ask(browser, email, "/register?then=/fees");

        Assert.Contains("What it costs", page.Text());
        var account = Assert.Single(await Site.All<Account>(), a => a.Email == email);
        Assert.True(account is { IsClient: true, IsFreelancer: true, EmailConfirmed: false });
        Assert.Empty(await Site.All<Registration>());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings")).StatusCode);
        var again = Site.Anonymous();
        var (_, inside) = await again.Submit("/sign-in", "sign-in",
            ("Input.Email", email), ("Input.Password", AccountsSituations.GoodPassword));
        Assert.DoesNotContain("do not fit together", inside.Text());
    }

    [Fact]
    public async Task A_program_gets_its_first_tokens_with_the_answer()
    {
        var email = AccountsSituations.NewMail();

        var answer = await AskApi(Site.Anonymous(), email, HttpStatusCode.OK);

        var api = Site.WithToken((string)answer["accessToken"]!);
        await api.Get($"/api/v1/users/{answer["accountId"]}/dashboard", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_taken_address_is_told_so_keeps_what_was_typed_and_changes_nothing()
    {
        var email = AccountsSituations.NewMail();
        await Ask(Site.Anonymous(), email);
        var before = Assert.Single(await Site.All<Account>(), a => a.Email == email);

        var (answer, page) = await Ask(Site.Anonymous(), email.ToUpperInvariant());
        var problem = await AskApi(Site.Anonymous(), email, HttpStatusCode.Conflict);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("has an account already. Sign in", page.Text());
        Assert.Equal("Ana", page.QuerySelector("[name='Input.FirstName']")!.GetAttribute("value"));
        Assert.Equal("email_taken", problem.Said("code"));
        var after = Assert.Single(await Site.All<Account>(), a => a.Email == email);
        Assert.Equal((before.PasswordHash, before.Version), (after.PasswordHash, after.Version));
    }

    [Fact]
    public async Task Ten_who_ask_for_one_address_at_once_open_one_account()
    {
        var email = AccountsSituations.NewMail();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Site.Anonymous()
            .PostAsync("/api/v1/auth/register", System.Net.Http.Json.JsonContent.Create(Person(email)))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(9, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await Site.All<Account>(), a => a.Email == email);
    }

    [Fact]
    public async Task One_network_opens_twenty_accounts_a_day()
    {
        for (var i = 0; i < OpenAccount.MostPerDay; i++)
            await AskApi(Site.Anonymous(), AccountsSituations.NewMail(), HttpStatusCode.OK);

        var problem = await AskApi(Site.Anonymous(), AccountsSituations.NewMail(), HttpStatusCode.Conflict);
        Assert.Equal("too_many_accounts", problem.Said("code"));

        Site.Clock.Advance(TimeSpan.FromHours(25));
        await AskApi(Site.Anonymous(), AccountsSituations.NewMail(), HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_administrator_reads_on_the_first_page_that_no_mail_leaves()
    {
        var page = await (await Site.As(await Site.Admin())).Open("/admin");

        Assert.Contains("No mail server is configured", page.Text());
        Assert.Contains("Accounts open at once", page.Text());
    }

    [Theory]
    [InlineData("mail.example.org", null, null)]
    [InlineData(null, "true", null)]
    [InlineData("mail.example.org", "false", "GUILDHALL__MAIL__CONFIRM=false")]
    public void With_mail_links_open_accounts_whatever_else_is_set(string? host, string? confirm, string? refusal)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            { ["Guildhall:Mail:Host"] = host, ["Guildhall:Mail:Confirm"] = confirm }).Build();

        if (refusal is not null)
            Assert.Contains(refusal, Assert.Throws<InvalidOperationException>(() =>
                MailSettings.Read(configuration)).Message);
        else Assert.True(MailSettings.Read(configuration) is { IsOn: true } or { Confirm: true });
    }

    static object Person(string email) => new
        { email, password = AccountsSituations.GoodPassword, firstName = "Ana", lastName = "R", role = "client" };

    static Task<System.Text.Json.Nodes.JsonNode> AskApi(HttpClient api, string email, HttpStatusCode expect) =>
        api.Post("/api/v1/auth/register", Person(email), expect);

    static Task<(HttpResponseMessage Answer, AngleSharp.Dom.IDocument Page)> Ask(
        HttpClient browser, string email, string page = "/register") =>
        browser.Submit(page, "register", ("Input.Email", email),
            ("Input.Password", AccountsSituations.GoodPassword), ("Input.FirstName", "Ana"), ("Input.LastName", "Ruiz"),
            ("Input.Role", "both"));
}
