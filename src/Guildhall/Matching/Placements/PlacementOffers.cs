using Guildhall.Engine.Money;
using Guildhall.Shared;

namespace Guildhall.Matching.Placements;

/// <param name="Days">7 or 30.</param>
/// <param name="Price">Of all the days.</param>
public sealed record PlacementOffer(int Days, Money Price);

/// <summary>What the operator sells, by the settings; a demo sells too.</summary>
public sealed class PlacementOffers(MatchingOptions options, Settings settings)
{
    const long DemoWeek = 900, DemoMonth = 2_900;

    /// <summary>The shortest first; empty: placements are not sold here.</summary>
    public IReadOnlyList<PlacementOffer> All { get; } =
    [
        .. new PlacementOffer[]
        {
            new(7, new(options.FeaturedWeek ?? (settings.Demo ? DemoWeek : 0), options.FeaturedCurrency)),
            new(30, new(options.FeaturedMonth ?? (settings.Demo ? DemoMonth : 0), options.FeaturedCurrency)),
        }.Where(o => o.Price.IsPositive),
    ];

    public PlacementOffer Of(int days)
    {
        if (All.Count == 0) throw new Refused($"Featured placements are not sold here.", "not_sold");
        return All.FirstOrDefault(o => o.Days == days)
            ?? throw new Refused($"Choose one of the offers.", "unknown_offer", "days");
    }
}
