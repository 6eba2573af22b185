using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Jobs;

/// <summary>Keeps what the client changed. A draft takes anything; a published job must stay complete.</summary>
public sealed class SaveBrief(Db db, TimeProvider clock)
{
    /// <summary>What one draft may hold in all, so that nobody stores a library in it.</summary>
    public const int LongestText = 40_000;

    public Task<JobView> Run(Guid jobId, Guid clientId, Func<Brief, Brief> change, CancellationToken ct) =>
        db.Transact(async () =>
        {
            var job = await db.Own(jobId, clientId, ct);
            var brief = change(job.Brief);
            RefuseTooLong(brief);
            job.Write(brief, clock.Now());
            if (!job.IsDraft)
            {
                await JobTimers.SetDeadline(db, job, ct);
                db.Tell(job, clientId, "job.edited");
            }
            return job.View();
        }, ct);

    static void RefuseTooLong(Brief brief)
    {
        var typed = brief.Typed.Sum(t => t.Value.Length) + brief.Milestones.Sum(m => m.Title.Length);
        new Check()
            .That(brief.Title.Length + typed <= LongestText, "title",
                $"Write at most {BriefCheck.TitleMax} characters.")
            .That(brief.Description.Length <= LongestText, "description",
                $"Write at most {BriefCheck.DescriptionMax} characters.")
            .That(brief.Quality.Length <= LongestText, "quality", $"Write at most {BriefCheck.QualityMax} characters.")
            .ThrowIfAny();
    }
}
