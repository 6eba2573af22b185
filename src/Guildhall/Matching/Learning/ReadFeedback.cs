using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>What somebody has said, for the lists they look at.</summary>
public sealed class ReadFeedback(Db db)
{
    /// <summary>What the job's client said, by freelancer.</summary>
    public Task<Dictionary<Guid, MatchFeedback>> OfClient(Guid jobId, CancellationToken ct) =>
        db.Set<MatchFeedback>().AsNoTracking().Where(f => f.JobId == jobId && f.Side == FeedbackSide.Client)
            .ToDictionaryAsync(f => f.FreelancerId, ct);

    /// <summary>What a freelancer said of this job; null: nothing.</summary>
    public Task<MatchFeedback?> OfFreelancer(Guid jobId, Guid freelancer, CancellationToken ct) =>
        db.Set<MatchFeedback>().AsNoTracking().SingleOrDefaultAsync(
            f => f.JobId == jobId && f.FreelancerId == freelancer && f.Side == FeedbackSide.Freelancer, ct);

    /// <summary>Jobs a freelancer said something of.</summary>
    public Task<Dictionary<Guid, MatchFeedback>> OfFreelancer(Guid freelancer, CancellationToken ct) =>
        db.Set<MatchFeedback>().AsNoTracking()
            .Where(f => f.FreelancerId == freelancer && f.Side == FeedbackSide.Freelancer)
            .OrderByDescending(f => f.At).Take(5_000).ToDictionaryAsync(f => f.JobId, ct);
}
