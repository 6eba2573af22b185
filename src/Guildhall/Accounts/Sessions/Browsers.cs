using System.Security.Claims;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Guildhall.Accounts.Sessions;

/// <summary>
/// The cookie side of a session, and a mark that lets this browser sign in to this account again even while
/// somebody elsewhere is guessing its password.
/// </summary>
public sealed class Browsers(IDataProtectionProvider protection)
{
    const string Mark = "known";
    static readonly TimeSpan Remembered = TimeSpan.FromDays(365);
    readonly IDataProtector protector = protection.CreateProtector("known-browser");

    public async Task Enter(HttpContext http, Session session)
    {
        var pointer = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, session.AccountId.ToString()),
            new(Shared.Web.Claim.Session, session.Id.ToString()),
        ], IdentityConstants.ApplicationScheme);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, new(pointer), new() { IsPersistent = true });
        http.Response.Cookies.Append(Mark, protector.Protect($"{session.AccountId} {Guid.CreateVersion7()}"), new()
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = Remembered,
            Path = "/",
        });
    }

    public Task Leave(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <summary>
    /// Where the request comes from; as a known browser only towards the account it has signed in to.
    /// </summary>
    public Origin OriginOf(HttpContext http, Guid? account)
    {
        var origin = Origin.Of(http);
        if (account is null || http.Request.Cookies[Mark] is not { } mark) return origin;
        try
        {
            return protector.Unprotect(mark).Split(' ') is [var owner, var browser] && owner == account.ToString()
                ? origin with { KnownBrowser = Guid.Parse(browser) } : origin;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return origin;
        }
    }
}
