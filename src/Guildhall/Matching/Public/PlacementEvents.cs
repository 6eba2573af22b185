using Guildhall.Engine.Money;

namespace Guildhall.Matching.Public;

/// <summary>A freelancer bought days in the labelled slot above search results.</summary>
public sealed record PlacementBought(
    Guid PlacementId, Guid FreelancerId, Money Price, DateTime StartsAt, DateTime EndsAt);

/// <summary>The last bought day is over.</summary>
public sealed record PlacementEnded(Guid PlacementId, Guid FreelancerId, DateTime EndedAt);

/// <summary>An operator ended it before its time.</summary>
/// <param name="Returned">What is available again.</param>
/// <param name="Reason">An operator's words.</param>
public sealed record PlacementStopped(Guid PlacementId, Guid FreelancerId, Money Returned, string Reason);
