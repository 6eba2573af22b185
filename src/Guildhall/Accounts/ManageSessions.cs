using System.Security.Claims;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>Where the account is signed in, and the means to end that.</summary>
public sealed class ManageSessions(Db db, SessionBook sessions)
{
    /// <param name="Browser">browser and system, without versions</param>
    public sealed record Item(
        Guid Id, SessionKind Kind, string Browser, string Address, DateTime StartedAt, DateTime LastSeenAt,
        bool IsThis);

    public async Task<IReadOnlyList<Item>> Of(Guid account, Guid? current, CancellationToken ct) =>
        [.. (await sessions.LiveOf(account, ct)).Select(s => new Item(
            s.Id, s.Kind, Origin.Family(s.UserAgent), s.Address, s.StartedAt, s.LastSeenAt, s.Id == current))];

    public async Task End(Guid account, Guid session, CancellationToken ct)
    {
        if (!await db.Set<Session>().AnyAsync(s => s.Id == session && s.AccountId == account, ct))
            throw new Missing("session");
        await sessions.End(account, session, ct);
        db.Record(account, "session.ended", "account", account, new { session });
        await db.SaveChangesAsync(ct);
    }

    public async Task EndOthers(Guid account, Guid? current, CancellationToken ct)
    {
        await sessions.EndOthers(account, current, ct);
        db.Record(account, "session.others_ended", "account", account);
        await db.SaveChangesAsync(ct);
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/users/me/sessions", Who.SignedIn, Rate.Read, DataClass.Own,
            (ClaimsPrincipal user, ManageSessions sessions, CancellationToken ct) =>
                sessions.Of(user.UserId(), user.SessionId(), ct))
            .WithName("listSessions").WithSummary("Lists where you are signed in");
        routes.Api.Delete("/users/me/sessions/{id:guid}", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Guid id, ClaimsPrincipal user, ManageSessions sessions, CancellationToken ct) =>
            {
                await sessions.End(user.UserId(), id, ct);
                return TypedResults.NoContent();
            }).WithName("endSession").WithSummary("Ends one of your sessions everywhere");
    }
}
