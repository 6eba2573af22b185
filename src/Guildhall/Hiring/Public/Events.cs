using Guildhall.Engine.Money;

namespace Guildhall.Hiring.Public;

/// <summary>What every piece of news about a proposal carries, so that a listener needs no look-up.</summary>
public abstract record ProposalEvent
{
    public Guid ProposalId { get; init; }
    public Guid JobId { get; init; }
    public string JobTitle { get; init; } = "";
    public Guid ClientId { get; init; }
    public Guid FreelancerId { get; init; }
    /// <summary>The price of the whole, before fees.</summary>
    public Money Price { get; init; }
}

/// <summary>A proposal reached the client.</summary>
public sealed record ProposalSubmitted : ProposalEvent;

/// <summary>The freelancer changed a proposal that the client already has.</summary>
public sealed record ProposalChanged : ProposalEvent;

/// <summary>The client opened it for the first time.</summary>
public sealed record ProposalViewed : ProposalEvent;

public sealed record ProposalShortlisted : ProposalEvent;

/// <summary>The client said no, and why.</summary>
public sealed record ProposalDeclined : ProposalEvent
{
    public DeclineReason Reason { get; init; }
    /// <summary>In the client's words; empty when only the reason was chosen.</summary>
    public string Note { get; init; } = "";
}

public sealed record ProposalWithdrawn : ProposalEvent;

/// <summary>Hired: the contract was made from it.</summary>
public sealed record ProposalAccepted : ProposalEvent
{
    public Guid ContractId { get; init; }
}

/// <summary>The job went to somebody else or ended without one.</summary>
public sealed record ProposalNotSelected : ProposalEvent
{
    /// <summary>True: somebody else was hired. False: nobody was.</summary>
    public bool SomebodyElse { get; init; }
}

/// <summary>The job ran out of time before anyone was chosen.</summary>
public sealed record ProposalExpired : ProposalEvent;

/// <summary>The first choice came to nothing, and the client is considering this proposal again.</summary>
public sealed record ProposalReopened : ProposalEvent;
