using System.Net;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Accounts;

public class ResetPasswordTests(Site site) : SiteTest(site)
{
    const string NewPassword = "copper lantern 4 orchard";

    [Fact]
    public async Task A_mailed_link_sets_a_password_once_and_ends_every_session()
    {
        var person = await Site.Registered();
        var (asked, _) = await Site.Anonymous().Submit("/reset-password", "ask", ("Input.Email", person.Email));
        var link = await Site.LinkMailedTo(person.Email, "/reset-password/");

        var (first, _) = await Site.Anonymous().Submit(link, "set", ("Input.Password", NewPassword));
        var second = await Site.Anonymous().Post("/api/v1/auth/password",
            new { token = link.Split('/')[^1], password = "another lantern 9 orchard" }, HttpStatusCode.Conflict);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (asked.StatusCode, first.StatusCode));
        Assert.Equal("link_used", second.Said("code"));
        Assert.Contains("has been used or is too old", (await Site.Anonymous().Open(link)).Text());
        await Site.WithToken(person.AccessToken).Post("/api/v1/auth/logout", null, HttpStatusCode.Unauthorized);
        await Login(person.Email, person.Password, HttpStatusCode.Unauthorized);
        await Login(person.Email, NewPassword, HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_without_an_account_is_answered_alike_and_mailed_nothing()
    {
        var unknown = AccountsSituations.NewMail("nobody");

        await Site.Anonymous().Post("/api/v1/auth/password-reset", new { email = unknown }, HttpStatusCode.Accepted);
        await Site.Drain();

        Assert.DoesNotContain(await Site.All<Mail>(), m => m.To == unknown);
    }

    Task Login(string email, string password, HttpStatusCode expect) =>
        Site.Anonymous().Post("/api/v1/auth/login", new { email, password }, expect);
}
