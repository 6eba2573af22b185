using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Profiles;

/// <summary>Reads a freelancer's profile with its parts, as its owner or as somebody else.</summary>
public sealed class ReadProfile(Db db, People people)
{
    /// <summary>One's own; empty when nothing was said yet.</summary>
    public async Task<Profile> Own(Guid accountId, CancellationToken ct) =>
        await Load(accountId, ct) ?? new Profile { AccountId = accountId };

    /// <summary>Somebody's, if this reader may see it. Suspended people are not shown.</summary>
    public async Task<(Profile Profile, Person Person)> For(Guid accountId, Guid? reader, CancellationToken ct)
    {
        var profile = await Load(accountId, ct);
        if (profile is null || !profile.IsVisibleTo(reader)) throw new Missing("freelancer");
        var person = await people.One(accountId, ct);
        if (person.IsSuspended && reader != accountId) throw new Missing("freelancer");
        return (profile, person);
    }

    async Task<Profile?> Load(Guid accountId, CancellationToken ct)
    {
        var profile = await db.Set<Profile>().AsNoTracking().Include(p => p.Skills).Include(p => p.Experiences)
            .Include(p => p.Portfolio).AsSplitQuery().SingleOrDefaultAsync(p => p.AccountId == accountId, ct);
        profile?.Skills.Sort((a, b) => (b.Level, a.SkillId).CompareTo((a.Level, b.SkillId)));
        profile?.Experiences.Sort((a, b) => (b.Until ?? DateOnly.MaxValue, b.From)
            .CompareTo((a.Until ?? DateOnly.MaxValue, a.From)));
        profile?.Portfolio.Sort((a, b) => b.At.CompareTo(a.At));
        return profile;
    }
}
