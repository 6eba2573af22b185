using System.Collections.Concurrent;
using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts.Sessions;

/// <summary>
/// Answers for every request whether its session still lives, and with which rights. What it remembers is at most
/// a second old, so that a revoked session or a suspended account is felt on every node within a second.
/// </summary>
public sealed class SessionKeeper(IServiceScopeFactory scopes, TimeProvider clock)
{
    static readonly TimeSpan Memory = TimeSpan.FromSeconds(1);
    static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);
    const int Most = 20_000;
    readonly ConcurrentDictionary<Guid, (long Tick, Standing? Found)> known = new();

    /// <summary>A live session with the account as it is now.</summary>
    public sealed record Standing(Session Session, Account Account);

    public async Task<ClaimsIdentity?> Identity(Guid session, Origin origin, string scheme, CancellationToken ct)
    {
        if (await Find(session, ct) is not { } found || !found.Session.IsLive(clock.Now())) return null;
        if (MovedAway(found.Session, origin))
        {
            await Revoke(session, ct);
            return null;
        }
        return new(Claims(found), scheme, Shared.Web.Claim.Name, ClaimTypes.Role);
    }

    static IEnumerable<Claim> Claims(Standing found) =>
        AccessTokens.ClaimsOf(found.Account).Append(new(Shared.Web.Claim.Session, found.Session.Id.ToString()));

    // Another browser family at another address: the cookie was carried elsewhere.
    static bool MovedAway(Session session, Origin origin) =>
        session.Kind == SessionKind.Browser && session.Address != origin.Address
        && Origin.Family(session.UserAgent) != Origin.Family(origin.UserAgent);

    public void Forget(Guid session) => known.TryRemove(session, out _);

    async Task<Standing?> Find(Guid id, CancellationToken ct)
    {
        var tick = Environment.TickCount64;
        if (known.TryGetValue(id, out var held) && tick - held.Tick < Memory.TotalMilliseconds) return held.Found;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var found = await (from s in db.Set<Session>().AsNoTracking()
                           join a in db.Set<Account>().AsNoTracking() on s.AccountId equals a.Id
                           where s.Id == id && s.RevokedAt == null
                           select new Standing(s, a)).SingleOrDefaultAsync(ct);
        var now = clock.Now();
        if (found is not null && found.Session.IsLive(now) && now - found.Session.LastSeenAt > SeenEvery)
            await db.Set<Session>().Where(s => s.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
        if (known.Count > Most) known.Clear();
        known[id] = (tick, found);
        return found;
    }

    async Task Revoke(Guid id, CancellationToken ct)
    {
        var now = clock.Now();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Db>().Set<Session>().Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), ct);
        Forget(id);
    }
}
