using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Contracts;

/// <summary>One part of the work and its price: funded before it begins, released when it is approved.</summary>
public sealed class Milestone : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContractId { get; init; }
    /// <summary>From 1, in the order of the document.</summary>
    public required int Position { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required Money Amount { get; init; }
    public DateOnly? Due { get; init; }

    public MilestoneState State { get; private set; } = MilestoneState.Planned;
    /// <summary>The payment the client is on; null before the first attempt and after a failed one.</summary>
    public Guid? IntentId { get; private set; }
    public DateTime? FundedAt { get; private set; }
    public DateTime? StartedAt { get; private set; }
    /// <summary>The spec's completed_at: when the latest delivery was handed in.</summary>
    public DateTime? SubmittedAt { get; private set; }
    /// <summary>The end of the client's time to answer; null while no delivery waits.</summary>
    public DateTime? ReviewDueAt { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public bool ApprovedBySilence { get; private set; }
    public DateTime? ReleasedAt { get; private set; }
    public DateTime? SettledAt { get; private set; }
    /// <summary>How many times it was handed in.</summary>
    public int Deliveries { get; private set; }
    /// <summary>How many times the client asked for changes.</summary>
    public int Revisions { get; private set; }
    public long Version { get; set; }

    public bool IsPaid => State is MilestoneState.Released or MilestoneState.Settled;
    public bool IsHeld => State is >= MilestoneState.Funded and <= MilestoneState.Approved;
    public bool WasOnTime => Due is null || SubmittedAt is null || DateOnly.FromDateTime(SubmittedAt.Value) <= Due;
    public bool May(MilestoneVerb verb, Party by) => MilestoneStates.Allows(State, verb, by);

    void Step(MilestoneVerb verb, Party by) => State = MilestoneStates.Step(State, verb, by);

    public void Fund(Party by, Guid intent)
    {
        Step(MilestoneVerb.Fund, by);
        IntentId = intent;
    }

    public void FailFunding()
    {
        Step(MilestoneVerb.FailFunding, Party.Site);
        IntentId = null;
    }

    public void Capture(Guid intent, DateTime now)
    {
        Step(MilestoneVerb.Capture, Party.Site);
        (IntentId, FundedAt) = (intent, now);
    }

    public void Start(Party by, DateTime now)
    {
        Step(MilestoneVerb.Start, by);
        StartedAt = now;
    }

    /// <summary>Hands the work in; the client's time to answer begins.</summary>
    public void Submit(Party by, int reviewDays, DateTime now)
    {
        if (State == MilestoneState.Funded) Start(by, now); // handing in says that it was begun
        Step(MilestoneVerb.Submit, by);
        (SubmittedAt, ReviewDueAt) = (now, now.AddDays(reviewDays));
        Deliveries++;
    }

    public void RequestChanges(Party by, int included, DateTime now)
    {
        RefuseAfterReview(now);
        if (May(MilestoneVerb.RequestChanges, by) && Revisions >= included)
            throw new Refused(
                $"All {included} agreed rounds of changes are used. Approve the work, or talk to each other.",
                "no_revisions_left");
        Step(MilestoneVerb.RequestChanges, by);
        ReviewDueAt = null;
        Revisions++;
    }

    public void Approve(Party by, DateTime now)
    {
        Step(MilestoneVerb.Approve, by);
        (ApprovedAt, ReviewDueAt) = (now, null);
    }

    /// <summary>True when silence approved it now; false when the client answered, or has time left.</summary>
    public bool AutoApprove(DateTime now)
    {
        if (ReviewDueAt is not { } due || due > now || !May(MilestoneVerb.AutoApprove, Party.Site)) return false;
        Step(MilestoneVerb.AutoApprove, Party.Site);
        (ApprovedAt, ReviewDueAt, ApprovedBySilence) = (now, null, true);
        return true;
    }

    public void Release(DateTime now)
    {
        Step(MilestoneVerb.Release, Party.Site);
        ReleasedAt = now;
    }

    public void Settle(DateTime now)
    {
        Step(MilestoneVerb.Settle, Party.Site);
        SettledAt = now;
    }

    // The deadline decides, not the job that notices it.
    void RefuseAfterReview(DateTime now)
    {
        if (State == MilestoneState.Submitted && ReviewDueAt <= now)
            throw new Refused($"The time to answer is over, so this work counts as approved.", "review_over");
    }
}
