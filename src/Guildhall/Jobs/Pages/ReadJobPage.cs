using Guildhall.Accounts.Public;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Engine.Reputation;
using Guildhall.Jobs.Public;
using Guildhall.Payments.Public;
using Guildhall.Reputation.Public;

namespace Guildhall.Jobs.Pages;

/// <summary>Everything the job's page shows, as its viewer may see it.</summary>
public sealed class ReadJobPage(
    JobBoard board, JobFiles files, People people, Fees fees, Reputations reputations, ContractBoard contracts)
{
    public sealed record View(
        JobView Job, bool IsOwner, IReadOnlyList<JobFiles.Answer> Files, FeeSchedule Fees, ClientStanding Client);

    public async Task<View> Load(Guid jobId, Guid? viewer, CancellationToken ct, bool admin = false)
    {
        var job = await board.One(jobId, viewer, ct, admin);
        return new(job, job.ClientId == viewer, await files.Of(jobId, ct), await fees.Current(ct),
            await Standing(job.ClientId, ct));
    }

    async Task<ClientStanding> Standing(Guid clientId, CancellationToken ct) => new(
        await people.One(clientId, ct), await board.RecordOf(clientId, ct),
        await reputations.Of(clientId, ReputationSide.Client, ct), await contracts.HiredBy(clientId, ct));
}

/// <summary>What somebody who might work for a client wants to know first.</summary>
public sealed record ClientStanding(
    Person Person, ClientRecord Record, ReputationCard Reputation, HiringRecord Hired);

static class JobStages
{
    /// <summary>Its client can still pause it, stop it or give it up.</summary>
    public static bool IsActiveOrPaused(this JobView job) => job.IsActive || job.State == JobState.Paused;
}
