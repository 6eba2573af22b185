using Guildhall.Demo.Stage;
using Guildhall.Jobs.Public;
using Guildhall.Matching;
using Guildhall.Notifications;
using Microsoft.EntityFrameworkCore;
using JobEntity = Guildhall.Jobs.Job;
using Owed = Guildhall.Shared.Jobs.Job;

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

    /// <summary>
    /// The matches of open jobs, as work owed: should the seeding end before <see cref="Match"/>, the site does it.
    /// </summary>
    public static async Task<IReadOnlyList<JobEntity>> Owe(Theatre theatre, CancellationToken ct)
    {
        var (now, soon) = (theatre.Clock.Today, theatre.Clock.Today.AddSeconds(1));
        var open = await theatre.Db.Set<JobEntity>().AsNoTracking().Where(j => j.State == JobState.Open)
            .OrderBy(j => j.PublishedAt).ToListAsync(ct);
        foreach (var job in open)
            theatre.Db.Add(Owed.For(
                theatre.Matching, new MatchesOwed(job.Id, IsOld(theatre, job)), soon, now, key: null));
        await theatre.Db.SaveChangesAsync(ct);
        theatre.Db.ChangeTracker.Clear();
        return open;
    }

    // Who fits a job that has been open for long was told then, not today.
    static bool IsOld(Theatre theatre, JobEntity job) => job.PublishedAt < theatre.Clock.Today - Unread;

    /// <summary>The market reads what is committed, so the matches of open jobs are made last.</summary>
    public static async Task Match(Theatre theatre, IReadOnlyList<JobEntity> open, CancellationToken ct)
    {
        await theatre.Db.Transact(async () =>
        {
            foreach (var job in open)
            {
                await theatre.Get<RefreshMatches>().Job(job.Id, ct, IsOld(theatre, job));
                theatre.Db.ChangeTracker.Clear();
                await theatre.Outbox.Drain(theatre.Services, theatre.Db);
            }
            await theatre.Db.Set<Owed>().Where(j => j.Handler == theatre.Matching.Name).ExecuteDeleteAsync(ct);
        }, ct);
    }
}
