using Guildhall.Engine.Money;

namespace Guildhall.Contracts.Public;

/// <summary>What every piece of news about a contract carries, so that a listener needs no look-up.</summary>
public abstract record ContractEvent
{
    public Guid ContractId { get; init; }
    public Guid JobId { get; init; }
    public Guid ProposalId { get; init; }
    public Guid ClientId { get; init; }
    public Guid FreelancerId { get; init; }
    /// <summary>The contract's title.</summary>
    public string Title { get; init; } = "";
    /// <summary>The agreed price of all milestones, before fees.</summary>
    public Money Total { get; init; }
    /// <summary>Whose act this was; null: the site's (a timer, a payment).</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The party who did not act; the client when the site acted.</summary>
    public Guid OtherParty => ActorId == ClientId ? FreelancerId : ClientId;
}

/// <summary>News about one milestone of a contract.</summary>
public abstract record MilestoneEvent : ContractEvent
{
    public Guid MilestoneId { get; init; }
    public string MilestoneTitle { get; init; } = "";
    /// <summary>The milestone's price, before fees.</summary>
    public Money Amount { get; init; }
}

/// <summary>The client sent the contract for signature.</summary>
public sealed record ContractProposed : ContractEvent;

/// <summary>
/// The client changed the text of a contract that was already sent; what was signed so far no longer counts.
/// </summary>
public sealed record ContractRevised : ContractEvent;

/// <summary>The freelancer sent the contract back with a note.</summary>
public sealed record ContractSentBack : ContractEvent
{
    public string Note { get; init; } = "";
}

/// <summary>One side signed; with <c>IsLocked</c> it was the second and the text can no longer change.</summary>
public sealed record ContractSigned : ContractEvent
{
    public bool IsLocked { get; init; }
}

/// <summary>Still not signed by someone; it lapses in <c>DaysLeft</c> days.</summary>
public sealed record ContractReminder : ContractEvent
{
    public int DaysLeft { get; init; }
    public bool ClientHasSigned { get; init; }
    public bool FreelancerHasSigned { get; init; }
}

/// <summary>Signed by both and the first milestone is funded: work may begin.</summary>
public sealed record ContractActivated : ContractEvent;

/// <summary>Every milestone is released.</summary>
public sealed record ContractCompleted : ContractEvent;

/// <summary>The time for reviews is over and the contract rests.</summary>
public sealed record ContractClosed : ContractEvent;

/// <summary>One side said no before both had signed.</summary>
public sealed record ContractDeclined : ContractEvent
{
    public string Reason { get; init; } = "";
}

/// <summary>Nobody said no, but it was not signed in time.</summary>
public sealed record ContractExpired : ContractEvent;

/// <summary>The client's payment arrived and is held for this milestone.</summary>
public sealed record MilestoneFunded : MilestoneEvent;

/// <summary>The payment for this milestone did not go through.</summary>
public sealed record MilestoneFundingFailed : MilestoneEvent;

/// <summary>The freelancer began this milestone.</summary>
public sealed record MilestoneStarted : MilestoneEvent;

/// <summary>The work was handed in; it counts as approved at <c>ReviewDueAt</c> if the client stays silent.</summary>
public sealed record MilestoneSubmitted : MilestoneEvent
{
    public DateTime ReviewDueAt { get; init; }
    /// <summary>1 for the first delivery, 2 after one request for changes.</summary>
    public int Round { get; init; }
}

/// <summary>The client asked for changes and said why.</summary>
public sealed record MilestoneChangesRequested : MilestoneEvent
{
    public string Reason { get; init; } = "";
}

/// <summary>The client has this many days left to answer a delivery.</summary>
public sealed record MilestoneReminder : MilestoneEvent
{
    public int DaysLeft { get; init; }
    public DateTime ReviewDueAt { get; init; }
}

/// <summary>The work was approved, by the client or, <c>Automatically</c>, by the end of the review time.</summary>
public sealed record MilestoneApproved : MilestoneEvent
{
    public bool Automatically { get; init; }
}

/// <summary>The money left escrow for the freelancer; always together with the approval.</summary>
public sealed record MilestoneReleased : MilestoneEvent
{
    /// <summary>What the freelancer receives after their fee.</summary>
    public Money Net { get; init; }
}
