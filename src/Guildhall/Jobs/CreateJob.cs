using System.Security.Claims;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Jobs;

/// <summary>A program posts a job in one call: a draft, or published at once when it is complete.</summary>
public sealed class CreateJob(Db db, PublishJob publish, TimeProvider clock)
{
    public Task<Guid> Run(Guid clientId, Brief brief, bool open, CancellationToken ct) => db.Transact(async () =>
    {
        var job = new Job { ClientId = clientId, CreatedAt = clock.Now() };
        if (open) BriefCheck.Refuse(brief, clock.Now());
        else BriefCheck.RefuseBroken(brief, clock.Now());
        job.Write(brief, clock.Now());
        db.Add(job);
        db.Tell(job, clientId, "job.created");
        await db.SaveChangesAsync(ct);
        if (open) await publish.Run(job.Id, clientId, ct);
        return job.Id;
    }, ct);

    public static void Map(Routes routes)
    {
        routes.Api.Post("/jobs", Who.Client, Rate.Write, DataClass.Own, (JobRequest request, ClaimsPrincipal user,
            CreateJob create, Skills skills, ReadJobs read, CancellationToken ct) =>
            Post(request, request.Publish ?? false, user, create, skills, read, ct))
            .WithSummary("Creates a job, as a draft or published").Produces<JobAnswer>(201);
        // The seed's project is there to be found as soon as it is created.
        routes.Alias.Post("/projects", Who.Client, Rate.Write, DataClass.Own, (JobRequest request, ClaimsPrincipal user,
            CreateJob create, Skills skills, ReadJobs read, CancellationToken ct) =>
            Post(request, request.Publish ?? true, user, create, skills, read, ct))
            .WithSummary("Creates a job and publishes it").Produces<JobAnswer>(201);
    }

    static async Task<IResult> Post(JobRequest request, bool open, ClaimsPrincipal user, CreateJob create,
        Skills skills, ReadJobs read, CancellationToken ct)
    {
        var id = await create.Run(user.UserId(), JobApi.Read(request, skills), open, ct);
        return Results.Created($"/api/v1/jobs/{id}", await read.One(id, user.UserId(), ct));
    }
}
