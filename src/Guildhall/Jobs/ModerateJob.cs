using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Jobs;

/// <summary>
/// An operator hides a job while it is looked into, shows it again, or removes it for good by a rule and with a reason
/// its client reads. A contract made from it goes on: people are held to what they signed.
/// </summary>
public sealed class ModerateJob(Db db, TimeProvider clock)
{
    /// <param name="Rule">Which rule of the house, 3 to 120 characters.</param>
    /// <param name="Reason">What happened, for the client to read, 10 to 2,000 characters.</param>
    public sealed record Removal(string Rule, string Reason);

    public Task Pause(Guid jobId, Guid adminId, CancellationToken ct) => Move(jobId, adminId, JobVerb.Pause, ct);

    public Task Resume(Guid jobId, Guid adminId, CancellationToken ct) => Move(jobId, adminId, JobVerb.Resume, ct);

    public Task Remove(Guid jobId, Removal removal, Guid adminId, CancellationToken ct)
    {
        new Check().Text(removal.Rule, "rule", 120, min: 3).Text(removal.Reason, "reason", 2000, min: 10)
            .ThrowIfAny();
        return db.Transact(async () =>
        {
            var job = await Find(jobId, ct);
            job.Remove(JobActor.Operator, $"{removal.Rule.Trim()}. {removal.Reason.Trim()}", clock.Now());
            db.End(job, adminId, Public.JobEnding.Removed);
            await JobTimers.Set(db, job, ct);
        }, ct);
    }

    Task Move(Guid jobId, Guid adminId, JobVerb verb, CancellationToken ct) => db.Transact(async () =>
    {
        var job = await Find(jobId, ct);
        if (verb == JobVerb.Pause) job.Pause(JobActor.Operator, clock.Now());
        else job.Resume(JobActor.Operator, clock.Now());
        db.Tell(job, adminId, verb == JobVerb.Pause ? "job.paused" : "job.resumed");
        await JobTimers.Set(db, job, ct);
    }, ct);

    async Task<Job> Find(Guid id, CancellationToken ct) =>
        await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == id && j.PublishedAt != null, ct)
        ?? throw new Missing("job");

    public static void Map(Routes routes)
    {
        routes.Api.Post("/admin/jobs/{id:guid}/remove", Who.Admin, Rate.Write, DataClass.Admin,
            (Guid id, Removal removal, ClaimsPrincipal user, ModerateJob moderate, CancellationToken ct) =>
                Done(moderate.Remove(id, removal, user.UserId(), ct)))
            .WithName("removeJob").WithSummary("Removes a job by a rule, with a reason its client reads");
        routes.Api.Post("/admin/jobs/{id:guid}/pause", Who.Admin, Rate.Write, DataClass.Admin,
            (Guid id, ClaimsPrincipal user, ModerateJob moderate, CancellationToken ct) =>
                Done(moderate.Pause(id, user.UserId(), ct)))
            .WithName("pauseJobAsOperator").WithSummary("Hides an open job while it is looked into");
        routes.Api.Post("/admin/jobs/{id:guid}/resume", Who.Admin, Rate.Write, DataClass.Admin,
            (Guid id, ClaimsPrincipal user, ModerateJob moderate, CancellationToken ct) =>
                Done(moderate.Resume(id, user.UserId(), ct)))
            .WithName("resumeJobAsOperator").WithSummary("Shows a paused job again");
    }

    static async Task<IResult> Done(Task work)
    {
        await work;
        return TypedResults.NoContent();
    }
}
