using Guildhall.Engine.Matching;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>New weights begin to count.</summary>
public sealed record WeightsBegin(string Version);

/// <summary>
/// An operator publishes a new, dated version of the weights. Versions are never changed: matches made with an old one
/// verify for ever.
/// </summary>
public sealed class PublishWeights(Db db, WeightsBook book, MarketIndex index) : IHandle<WeightsBegin>
{
    public const int LongestWhy = 500;

    /// <param name="weights">With the name of the next version.</param>
    /// <param name="from">The first day they count, UTC; today at the earliest.</param>
    /// <param name="why">In the operator's words; everybody reads it in the list of versions.</param>
    /// <param name="proposalId">The lesson they come from; null: from the operator.</param>
    /// <param name="by">The operator.</param>
    public Task<string> Run(
        Weights weights, DateOnly from, string? why, Guid? proposalId, Guid by, CancellationToken ct)
    {
        new Check().Text(why, "why", LongestWhy, min: 10)
            .That(from >= db.Clock.Today(), "from", $"Choose today or a later day.")
            .That(from <= db.Clock.Today().AddDays(365), "from", $"Choose a day within a year.")
            .ThrowIfAny();
        return db.Transact(async () =>
        {
            weights = (weights with { Version = await book.NextVersion(ct) }).Checked();
            var last = await db.Set<WeightsVersion>().AsNoTracking().MaxAsync(w => w.EffectiveFrom, ct);
            if (from < last)
                throw new Refused($"Other weights are announced for {last:yyyy-MM-dd}. Choose that day or a later one.",
                    "weights_announced", "from");
            var current = await book.Current(ct);
            if (current with { Version = weights.Version } == weights)
                throw new Refused($"These are the weights in force. Change at least one.", "weights_unchanged");
            if (proposalId is { } id)
                (await db.Set<WeightsProposal>().SingleOrDefaultAsync(p => p.Id == id, ct)
                    ?? throw new Missing("proposal")).Decide(ProposalFate.Accepted, by, db.Clock.Now());
            db.Add(WeightsVersion.Of(weights, from, by, db.Clock.Now(), why!.Trim()));
            db.Record(by, "weights.published", "weights", by, new { weights.Version, from, weights, why, proposalId });
            if (from == db.Clock.Today()) db.Changed(index, MarketSubject.Weights, Guid.Empty);
            else db.Schedule(new WeightsBegin(weights.Version), from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            return weights.Version;
        }, ct);
    }

    /// <summary>Not this one: it is not shown again, and the next night may propose another.</summary>
    public Task Dismiss(Guid proposalId, Guid by, CancellationToken ct) => db.Transact(async () =>
    {
        var proposal = await db.Set<WeightsProposal>().SingleOrDefaultAsync(p => p.Id == proposalId, ct)
            ?? throw new Missing("proposal");
        proposal.Decide(ProposalFate.Dismissed, by, db.Clock.Now());
        db.Record(by, "weights.proposalDismissed", "weightsProposal", proposalId);
    }, ct);

    public Task Handle(WeightsBegin news, CancellationToken ct)
    {
        db.Changed(index, MarketSubject.Weights, Guid.Empty);
        return Task.CompletedTask;
    }
}
