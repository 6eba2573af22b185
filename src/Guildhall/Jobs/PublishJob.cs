using System.Security.Claims;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Jobs;

/// <summary>A complete draft becomes an open job: it can be found, matched and answered.</summary>
public sealed class PublishJob(Db db, TimeProvider clock)
{
    public Task Run(Guid jobId, Guid clientId, CancellationToken ct) => db.Transact(async () =>
    {
        var job = await db.Own(jobId, clientId, ct);
        job.Publish(clock.Now());
        JobTimers.Begin(db, job);
        db.Publish(new JobPublished(job.Id, clientId, job.Brief.Title));
        db.Tell(job, clientId, "job.published");
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/jobs/{id:guid}/publish", Who.Client, Rate.Write, DataClass.Own,
        async (Guid id, ClaimsPrincipal user, PublishJob publish, ReadJobs read, CancellationToken ct) =>
        {
            await publish.Run(id, user.UserId(), ct);
            return await read.One(id, user.UserId(), ct);
        })
        .WithSummary("Publishes a draft once its brief is complete");
}
