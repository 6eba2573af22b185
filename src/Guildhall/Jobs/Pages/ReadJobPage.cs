using Guildhall.Accounts.Public;
using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Payments.Public;

namespace Guildhall.Jobs.Pages;

/// <summary>Everything the job's page shows, as its viewer may see it.</summary>
public sealed class ReadJobPage(JobBoard board, JobFiles files, People people, Fees fees)
{
    public sealed record View(
        JobView Job, bool IsOwner, IReadOnlyList<JobFiles.Answer> Files, FeeSchedule Fees, Person Client,
            ClientRecord Record);

    public async Task<View> Load(Guid jobId, Guid? viewer, CancellationToken ct)
    {
        var job = await board.One(jobId, viewer, ct);
        return new(job, job.ClientId == viewer, await files.Of(jobId, ct), await fees.Current(ct),
            await people.One(job.ClientId, ct), await board.RecordOf(job.ClientId, ct));
    }
}

static class JobStages
{
    /// <summary>Its client can still pause it, stop it or give it up.</summary>
    public static bool IsActiveOrPaused(this JobView job) => job.IsActive || job.State == JobState.Paused;
}
