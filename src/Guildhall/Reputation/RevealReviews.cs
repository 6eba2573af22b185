using Guildhall.Contracts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Reputation.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Reputation;

/// <summary>
/// The moment of the second review, or the end of the time: whatever was said becomes public at once.
/// </summary>
sealed record RevealDue(Guid ContractId);

sealed class RevealReviews(Db db, TimeProvider clock)
    : IHandle<ContractCompleted>, IHandle<ReviewSubmitted>, IHandle<RevealDue>, IHandle<ContractClosed>
{
    public Task Handle(ContractCompleted done, CancellationToken ct)
    {
        db.Publish(new ReputationStale(done.FreelancerId, ReputationSide.Freelancer));
        db.Publish(new ReputationStale(done.ClientId, ReputationSide.Client));
        return Task.CompletedTask;
    }

    // Runs after the review's own commit, so of two reviews at the same instant the later job sees both.
    public async Task Handle(ReviewSubmitted submitted, CancellationToken ct)
    {
        var said = await Hidden(submitted.ContractId).CountAsync(ct);
        if (said == 2) await Reveal(submitted.ContractId, ct);
        else if (said == 1) db
            .Schedule(new RevealDue(submitted.ContractId), submitted.RevealsAt, $"reveal:{submitted.ContractId}");
    }

    public Task Handle(RevealDue due, CancellationToken ct) => Reveal(due.ContractId, ct);

    public Task Handle(ContractClosed closed, CancellationToken ct) => Reveal(closed.ContractId, ct);

    IQueryable<Review> Hidden(Guid contractId) =>
        db.Set<Review>().Where(r => r.ContractId == contractId && r.PublishedAt == null);

    async Task Reveal(Guid contractId, CancellationToken ct)
    {
        var reviews = await Hidden(contractId).ToListAsync(ct);
        foreach (var review in reviews)
        {
            review.Publish(clock.Now());
            db.Publish(new ReviewPublished(review.Id, contractId, review.ContractTitle, review.ReviewerId,
                review.RevieweeId,
                review.Ratings.Overall));
            db.Publish(new ReputationStale(review.RevieweeId, review.About));
        }
        await db.Unschedule($"reveal:{contractId}", ct);
    }
}
