namespace Guildhall.Hiring.Public;

/// <summary>What every piece of news about an invitation carries, so that a listener needs no look-up.</summary>
public abstract record InvitationEvent
{
    public Guid InvitationId { get; init; }
    public Guid JobId { get; init; }
    public string JobTitle { get; init; } = "";
    public Guid ClientId { get; init; }
    public string ClientName { get; init; } = "";
    public Guid FreelancerId { get; init; }
    public string FreelancerName { get; init; } = "";
    /// <summary>The last moment for an answer.</summary>
    public DateTime ExpiresAt { get; init; }
}

/// <summary>A client asks one freelancer for a proposal.</summary>
public sealed record InvitationSent : InvitationEvent;

/// <summary>It is not answered, and its time runs out.</summary>
public sealed record InvitationExpiring : InvitationEvent
{
    public int DaysLeft { get; init; }
}

/// <summary>The freelancer sent a proposal.</summary>
public sealed record InvitationAccepted : InvitationEvent;

public sealed record InvitationDeclined : InvitationEvent
{
    public WhyNot Reason { get; init; }
    /// <summary>In the freelancer's words; empty when only the reason was chosen.</summary>
    public string Note { get; init; } = "";
}

public sealed record InvitationWithdrawn : InvitationEvent;

/// <summary>Its time ran out, or the job ended first.</summary>
public sealed record InvitationExpired : InvitationEvent
{
    public bool JobEnded { get; init; }
}
