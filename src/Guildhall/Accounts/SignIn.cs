using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>Somebody proved who they are: the account, the session begun, and for programs the refresh token.</summary>
public sealed record Entered(Account Account, Session Session, string? RefreshToken);

/// <summary>
/// Mail address and password open a session. A wrong password and an unknown address answer alike, in equal time.
/// </summary>
public sealed class SignIn(
    Db db, SessionBook sessions, Throttle throttle, IPasswordHasher<Account> hasher)
{
    public sealed record Request(string Email, string Password);

    static readonly Lazy<(Account Account, string Hash)> nobody = new(() =>
    {
        var account = Account.Open("", "", "nobody@guildhall.invalid", false, false, DateTime.UnixEpoch);
        return (account, new PasswordHasher<Account>(Passwords.Cost)
            .HashPassword(account, Guid.CreateVersion7().ToString()));
    });

    public async Task<Entered> Run(Request request, SessionKind kind, Func<Guid?, Origin> from, CancellationToken ct)
    {
        var email = Register.IsAddress(request.Email) ? Account.Normalize(request.Email) : "";
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedEmail == email, ct);
        var origin = from(account?.Id);
        var attempt = await throttle.Begin(email, origin, ct);
        if (!Matches(account, request.Password))
        {
            // Also for an address nobody has: the same writes, so the same time.
            db.Record(null, "account.sign_in_failed", "account", account?.Id ?? Guid.Empty, new { origin.Address });
            await db.SaveChangesAsync(ct);
            throw new Refused($"The mail address and the password do not fit together.",
                "wrong_credentials") { Status = 401 };
        }
        await throttle.Succeeded(attempt, ct);
        var session = sessions.Begin(account!, kind, origin);
        var refresh = kind == SessionKind.Api ? sessions.NewRefreshToken(session.Id) : null;
        await db.SaveChangesAsync(ct);
        return new(account!, session, refresh);
    }

    // An unknown address costs the same work as a known one.
    bool Matches(Account? account, string password)
    {
        if (password.Length > Passwords.Longest) password = "";
        var (who, hash) = account?.PasswordHash is { } own ? (account, own) : nobody.Value;
        var result = hasher.VerifyHashedPassword(who, hash, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded && who == account)
            account.PasswordHash = hasher.HashPassword(account, password);
        return result != PasswordVerificationResult.Failed && who == account;
    }

    public static void Map(Routes routes)
    {
        routes.Api.Post("/auth/login", Who.Anyone, Rate.SignIn, DataClass.Own, Answer).WithName("login")
            .WithSummary("Exchanges mail address and password for an access token and a refresh token");
        routes.Alias.Post("/auth/login", Who.Anyone, Rate.SignIn, DataClass.Own, Answer)
            .WithSummary("Exchanges mail address and password for tokens; another address of it");
    }

    static async Task<TokenAnswer> Answer(
        Request request, HttpContext http, SignIn signIn, Browsers browsers, AccessTokens tokens,
        CancellationToken ct) =>
        await TokenAnswer.Of(
            await signIn.Run(request, SessionKind.Api, account => browsers.OriginOf(http, account), ct), tokens, ct);
}
