using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>A refresh token is exchanged once for the next pair. Shown a second time, it ends the session.</summary>
public sealed class RefreshTokens(Db db, SessionBook sessions, SessionKeeper keeper, TimeProvider clock)
{
    public sealed record Request(string RefreshToken);

    public async Task<Entered> Run(Request request, CancellationToken ct)
    {
        var (hash, now) = (RefreshToken.HashOf(request.RefreshToken), clock.Now());
        var token = await db.Set<RefreshToken>().AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, ct)
            ?? throw Ended();
        var session = await db.Set<Session>().AsNoTracking().SingleAsync(s => s.Id == token.SessionId, ct);
        if (!session.IsLive(now)) throw Ended();
        var next = await db.Transact(async () =>
        {
            var mine = await db.Set<RefreshToken>().Where(t => t.Hash == hash && t.UsedAt == null)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedAt, now), ct);
            if (mine == 0) return await Reused(session, ct);
            await db.Set<Session>().Where(s => s.Id == session.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
            return sessions.NewRefreshToken(session.Id);
        }, ct);
        if (next is null) throw Ended();
        return new(await db.Set<Account>().AsNoTracking()
            .SingleAsync(a => a.Id == session.AccountId, ct), session, next);
    }

    // Two people hold this token, and nothing says which of them is the owner.
    async Task<string?> Reused(Session session, CancellationToken ct)
    {
        await sessions.End(session.AccountId, session.Id, ct);
        keeper.Forget(session.Id);
        db.Record(null, "session.refresh_reused", "account", session.AccountId, new { session = session.Id });
        return null;
    }

    static Refused Ended() => new($"This session has ended. Sign in again.", "session_ended") { Status = 401 };

    public static void Map(Routes routes)
    {
        routes.Api.Post("/auth/refresh", Who.Anyone, Rate.SignIn, DataClass.Own,
            async (Request request, RefreshTokens refresh, AccessTokens tokens, CancellationToken ct) =>
                await TokenAnswer.Of(await refresh.Run(request, ct), tokens, ct))
            .WithName("refresh").WithSummary("Exchanges a refresh token for the next pair of tokens");
    }
}
