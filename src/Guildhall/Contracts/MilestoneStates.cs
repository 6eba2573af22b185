using Guildhall.Shared;

namespace Guildhall.Contracts;

public enum MilestoneState
{
    Planned, Funding, Funded, InProgress, Submitted, ChangesRequested, Approved, Released, Settled,
}

/// <summary>Everything that can happen to a milestone.</summary>
public enum MilestoneVerb
{
    Fund, Capture, FailFunding, Start, Submit, RequestChanges, Approve, AutoApprove, Release, Settle,
}

/// <summary>
/// The whole machine of a milestone: from where, by which verb, to where, by whom. What is not here is refused.
/// </summary>
public static class MilestoneStates
{
    public static readonly IReadOnlyDictionary<(MilestoneState From, MilestoneVerb Verb),
        (MilestoneState To, Party By)> Table =
        new Dictionary<(MilestoneState, MilestoneVerb), (MilestoneState, Party)>
        {
            [(MilestoneState.Planned, MilestoneVerb.Fund)] = (MilestoneState.Funding, Party.Client),
            // The client left the payment page and comes back to it.
            [(MilestoneState.Funding, MilestoneVerb.Fund)] = (MilestoneState.Funding, Party.Client),
            [(MilestoneState.Funding, MilestoneVerb.FailFunding)] = (MilestoneState.Planned, Party.Site),
            [(MilestoneState.Funding, MilestoneVerb.Capture)] = (MilestoneState.Funded, Party.Site),
            // Captured after the payment had been given up as failed: money that arrived is money held.
            [(MilestoneState.Planned, MilestoneVerb.Capture)] = (MilestoneState.Funded, Party.Site),
            [(MilestoneState.Funded, MilestoneVerb.Start)] = (MilestoneState.InProgress, Party.Freelancer),
            [(MilestoneState.InProgress, MilestoneVerb.Submit)] = (MilestoneState.Submitted, Party.Freelancer),
            [(MilestoneState.ChangesRequested, MilestoneVerb.Submit)] = (MilestoneState.Submitted, Party.Freelancer),
            [(MilestoneState.Submitted, MilestoneVerb.RequestChanges)] =
                (MilestoneState.ChangesRequested, Party.Client),
            [(MilestoneState.Submitted, MilestoneVerb.Approve)] = (MilestoneState.Approved, Party.Client),
            [(MilestoneState.Submitted, MilestoneVerb.AutoApprove)] = (MilestoneState.Approved, Party.Site),
            [(MilestoneState.Approved, MilestoneVerb.Release)] = (MilestoneState.Released, Party.Site),
            [(MilestoneState.Released, MilestoneVerb.Settle)] = (MilestoneState.Settled, Party.Site),
        };

    public static bool Allows(MilestoneState from, MilestoneVerb verb, Party by) =>
        Table.TryGetValue((from, verb), out var step) && step.By.Include(by);

    public static MilestoneState Step(MilestoneState from, MilestoneVerb verb, Party by)
    {
        if (!Table.TryGetValue((from, verb), out var step)) throw new Refused(NotNow(from), "wrong_state");
        return step.By.Include(by) ? step.To : throw step.By.Refusal();
    }

    static FormattableString NotNow(MilestoneState from) => from switch
    {
        MilestoneState.Planned => $"This milestone is not funded yet.",
        MilestoneState.Funding => $"The payment for this milestone is still on its way.",
        MilestoneState.Funded => $"This milestone is funded and work on it has not begun.",
        MilestoneState.InProgress => $"Work on this milestone is under way and nothing has been submitted yet.",
        MilestoneState.Submitted => $"This milestone is submitted and waits for the client's answer.",
        MilestoneState.ChangesRequested =>
            $"The client asked for changes to this milestone; it waits for a new delivery.",
        _ => $"This milestone is already approved and its money released.",
    };
}
