using Guildhall.Demo.Stage;
using Guildhall.Hiring;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Matching;
using Guildhall.Notifications;
using Microsoft.EntityFrameworkCore;
using JobEntity = Guildhall.Jobs.Job;

namespace Guildhall.Demo.Lives;

/// <summary>What is true at the end of the tale without anybody's act.</summary>
static class Epilogue
{
    static readonly TimeSpan Unread = TimeSpan.FromDays(3);

    /// <summary>People read their news within a few hours, but not yet that of the last days.</summary>
    public static async Task Read(Theatre theatre, CancellationToken ct)
    {
        var before = theatre.Clock.Today - Unread;
        await theatre.Db.Set<Notification>().Where(n => n.At < before && n.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, n => n.At.AddHours(2)), ct);
    }

    /// <summary>The market reads what is committed, so the matches of open jobs are made last.</summary>
    public static async Task Match(Theatre theatre, CancellationToken ct)
    {
        var open = await theatre.Db.Set<JobEntity>().AsNoTracking().Where(j => j.State == JobState.Open)
            .OrderBy(j => j.PublishedAt).Select(j => j.Id).ToListAsync(ct);
        await theatre.Db.Transact(async () =>
        {
            foreach (var job in open)
            {
                await theatre.Get<StoreMatches>().Run(job, ct);
                theatre.Db.ChangeTracker.Clear();
                await Scores(theatre, job, ct);
            }
        }, ct);
    }

    static async Task Scores(Theatre theatre, Guid job, CancellationToken ct)
    {
        var answers = await theatre.Db.Set<Proposal>().AsNoTracking().Where(p => p.JobId == job)
            .Select(p => p.FreelancerId).ToListAsync(ct);
        foreach (var freelancer in answers)
        {
            if (await theatre.Get<StoreMatches>().Run(job, freelancer, ct) is { } score)
                await theatre.Get<ProposalScores>().Note(job, freelancer, score, ct);
            theatre.Db.ChangeTracker.Clear();
        }
    }
}
