using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Taxonomy;

/// <summary>What an administrator does to the taxonomy. Every act is audited and reaches all nodes.</summary>
public sealed class EditTaxonomy(Db db, Skills skills)
{
    public Task Add(Guid admin, string slug, SkillWords words, CancellationToken ct) => db.Transact(async () =>
    {
        var all = await All(ct);
        SkillRules.Slug(slug, all);
        var skill = new TaxonomySkill { Id = all.Max(s => s.Id) + 1, Slug = slug };
        SkillRules.Words(skill.Slug, words, all, [.. skills.Categories.Select(c => c.Slug)]);
        skill.Edit(words);
        db.Add(skill);
        await Done(admin, "skill.added", skill, ct);
    }, ct);

    public Task Edit(Guid admin, string slug, SkillWords words, CancellationToken ct) => db.Transact(async () =>
    {
        var all = await All(ct);
        var skill = One(all, slug);
        SkillRules.Words(slug, words, all, [.. skills.Categories.Select(c => c.Slug)]);
        skill.Edit(words);
        await Done(admin, "skill.edited", skill, ct);
    }, ct);

    public Task Retire(Guid admin, string slug, bool retired, CancellationToken ct) => db.Transact(async () =>
    {
        var all = await All(ct);
        var skill = One(all, slug);
        if (!retired) SkillRules.Words(slug, skill.Words, all, [.. skills.Categories.Select(c => c.Slug)]);
        skill.Retire(retired);
        await Done(admin, retired ? "skill.retired" : "skill.restored", skill, ct);
    }, ct);

    /// <summary>Everything said of one skill is said of the other from now on, profiles included.</summary>
    public Task Merge(Guid admin, string slug, string into, CancellationToken ct) => db.Transact(async () =>
    {
        var all = await All(ct);
        var (skill, other) = (One(all, slug), all.SingleOrDefault(s => s.Slug == into)
            ?? throw new Refused($"There is no skill {into}. Choose one from the list.", "unknown_skill", "Into"));
        skill.MergeInto(other);
        foreach (var referring in all) referring.Forget(skill.Slug, other.Slug);
        await MoveClaims(skill.Id, other.Id, ct);
        db.Publish(new SkillsMerged(skill.Id, other.Id));
        await Done(admin, "skill.merged", skill, ct);
    }, ct);

    async Task MoveClaims(int from, int into, CancellationToken ct)
    {
        var claims = await db.Set<ProfileSkill>().Where(s => s.SkillId == from || s.SkillId == into).ToListAsync(ct);
        foreach (var claim in claims.Where(c => c.SkillId == from))
        {
            db.Remove(claim);
            var kept = claims.SingleOrDefault(c => c.AccountId == claim.AccountId && c.SkillId == into);
            if (kept is null) db.Add(claim.Under(into));
            else if (claim.Level > kept.Level) kept.Say(claim.Level, claim.UpdatedAt);
            db.Publish(new ProfileChanged(claim.AccountId));
        }
    }

    async Task Done(Guid admin, string act, TaxonomySkill skill, CancellationToken ct)
    {
        db.Add(new AuditEntry { ActorId = admin, Action = act, Subject = $"skill:{skill.Slug}", At = db.Clock.Now() });
        await TaxonomyState.Touch(db, skills, ct);
    }

    Task<List<TaxonomySkill>> All(CancellationToken ct) => db.Set<TaxonomySkill>().OrderBy(s => s.Id).ToListAsync(ct);

    static TaxonomySkill One(List<TaxonomySkill> all, string slug) =>
        all.SingleOrDefault(s => s.Slug == slug) ?? throw new Missing("skill");
}
