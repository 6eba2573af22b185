using System.Text.Json;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Reputation.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Reputation;

/// <summary>Something that a person's reputation rests on has changed.</summary>
sealed record ReputationStale(Guid AccountId, ReputationSide Side);

/// <summary>Takes a new snapshot from the published reviews and the record of work, by the published formula.</summary>
sealed class ComputeReputation(Db db, ContractBoard contracts, TimeProvider clock) : IHandle<ReputationStale>
{
    public async Task Handle(ReputationStale stale, CancellationToken ct)
    {
        var reviews = await db.Set<Review>().AsNoTracking()
            .Where(r => r.RevieweeId == stale.AccountId && r.About == stale.Side && r.PublishedAt != null)
            .Select(r => new { r.Ratings.Overall, r.Ratings.OnTime, r.PublishedAt }).ToListAsync(ct);
        var record = stale.Side == ReputationSide.Freelancer ? await contracts.RecordOf(stale.AccountId, ct) : null;
        var now = clock.Now();
        var score = ReputationScore.Compute(new()
        {
            Reviews =
                [.. reviews.Select(r => new ReviewInput(r.Overall, Math.Max(0, (now - r.PublishedAt!.Value).Days)))],
            // A client's dates are judged by the freelancers' answers; a freelancer's also by the milestones' own
            // dates.
            Due = record?.Dated ?? reviews.Count,
            OnTime = record?.OnTime ?? reviews.Count(r => r.OnTime),
            Ended = record?.Completed ?? reviews.Count,
            Completed = record?.Completed ?? reviews.Count,
        }, stale.Side == ReputationSide.Freelancer ? ReputationFormula.FreelancerV1 : ReputationFormula.ClientV1);

        await db.Set<Snapshot>().Where(s => s.AccountId == stale.AccountId && s.Side == stale.Side && s.IsCurrent)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.IsCurrent, false), ct);
        db.Add(new Snapshot
        {
            AccountId = stale.AccountId, Side = stale.Side, Score = score.Value, Formula = score.FormulaVersion,
            Reviews = score.ReviewCount, Confidence = score.Confidence, At = now,
            StarsHundredths = reviews.Count == 0 ? 0 : reviews.Sum(r => r.Overall) * 100 / reviews.Count,
            Components = JsonSerializer.Serialize(score.Components, JsonSerializerOptions.Web),
        });
        db.Publish(new ReputationChanged(stale.AccountId, stale.Side, score.Value, score.ReviewCount));
    }
}
