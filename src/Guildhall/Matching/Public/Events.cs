using Guildhall.Engine.Money;

namespace Guildhall.Matching.Public;

/// <summary>A freelancer fits an open job well; told once for each pair.</summary>
/// <param name="Compatibility">0 to 100.</param>
/// <param name="Min">Lower end of the budget, or of the price per hour; null: not stated.</param>
/// <param name="Max">Upper end; null: not stated.</param>
/// <param name="IsHourly">The budget and the net are per hour.</param>
/// <param name="Net">What the freelancer would receive of <paramref name="Max"/> after fees.</param>
/// <param name="HireRatePercent">How often this client hires; null while nothing of theirs is decided.</param>
public sealed record NewMatch(
    Guid JobId, string JobTitle, Guid ClientId, Guid FreelancerId, int Compatibility, Money? Min, Money? Max,
    bool IsHourly, Money? Net, int? HireRatePercent);
