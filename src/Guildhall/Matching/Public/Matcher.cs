using Guildhall.Engine.Matching;
using Guildhall.Jobs.Public;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching.Public;

/// <summary>A stored match in short.</summary>
/// <param name="Compatibility">0 to 100.</param>
/// <param name="Confidence">How much evidence stands behind it, 0 to 100.</param>
/// <param name="Finish">When the work would be done; null when hours or availability are not stated.</param>
public sealed record MatchCard(
    Guid JobId, Guid FreelancerId, int Compatibility, int Confidence, DateOnly? Finish, DateTime At);

/// <summary>An open job that suits a freelancer, with the whole arithmetic.</summary>
public sealed record JobForYou(JobView Job, Match Match);

/// <summary>What other modules may ask of matching.</summary>
public sealed class Matcher(Db db, RecommendJobs recommend)
{
    /// <summary>The stored matches of a job, best first.</summary>
    public async Task<IReadOnlyList<MatchCard>> Top(Guid jobId, int k, CancellationToken ct) =>
        await db.Set<StoredMatch>().AsNoTracking().Where(m => m.JobId == jobId && m.IsCurrent)
            .OrderByDescending(m => m.Score).ThenBy(m => m.FreelancerId).Take(k).Select(m => new MatchCard(
                m.JobId, m.FreelancerId, m.Compatibility, m.Confidence, m.Finish, m.CreatedAt)).ToListAsync(ct);

    /// <summary>The stored match of one pair; null when there is none.</summary>
    public Task<MatchCard?> Of(Guid jobId, Guid freelancerId, CancellationToken ct) =>
        db.Set<StoredMatch>().AsNoTracking().Where(m => m.JobId == jobId && m.FreelancerId == freelancerId)
            .Select(m => new MatchCard(
                m.JobId, m.FreelancerId, m.Compatibility, m.Confidence, m.Finish, m.CreatedAt))
            .SingleOrDefaultAsync(ct);

    /// <summary>
    /// The open jobs that suit a freelancer best, without those they set aside; none without a shown profile.
    /// </summary>
    public Task<IReadOnlyList<JobForYou>> JobsFor(Guid freelancerId, int k, CancellationToken ct) =>
        recommend.Run(freelancerId, k, ct);
}
