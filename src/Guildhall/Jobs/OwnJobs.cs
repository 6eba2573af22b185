using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Jobs;

/// <summary>What every change of a job does alike: find it for its client, leave a trace, tell the others.</summary>
static class OwnJobs
{
    /// <summary>404 for a job of somebody else.</summary>
    public static async Task<Job> Own(this Db db, Guid jobId, Guid clientId, CancellationToken ct) =>
        await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == jobId && j.ClientId == clientId, ct)
        ?? throw new Missing("job");

    /// <summary>Audit log and news, in the change's own transaction. A draft is nobody else's news.</summary>
    public static void Tell(this Db db, Job job, Guid? actor, string action, object? details = null)
    {
        db.Record(actor, action, "job", job.Id, details);
        if (job.PublishedAt is not null) db.Publish(new JobChanged(job.Id, job.ClientId));
    }

    public static void End(this Db db, Job job, Guid? actor, JobEnding reason)
    {
        db.Tell(job, actor, $"job.{reason.ToString().ToLowerInvariant()}", job.RemovedFor);
        if (job.PublishedAt is not null)
            db.Publish(new JobClosed(job.Id, job.ClientId, job.Brief.Title, reason, job.RemovedFor));
    }
}
