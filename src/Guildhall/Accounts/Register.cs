using System.Net.Mail;
using Guildhall.Accounts.Public;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>
/// A newcomer asks for an account as client, freelancer or both. The answer is the same for every address; the mail
/// says what happened: a link that opens the account, or that there is one already. Where no mail leaves,
/// <see cref="OpenAccount"/> opens it at once.
/// </summary>
public sealed class Register(Db db, Passwords passwords, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    /// <param name="Role">"client", "freelancer" or "both"</param>
    /// <param name="Language">"en" or "es"; the language of mail. Default: that of the request.</param>
    /// <param name="TimeZone">IANA name. Default: UTC.</param>
    public sealed record Request(
        string Email, string Password, string FirstName, string LastName, string Role,
        string? Language = null, string? TimeZone = null);

    /// <param name="then">The page of ours to go on with, once the account is open.</param>
    public async Task Run(Request request, string? then, CancellationToken ct)
    {
        var asked = Read(request, then);
        db.Add(asked);
        db.Publish(new RegistrationAsked(asked.Id)); // looked up later, so that the answer takes the same time
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What was asked for, checked, its password hashed.</summary>
    public Registration Read(Request request, string? then)
    {
        var check = new Check()
            .Text(request.FirstName, "firstName", max: 60)
            .Text(request.LastName, "lastName", max: 60)
            .That(IsAddress(request.Email), "email", $"Write a mail address, like name@example.com.")
            .That(request.Role is Account.Client or Account.Freelancer or "both", "role",
                $"Choose whether you hire, work, or both.");
        passwords.Check(check, "password", request.Password, request.Email, request.FirstName, request.LastName);
        check.ThrowIfAny();

        return new()
        {
            Email = request.Email.Trim(), NormalizedEmail = Account.Normalize(request.Email),
            FirstName = request.FirstName.Trim(), LastName = request.LastName.Trim(), Role = request.Role,
            Language = Locale.Language(request.Language), TimeZone = Locale.TimeZone(request.TimeZone),
            PasswordHash = hasher.HashPassword(null!, request.Password), // slow, for a taken address as well
            Then = then is { Length: <= 500 } ? then : null, AskedAt = clock.Now(),
        };
    }

    public static bool IsAddress(string? email) =>
        email is { Length: <= 200 } && MailAddress.TryCreate(email.Trim(), out var address)
            && address.Address == email.Trim()
        && address.Host.Contains('.') && email.All(c => c > 32 && c != 127);

    public static void Map(Routes routes)
    {
        routes.Api.Post("/auth/register", Who.Anyone, Rate.SignIn, DataClass.Own, Answer).WithName("register")
            .WithSummary("Asks for an account; a mailed link opens it (202). Where no mail leaves, it opens now (200)");
        routes.Alias.Post("/auth/register", Who.Anyone, Rate.SignIn, DataClass.Own, Answer)
            .WithSummary("Asks for an account; another address of it");
    }

    static async Task<Results<Accepted, Ok<TokenAnswer>>> Answer(Request request, HttpContext http, Register register,
        OpenAccount open, AccessTokens tokens, CancellationToken ct)
    {
        if (open.IsTheWay)
            return TypedResults.Ok(await TokenAnswer.Of(
                await open.Run(request, SessionKind.Api, Origin.Of(http), ct), tokens, ct));
        await register.Run(request, then: null, ct);
        return TypedResults.Accepted((string?)null);
    }
}

public sealed record RegistrationAsked(Guid RegistrationId);

sealed class MailRegistration(Db db, Mailer mailer) : IHandle<RegistrationAsked>
{
    const int MostPerDay = 5;

    public async Task Handle(RegistrationAsked news, CancellationToken ct)
    {
        var now = db.Clock.Now();
        await db.Set<Registration>().Where(r => r.AskedAt < now - Register.GoodFor).ExecuteDeleteAsync(ct);
        var asked = await db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == news.RegistrationId, ct);
        if (asked is null || await db.Set<Registration>().CountAsync(
            r => r.NormalizedEmail == asked.NormalizedEmail && r.MailedAt != null, ct) >= MostPerDay) return;
        asked.Mailed(now);
        var owner = await db.Set<Account>().AsNoTracking()
            .SingleOrDefaultAsync(a => a.NormalizedEmail == asked.NormalizedEmail, ct);
        if (owner is null)
            mailer.Send(asked.Email, asked.Language, $"Open your account",
                $"Hello {asked.FirstName},",
                $"this link opens your account. It works once, within 24 hours: {mailer.Url(asked.MakeLink())}",
                $"If you did not ask for it, do nothing; without the password nobody can use the link.");
        else
            mailer.Send(owner.Email!, owner.Language, $"You have an account already",
                $"Hello {owner.FirstName},",
                $"somebody asked for a new account with this address. You have one already: {mailer.Url("/sign-in")}",
                $"If the password is lost, set a new one: {mailer.Url("/reset-password")}",
                $"If that was not you, do nothing; nothing has changed.");
    }
}
