using System.Net;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Accounts;

public class RegisterTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_newcomer_opens_an_account_with_the_mailed_link_and_goes_where_they_wanted()
    {
        var browser = Site.Anonymous();
        var email = AccountsSituations.NewMail();

        var (_, asked) = await Ask(browser, email, "/register?then=/fees");
        Assert.Contains("Look at your mail", asked.Text());
        Assert.DoesNotContain(await Site.All<Account>(), a => a.Email == email);
        var link = await Site.LinkMailedTo(email, "/register/");
        var (wrong, _) = await browser.Submit(link, "confirm", ("Input.Password", "not the one I chose"));
        var (_, page) = await browser.Submit(link, "confirm", ("Input.Password", AccountsSituations.GoodPassword));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("What it costs", page.Text());
        var account = (await Site.All<Account>()).Single(a => a.Email == email);
        Assert.True(account is { IsClient: true, IsFreelancer: true, EmailConfirmed: true });
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync("/api/v1/auth/logout", null)).StatusCode);
        Assert.Contains("has been used or is too old", (await Site.Anonymous().Open(link)).Text());
        Assert.DoesNotContain(await Site.All<Registration>(), r => r.Email == email);
    }

    [Fact]
    public async Task A_taken_address_is_answered_like_a_free_one_and_only_its_owner_is_told()
    {
        var person = await Site.Registered();
        var free = AccountsSituations.NewMail("free");

        var (known, knownPage) = await Ask(Site.Anonymous(), person.Email.ToUpperInvariant());
        var (unknown, unknownPage) = await Ask(Site.Anonymous(), free);
        var apiKnown = await AskApi(person.Email);
        var apiUnknown = await AskApi(AccountsSituations.NewMail("freer"));
        await Site.Drain();

        Assert.Equal(unknown.StatusCode, known.StatusCode);
        Assert.Equal(unknownPage.Text(), knownPage.Text());
        Assert.Equal(apiUnknown.ToJsonString(), apiKnown.ToJsonString());
        var told = (await Site.All<Mail>()).Where(m => m.To == person.Email).ToArray();
        Assert.Equal(2, told.Count(m => m.Subject == "You have an account already"));
        Assert.Single(told, m => m.Text.Contains("/register/")); // the one that opened the account
    }

    [Fact]
    public async Task Nobody_floods_a_mailbox_by_asking_again_and_again()
    {
        var email = AccountsSituations.NewMail();

        for (var i = 0; i < 8; i++) await Ask(Site.Anonymous(), email);
        await Site.Drain();

        Assert.Equal(5, (await Site.All<Mail>()).Count(m => m.To == email));
    }

    [Fact]
    public async Task Two_links_for_one_address_open_one_account()
    {
        var email = AccountsSituations.NewMail();
        await Ask(Site.Anonymous(), email);
        var first = await Site.LinkMailedTo(email, "/register/");
        await Ask(Site.Anonymous(), email);
        var second = await Site.LinkMailedTo(email, "/register/");

        var answers = await Task.WhenAll(new[] { first, second, first }.Select(link => Site.Anonymous()
            .PostAsync("/api/v1/auth/confirm", System.Net.Http.Json.JsonContent.Create(
                new { token = link.Split('/')[^1], password = AccountsSituations.GoodPassword }))));

        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await Site.All<Account>(), a => a.Email == email);
    }

    [Theory]
    [InlineData("short one")]
    [InlineData("passwordpassword")]
    [InlineData("Password12345678!")]
    [InlineData("qwertyuiopasdfgh")]
    [InlineData("123456789012345")]
    [InlineData("aaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("guildhall2026!!!!")]
    [InlineData("AnaRuiz-AnaRuiz-1")]
    public async Task A_password_that_guessers_try_is_refused_in_words(string password)
    {
        var problem = await Site.Anonymous().Post("/api/v1/auth/register", new
        {
            email = AccountsSituations.NewMail(), password, firstName = "Ana", lastName = "Ruiz", role = "client",
        }, HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(problem["errors"]!["password"]);
    }

    Task<System.Text.Json.Nodes.JsonNode> AskApi(string email) => Site.Anonymous().Post("/api/v1/auth/register", new
    {
        email, password = AccountsSituations.GoodPassword, firstName = "Ana", lastName = "R", role = "client",
    }, HttpStatusCode.Accepted);

    static Task<(HttpResponseMessage Answer, AngleSharp.Dom.IDocument Page)> Ask(
        HttpClient browser, string email, string page = "/register") =>
        browser.Submit(page, "register", ("Input.Email", email),
            ("Input.Password", AccountsSituations.GoodPassword), ("Input.FirstName", "Ana"), ("Input.LastName", "Ruiz"),
            ("Input.Role", "both"));
}
