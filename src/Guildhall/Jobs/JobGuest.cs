using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Jobs;

/// <summary>Somebody who sees a job although it is not listed: invited, or with a proposal for it.</summary>
public sealed class JobGuest
{
    public required Guid JobId { get; init; }
    public required Guid AccountId { get; init; }
}

sealed class JobGuestTable : IEntityTypeConfiguration<JobGuest>
{
    public void Configure(EntityTypeBuilder<JobGuest> table)
    {
        table.ToTable("jobs_guests").HasKey(g => new { g.JobId, g.AccountId });
        table.HasIndex(g => g.AccountId);
    }
}

/// <summary>Who may look at a job. To everybody else it does not exist.</summary>
static class JobVisibility
{
    /// <param name="admin">An operator looks: at everything that was published.</param>
    public static async Task<bool> Shows(
        this Db db, Job job, Guid? viewer, CancellationToken ct, bool admin = false) =>
        job.IsVisibleTo(viewer, asGuest: admin) || viewer is not null && job.IsVisibleTo(viewer, asGuest: true)
            && await db.Set<JobGuest>().AnyAsync(g => g.JobId == job.Id && g.AccountId == viewer, ct);
}
