using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Jobs;

/// <summary>The client pauses a job, resumes it, takes no more proposals, or gives it up.</summary>
public sealed class MoveJob(Db db, ContractDrafts contracts, TimeProvider clock)
{
    static readonly (string Path, JobVerb Verb, string Summary)[] Paths =
    [
        ("pause", JobVerb.Pause, "Takes a job off the list for a while"),
        ("resume", JobVerb.Resume, "Puts a paused job back on the list"),
        ("close-intake", JobVerb.CloseIntake, "Takes no more proposals and goes on choosing"),
        ("cancel", JobVerb.Cancel, "Gives a job up; whoever proposed is told"),
    ];

    public Task Run(Guid jobId, Guid clientId, JobVerb verb, CancellationToken ct) => db.Transact(async () =>
    {
        var (job, now) = (await db.Own(jobId, clientId, ct), clock.Now());
        switch (verb)
        {
            case JobVerb.Pause: job.Pause(JobActor.Client, now); break;
            case JobVerb.Resume: job.Resume(JobActor.Client, now); break;
            case JobVerb.CloseIntake: job.CloseIntake(JobActor.Client, now); break;
            case JobVerb.Cancel:
                if (job.State == JobState.Awarded) await contracts.CallOff(jobId, clientId, ct);
                job.Cancel(JobActor.Client, now);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(verb));
        }
        if (verb == JobVerb.Cancel) db.End(job, clientId, JobEnding.Cancelled);
        else db.Tell(job, clientId, $"job.{char.ToLowerInvariant(verb.ToString()[0])}{verb.ToString()[1..]}");
        await JobTimers.Set(db, job, ct);
    }, ct);

    public static void Map(Routes routes)
    {
        foreach (var (path, verb, summary) in Paths)
            routes.Api.Post($"/jobs/{{id:guid}}/{path}", Who.Client, Rate.Write, DataClass.Own,
                async (Guid id, ClaimsPrincipal user, MoveJob move, ReadJobs read, CancellationToken ct) =>
                {
                    await move.Run(id, user.UserId(), verb, ct);
                    return await read.One(id, user.UserId(), ct);
                }).WithSummary(summary);
    }
}
