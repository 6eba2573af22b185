using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using JobState = Guildhall.Jobs.Public.JobState;

namespace Guildhall.Jobs;

/// <summary>Look whether a job has been silent for too long.</summary>
sealed record JobSilenceDue(Guid JobId);

/// <summary>The day on which the work had to be done is over.</summary>
sealed record JobDeadlineDue(Guid JobId);

/// <summary>Sets the clocks of a job. They only knock; the job decides.</summary>
static class JobTimers
{
    public static async Task Set(Db db, Job job, CancellationToken ct)
    {
        await db.Unschedule(SilenceKey(job), ct);
        if (MayExpire(job)) ScheduleSilence(db, job);
        await SetDeadline(db, job, ct);
    }

    /// <summary>Of a job that had none before.</summary>
    public static void Begin(Db db, Job job)
    {
        ScheduleSilence(db, job);
        if (job.Brief.Deadline is { } day) db.Schedule(new JobDeadlineDue(job.Id), EndOf(day), DeadlineKey(job));
    }

    public static async Task SetDeadline(Db db, Job job, CancellationToken ct)
    {
        await db.Unschedule(DeadlineKey(job), ct);
        if (job is { State: JobState.Open or JobState.Paused, Brief.Deadline: { } day })
            db.Schedule(new JobDeadlineDue(job.Id), EndOf(day), DeadlineKey(job));
    }

    public static void ScheduleSilence(Db db, Job job)
    {
        var reminder = job.ExpiresAt.AddDays(-Job.RemindedDaysBefore);
        var due = db.Clock.Now() < reminder ? reminder : job.ExpiresAt;
        db.Schedule(new JobSilenceDue(job.Id), due, SilenceKey(job));
    }

    public static bool MayExpire(Job job) => job.May(JobVerb.Expire, JobActor.Site);

    public static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    static string SilenceKey(Job job) => $"job-silence:{job.Id}";
    static string DeadlineKey(Job job) => $"job-deadline:{job.Id}";
}

/// <summary>30 days without a sign of life: the job expires; a week before, its client hears of it.</summary>
sealed class WatchSilence(Db db) : IHandle<JobSilenceDue>
{
    public async Task Handle(JobSilenceDue due, CancellationToken ct)
    {
        var job = await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == due.JobId, ct);
        if (job is null || !JobTimers.MayExpire(job)) return;
        var now = db.Clock.Now();
        if (job.ExpiresAt <= now)
        {
            job.Expire(now);
            db.End(job, null, JobEnding.Expired);
            return;
        }
        if (job.ExpiresAt.AddDays(-Job.RemindedDaysBefore) <= now)
            db.Publish(new JobExpiring(job.Id, job.ClientId, job.Brief.Title,
                (int)Math.Ceiling((job.ExpiresAt - now).TotalDays), job.ExpiresAt));
        JobTimers.ScheduleSilence(db, job);
    }
}

/// <summary>After the deadline nobody can deliver in time: the job takes no more proposals.</summary>
sealed class WatchDeadline(Db db) : IHandle<JobDeadlineDue>
{
    public async Task Handle(JobDeadlineDue due, CancellationToken ct)
    {
        var job = await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == due.JobId, ct);
        var now = db.Clock.Now();
        if (job is not { State: JobState.Open, Brief.Deadline: { } day } || JobTimers.EndOf(day) > now) return;
        job.CloseIntake(JobActor.Site, now);
        db.Tell(job, null, "job.closeIntake", new { reason = "deadline" });
    }
}
