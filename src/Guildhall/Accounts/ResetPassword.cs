using Guildhall.Accounts.Public;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>A mailed link sets a new password, once. Asking for it answers the same for every address.</summary>
public sealed class ResetPassword(
    Db db, OneTimeLinks links, Mailer mailer, SessionBook sessions, Passwords passwords,
    IPasswordHasher<Account> hasher)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    public sealed record Ask(string Email);

    public sealed record Request(string Token, string Password);

    public async Task Run(Ask ask, CancellationToken ct)
    {
        var email = Register.IsAddress(ask.Email) ? Account.Normalize(ask.Email) : "";
        db.Publish(new ResetRequested(email)); // looked up later, so that the answer takes the same time
        await db.SaveChangesAsync(ct);
    }

    public async Task Run(Request request, CancellationToken ct)
    {
        var check = new Check();
        passwords.Check(check, "password", request.Password);
        check.ThrowIfAny();
        var hash = hasher.HashPassword(null!, request.Password);
        await db.Transact(async () =>
        {
            var id = await links.Redeem(request.Token, ct);
            var account = await db.Set<Account>().SingleAsync(a => a.Id == id, ct);
            account.PasswordHash = hash;
            await sessions.EndOthers(id, but: null, ct);
            db.Record(id, "account.password_reset", "account", id);
            db.Publish(new PasswordChanged(id));
            mailer.Send(account.Email!, account.Language, $"Your password was changed",
                $"Hello {account.FirstName},",
                $"the password of your account was changed just now, and every open session was ended.",
                $"If that was not you, reset it at once: {mailer.Url("/reset-password")}");
        }, ct);
    }

    public static void Map(Routes routes)
    {
        routes.Api.Post("/auth/password-reset", Who.Anyone, Rate.SignIn, DataClass.Own,
            async (Ask ask, ResetPassword reset, CancellationToken ct) =>
            {
                await reset.Run(ask, ct);
                return TypedResults.Accepted((string?)null);
            }).WithName("askPasswordReset")
                .WithSummary("Mails a link that sets a new password, if the address has an account");
        routes.Api.Post("/auth/password", Who.Anyone, Rate.SignIn, DataClass.Own,
            async (Request request, ResetPassword reset, CancellationToken ct) =>
            {
                await reset.Run(request, ct);
                return TypedResults.NoContent();
            }).WithName("resetPassword").WithSummary("Sets a new password with the token of a mailed link");
    }
}

/// <param name="NormalizedEmail">empty when what was typed is no address</param>
public sealed record ResetRequested(string NormalizedEmail);

sealed class MailResetLink(Db db, OneTimeLinks links, Mailer mailer) : Shared.Jobs.IHandle<ResetRequested>
{
    const int MostPerDay = 5;

    public async Task Handle(ResetRequested asked, CancellationToken ct)
    {
        var account = await db.Set<Account>().AsNoTracking()
            .SingleOrDefaultAsync(a => a.NormalizedEmail == asked.NormalizedEmail, ct);
        var dayAgo = db.Clock.Now() - TimeSpan.FromDays(1);
        if (account is null
            || await db.Set<OneTimeLink>().CountAsync(l => l.AccountId == account.Id && l.ExpiresAt > dayAgo, ct)
                >= MostPerDay) return;
        var path = links.PathFor(account.Id, ResetPassword.GoodFor);
        mailer.Send(account.Email!, account.Language, $"Set a new password",
            $"Hello {account.FirstName},",
            $"this link sets a new password for your account. It works once, within 30 minutes: {mailer.Url(path)}",
            $"If you did not ask for it, do nothing; your password stays as it is.");
    }
}
