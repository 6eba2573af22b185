using Guildhall.Contracts.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;

namespace Guildhall.Contracts;

/// <summary>Tells the client that a delivery still waits; it means nothing when <c>Due</c> has moved since.</summary>
public sealed record ReviewReminder(Guid MilestoneId, DateTime Due, int DaysLeft);

/// <summary>The client's time to answer a delivery has ended.</summary>
public sealed record ReviewOver(Guid MilestoneId, DateTime Due);

/// <summary>The time to write reviews of a completed contract has ended.</summary>
public sealed record ReviewsOver(Guid ContractId);

/// <summary>The timers after a delivery and after completion.</summary>
sealed class ReviewTimers(Db db, TimeProvider clock)
    : IHandle<ReviewReminder>, IHandle<ReviewsOver>, IHandle<EarningsCleared>
{
    public static async Task Set(Db db, Contract contract, Milestone milestone, CancellationToken ct)
    {
        await Clear(db, milestone, ct);
        var (due, now) = (milestone.ReviewDueAt!.Value, db.Clock.Now());
        foreach (var days in ContractPolicy.ReviewReminders.Where(d => d < contract.Policy.ReviewDays
            && due.AddDays(-d) > now))
            db.Schedule(new ReviewReminder(milestone.Id, due, days), due.AddDays(-days), $"{Key(milestone)}:{days}");
        db.Schedule(new ReviewOver(milestone.Id, due), due, $"{Key(milestone)}:0");
    }

    public static Task Clear(Db db, Milestone milestone, CancellationToken ct) => db.Unschedule(Key(milestone), ct);

    static string Key(Milestone milestone) => $"milestone-review:{milestone.Id}";

    public async Task Handle(ReviewReminder reminder, CancellationToken ct)
    {
        if (await db.TakeMilestone(reminder.MilestoneId, ct) is not var (contract, milestone)) return;
        if (milestone.ReviewDueAt != reminder.Due) return;
        db.Publish(contract.News<MilestoneReminder>(milestone, null)
            with { DaysLeft = reminder.DaysLeft, ReviewDueAt = reminder.Due });
    }

    public async Task Handle(ReviewsOver over, CancellationToken ct)
    {
        if (await db.Take(over.ContractId, ct) is not { } contract || !contract.Close(clock.Now())) return;
        db.Tell(contract, HistoryKind.Closed, null);
        db.Publish(contract.News<ContractClosed>(null));
    }

    public async Task Handle(EarningsCleared cleared, CancellationToken ct)
    {
        if (await db.TakeMilestone(cleared.MilestoneId, ct) is not var (contract, milestone)) return;
        if (!milestone.May(MilestoneVerb.Settle, Party.Site)) return;
        milestone.Settle(clock.Now());
        db.Tell(contract, HistoryKind.Settled, null, milestone, minor: cleared.Net.Minor);
    }
}
