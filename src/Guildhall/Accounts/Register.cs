using System.Net.Mail;
using Guildhall.Accounts.Public;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>A newcomer opens an account as client, freelancer or both, and is signed in.</summary>
public sealed class Register(
    Db db, SessionBook sessions, Passwords passwords, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <param name="Role">"client", "freelancer" or "both"</param>
    /// <param name="Language">"en" or "es"; the language of mail. Default: that of the request.</param>
    /// <param name="TimeZone">IANA name. Default: UTC.</param>
    public sealed record Request(
        string Email, string Password, string FirstName, string LastName, string Role,
        string? Language = null, string? TimeZone = null);

    public async Task<Entered> Run(Request request, SessionKind kind, Origin origin, CancellationToken ct)
    {
        var check = new Check()
            .Text(request.FirstName, "firstName", max: 60)
            .Text(request.LastName, "lastName", max: 60)
            .That(IsAddress(request.Email), "email", $"Write a mail address, like name@example.com.")
            .That(request.Role is Account.Client or Account.Freelancer or "both", "role",
                $"Choose whether you hire, work, or both.");
        passwords.Check(check, "password", request.Password, request.Email, request.FirstName, request.LastName);
        check.ThrowIfAny();

        var account = Account.Open(request.FirstName, request.LastName, request.Email,
            client: request.Role != Account.Freelancer, freelancer: request.Role != Account.Client, clock.Now());
        account.Prefer(Locale.Language(request.Language), Locale.TimeZone(request.TimeZone));
        account.PasswordHash = hasher.HashPassword(account, request.Password); // slow: before the transaction

        return await db.Transact(async () =>
        {
            if (await db.Set<Account>().AnyAsync(a => a.NormalizedEmail == account.NormalizedEmail, ct))
                throw new Refused($"This mail address has an account already. Sign in, or reset the password.",
                    "email_taken", "email");
            db.Add(account);
            db.Publish(new AccountRegistered(account.Id, account.IsClient, account.IsFreelancer));
            db.Record(account.Id, "account.registered", "account", account.Id);
            var session = sessions.Begin(account, kind, origin);
            return new Entered(account, session, kind == SessionKind.Api ? sessions.NewRefreshToken(session.Id) : null);
        }, ct);
    }

    public static bool IsAddress(string? email) =>
        email is { Length: <= 200 } && MailAddress.TryCreate(email.Trim(), out var address)
            && address.Address == email.Trim()
        && address.Host.Contains('.') && email.All(c => c > 32 && c != 127);

    public static void Map(Routes routes)
    {
        routes.Api.Post("/auth/register", Who.Anyone, Rate.SignIn, DataClass.Own, Answer).WithName("register")
            .WithSummary("Opens an account and returns its first tokens");
        routes.Alias.Post("/auth/register", Who.Anyone, Rate.SignIn, DataClass.Own, Answer);
    }

    static async Task<TokenAnswer> Answer(
        Request request, HttpContext http, Register register, AccessTokens tokens, CancellationToken ct) =>
        await TokenAnswer.Of(await register.Run(request, SessionKind.Api, Origin.Of(http), ct), tokens, ct);
}
