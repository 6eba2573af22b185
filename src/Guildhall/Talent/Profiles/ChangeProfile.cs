using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Profiles;

/// <summary>
/// Changes the caller's own profile, made empty and hidden at the first change, and tells the others if they see it.
/// </summary>
public sealed class ChangeProfile(Db db, TimeProvider clock)
{
    public Task Run(Guid accountId, Action<Profile> change, CancellationToken ct) => db.Transact(async () =>
    {
        var profile = await Load(accountId, ct);
        change(profile);
        Tell(profile);
    }, ct);

    public Task Show(Guid accountId, Visibility to, CancellationToken ct) => db.Transact(async () =>
    {
        var profile = await Load(accountId, ct);
        var before = profile.Visibility;
        var appeared = profile.Show(to, clock.Now());
        if (before == to) return;
        profile.Touch(clock.Now());
        db.Record(accountId, "profile.shown", "freelancer", accountId, new { To = to });
        if (appeared) db.Publish(new ProfilePublished(accountId));
        else db.Publish(new ProfileChanged(accountId));
    }, ct);

    /// <summary>In the caller's transaction.</summary>
    internal async Task<Profile> Load(Guid accountId, CancellationToken ct)
    {
        var profile = await db.Set<Profile>().Include(p => p.Skills).Include(p => p.Experiences).Include(p =>
            p.Portfolio)
            .AsSplitQuery().SingleOrDefaultAsync(p => p.AccountId == accountId, ct);
        if (profile is null) db.Add(profile = new() { AccountId = accountId });
        return profile;
    }

    internal void Tell(Profile profile)
    {
        profile.Touch(clock.Now());
        if (profile.Visibility != Visibility.Hidden) db.Publish(new ProfileChanged(profile.AccountId));
    }
}
