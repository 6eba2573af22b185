using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>Name, language and time zone of an account.</summary>
public sealed class ChangeSettings(Db db)
{
    /// <param name="Language">"en" or "es"</param>
    /// <param name="TimeZone">IANA name, e.g. "Europe/Madrid"</param>
    public sealed record Request(string FirstName, string LastName, string Language, string TimeZone);

    public async Task<Request> Of(Guid accountId, CancellationToken ct) =>
        await db.Set<Account>().AsNoTracking().Where(a => a.Id == accountId)
            .Select(a => new Request(a.FirstName, a.LastName, a.Language, a.TimeZone)).SingleOrDefaultAsync(ct)
        ?? throw new Missing("account");

    public async Task Run(Guid accountId, Request request, CancellationToken ct)
    {
        new Check()
            .Text(request.FirstName, "firstName", max: 60)
            .Text(request.LastName, "lastName", max: 60)
            .That(Words.Languages.Contains(request.Language), "language", $"Choose a language from the list.")
            .That(Locale.IsTimeZone(request.TimeZone), "timeZone", $"Choose a time zone from the list.")
            .ThrowIfAny();
        await db.Transact(async () =>
        {
            var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == accountId, ct)
                ?? throw new Missing("account");
            account.Rename(request.FirstName, request.LastName);
            account.Prefer(request.Language, request.TimeZone);
        }, ct);
    }

    public async Task Speak(Guid accountId, string language, CancellationToken ct)
    {
        var now = await Of(accountId, ct);
        await Run(accountId, now with { Language = language }, ct);
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/users/me/settings", Who.SignedIn, Rate.Read, DataClass.Own,
            (ClaimsPrincipal user, ChangeSettings settings, CancellationToken ct) => settings.Of(user.UserId(), ct))
            .WithName("getSettings").WithSummary("Your name, language and time zone");
        routes.Api.Put("/users/me/settings", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Request request, ClaimsPrincipal user, ChangeSettings settings, CancellationToken ct) =>
            {
                await settings.Run(user.UserId(), request, ct);
                return TypedResults.NoContent();
            }).WithName("changeSettings").WithSummary("Changes your name, language and time zone");
    }
}
