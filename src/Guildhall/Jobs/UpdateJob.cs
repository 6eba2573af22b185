using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Jobs;

/// <summary>A program replaces what a job says.</summary>
static class UpdateJob
{
    public static void Map(Routes routes) => routes.Api.Put("/jobs/{id:guid}", Who.Client, Rate.Write, DataClass.Own,
        async (Guid id, JobRequest request, ClaimsPrincipal user, SaveBrief save, PublishJob publish, Skills skills,
            ReadJobs read, TimeProvider clock, CancellationToken ct) =>
        {
            var brief = JobApi.Read(request, skills);
            BriefCheck.RefuseBroken(brief, clock.Now());
            var job = await save.Run(id, user.UserId(), _ => brief, ct);
            if (request.Publish == true && job.PublishedAt is null) await publish.Run(id, user.UserId(), ct);
            return await read.One(id, user.UserId(), ct);
        })
        .WithSummary("Changes a job of yours");
}
