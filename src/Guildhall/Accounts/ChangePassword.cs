using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>Somebody who knows the old password sets a new one. Every other session ends.</summary>
public sealed class ChangePassword(
    Db db, SessionBook sessions, Throttle throttle, Passwords passwords, IPasswordHasher<Account> hasher)
{
    public sealed record Request(string Current, string New);

    public async Task Run(Guid accountId, Guid? session, Request request, CancellationToken ct)
    {
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == accountId, ct)
            ?? throw new Missing("account");
        var check = new Check();
        passwords.Check(check, "new", request.New, account.Email, account.FirstName, account.LastName);
        check.ThrowIfAny();
        var tries = await throttle.Begin(account.NormalizedEmail!, new("settings", "", account.Id), ct);
        if (account.PasswordHash is null || request.Current.Length > Passwords.Longest
            || hasher.VerifyHashedPassword(account, account.PasswordHash, request.Current)
                == PasswordVerificationResult.Failed)
            throw new Refused($"This is not your current password.", "wrong_password", "current");
        await throttle.Succeeded(tries, ct);
        var hash = hasher.HashPassword(account, request.New);
        await db.Transact(async () =>
        {
            account.PasswordHash = hash;
            db.Update(account);
            await sessions.EndOthers(accountId, session, ct);
            db.Record(accountId, "account.password_changed", "account", accountId);
            db.Publish(new PasswordChanged(accountId));
        }, ct);
    }

    public static void Map(Routes routes) => routes.Api.Put(
        "/users/me/password", Who.SignedIn, Rate.SignIn, DataClass.Own,
        async (Request request, ClaimsPrincipal user, ChangePassword change, CancellationToken ct) =>
        {
            await change.Run(user.UserId(), user.SessionId(), request, ct);
            return TypedResults.NoContent();
        }).WithName("changePassword").WithSummary("Changes the password and ends every other session");
}
