using Guildhall.Accounts.Public;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>
/// The mailed link and the chosen password open the account and sign in. The link proves the address; the password
/// proves that whoever reads the mail is who asked.
/// </summary>
public sealed class ConfirmRegistration(
    Db db, SessionBook sessions, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public sealed record Request(string Token, string Password);

    /// <summary>Null when the link is unknown, used or too old.</summary>
    public async Task<Registration?> Find(string token, CancellationToken ct)
    {
        var hash = Registration.HashOf(token);
        var asked = await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.LinkHash == hash, ct);
        return asked?.IsGood(clock.Now()) == true ? asked : null;
    }

    public async Task<Entered> Run(Request request, SessionKind kind, Origin origin, CancellationToken ct)
    {
        var asked = await Find(request.Token, ct) ?? throw Used();
        if (request.Password.Length > Passwords.Longest || hasher.VerifyHashedPassword(
            null!, asked.PasswordHash, request.Password) == PasswordVerificationResult.Failed)
            throw new Refused($"This is not the password you chose when you asked for the account.",
                "wrong_password", "password");
        return await db.Transact(async () =>
        {
            if (await db.Set<Registration>().Where(r => r.Id == asked.Id).ExecuteDeleteAsync(ct) == 0) throw Used();
            var account = asked.Open(clock.Now(), proved: true);
            if (await db.Set<Account>().AnyAsync(a => a.NormalizedEmail == account.NormalizedEmail, ct))
                throw new Refused($"This mail address has an account already. Sign in, or reset the password.",
                    "email_taken"); // the mailbox is theirs: nothing is revealed
            db.Add(account);
            db.Publish(new AccountRegistered(account.Id, account.IsClient, account.IsFreelancer));
            db.Record(account.Id, "account.registered", "account", account.Id);
            var session = sessions.Begin(account, kind, origin);
            return new Entered(account, session, kind == SessionKind.Api ? sessions.NewRefreshToken(session.Id) : null);
        }, ct);
    }

    static Refused Used() => new($"This link has been used or is too old. Ask for a new one.", "link_used");

    public static void Map(Routes routes) =>
        routes.Api.Post("/auth/confirm", Who.Anyone, Rate.SignIn, DataClass.Own,
            async (Request request, HttpContext http, ConfirmRegistration confirm, AccessTokens tokens,
                CancellationToken ct) =>
                await TokenAnswer.Of(
                    await confirm.Run(request, SessionKind.Api, Origin.Of(http), ct), tokens, ct))
            .WithName("confirmRegistration")
            .WithSummary("Opens the account with the token of the mailed link and returns its first tokens");
}
