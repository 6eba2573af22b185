using Guildhall.Jobs.Public;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Jobs;

/// <summary>Two skills became one: jobs ask for the one that stays.</summary>
sealed class FollowMergedSkills(Db db) : IHandle<SkillsMerged>
{
    public async Task Handle(SkillsMerged news, CancellationToken ct)
    {
        foreach (var job in await db.Set<Job>().ToListAsync(ct))
        {
            var named = job.Brief.Skills.Any(s => s.SkillId == news.From || s.Alternatives.Contains(news.From));
            if (!named) continue;
            job.ReplaceSkill(news.From, news.Into);
            db.Tell(job, null, "job.skillMerged", new { news.From, news.Into });
        }
    }
}

/// <summary>Tells the taxonomy how many open jobs ask for each skill.</summary>
sealed class CountDemand(JobBoard board, SkillDemand demand) : IRecur
{
    public async Task Run(CancellationToken ct)
    {
        var open = await board.OpenJobs(ct);
        await demand.Report(open.SelectMany(j => j.Brief.Skills).GroupBy(s => s.SkillId)
            .ToDictionary(g => g.Key, g => g.Count()), ct);
    }
}
