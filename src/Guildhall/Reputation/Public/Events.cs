using Guildhall.Engine.Reputation;

namespace Guildhall.Reputation.Public;

/// <summary>A review was handed in and is still hidden; at the latest it shows at <c>RevealsAt</c>.</summary>
public sealed record ReviewSubmitted(
    Guid ContractId, Guid ReviewId, Guid ReviewerId, Guid RevieweeId, string Title, DateTime RevealsAt);

/// <summary>A review became public.</summary>
public sealed record ReviewPublished(
    Guid ReviewId, Guid ContractId, string Title, Guid ReviewerId, Guid RevieweeId, int Rating);

/// <summary>A new score was published; <c>Score</c> is 0 to 1000.</summary>
public sealed record ReputationChanged(Guid AccountId, ReputationSide Side, int Score, int Reviews);
