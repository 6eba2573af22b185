using System.Security.Cryptography;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts.Sessions;

/// <summary>Begins, renews and ends sessions. Callers save.</summary>
public sealed class SessionBook(Db db, SessionKeeper keeper, TimeProvider clock)
{
    public Session Begin(Account account, SessionKind kind, Origin origin)
    {
        var session = new Session
        {
            AccountId = account.Id, Kind = kind, UserAgent = origin.UserAgent, Address = origin.Address,
            StartedAt = clock.Now(), LastSeenAt = clock.Now(),
        };
        db.Add(session);
        return session;
    }

    /// <summary>The first or next refresh token of a session; only its hash is kept.</summary>
    public string NewRefreshToken(Guid session)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        db.Add(new RefreshToken { Hash = RefreshToken.HashOf(token), SessionId = session, IssuedAt = clock.Now() });
        return token;
    }

    public async Task<IReadOnlyList<Session>> LiveOf(Guid account, CancellationToken ct)
    {
        var (now, oldest) = (clock.Now(), clock.Now() - Session.Longest);
        var open = await db.Set<Session>().AsNoTracking()
            .Where(s => s.AccountId == account && s.RevokedAt == null && s.StartedAt > oldest)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(ct);
        return [.. open.Where(s => s.IsLive(now))];
    }

    public async Task End(Guid account, Guid session, CancellationToken ct)
    {
        var now = clock.Now();
        await db.Set<Session>().Where(s => s.AccountId == account && s.Id == session && s.RevokedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), ct);
        keeper.Forget(session);
    }

    /// <summary>Ends every session of the account but the one given.</summary>
    public async Task EndOthers(Guid account, Guid? but, CancellationToken ct)
    {
        var now = clock.Now();
        foreach (var session in await LiveOf(account, ct)) if (session.Id != but) keeper.Forget(session.Id);
        await db.Set<Session>().Where(s => s.AccountId == account && s.Id != but && s.RevokedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), ct);
    }
}
