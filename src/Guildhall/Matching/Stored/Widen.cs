using Guildhall.Engine.Matching;
using Guildhall.Jobs.Public;
using Guildhall.Shared;

namespace Guildhall.Matching;

/// <summary>A change to a job and how many freelancers would match then.</summary>
/// <param name="SkillId">The skill to welcome rather than require, or whose level to lower; null: the budget.</param>
/// <param name="Kind">optional, level or budget.</param>
/// <param name="To">The level, or the maximum in minor units.</param>
public sealed record Widening(string Kind, int? SkillId, long To, int Now, int Then);

/// <summary>What would let more people match a job, found by counting again with each change.</summary>
static class Widen
{
    const int SkillsTried = 3, Most = 3;

    public static IReadOnlyList<Widening> Of(JobView job, Market market, DateOnly today)
    {
        var document = job.Document(today);
        int Count(JobDocument changed) =>
            Ranker.CountMatching(changed, market.Engine, StoreMatches.Strong, job.ClientId).Matching;

        var now = Count(document);
        var found = new List<Widening>();
        void Try(string kind, int? skill, long to, JobDocument changed)
        {
            if (Count(changed) is var then && then > now) found.Add(new(kind, skill, to, now, then));
        }

        var required = document.Requirements.Where(r => r.Required).OrderByDescending(r => r.MinLevel)
            .Take(SkillsTried);
        foreach (var need in required.ToArray())
        {
            if (document.Requirements.Count(r => r.Required) > 1)
                Try("optional", need.SkillId, need.MinLevel, With(need, need with { Required = false }));
            if (need.MinLevel > 2)
                Try("level", need.SkillId, need.MinLevel - 2, With(need, need with { MinLevel = need.MinLevel - 2 }));
        }
        if (document.MaxMinor is { } max)
            Try("budget", null, max / 5 * 6, document with { MaxMinor = max / 5 * 6 });
        return [.. found.OrderByDescending(w => w.Then).Take(Most)];

        JobDocument With(Requirement before, Requirement after) => document with
        {
            Requirements = [.. document.Requirements.Select(r => r == before ? after : r)],
        };
    }
}
