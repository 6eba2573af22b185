using Guildhall.Demo.Data;
using Guildhall.Demo.Stage;
using Guildhall.Engine.Money;
using Guildhall.Matching.Placements;

namespace Guildhall.Demo.Lives;

/// <summary>Who puts some of what they just earned into days in the paid slot; nobody where no price is set.</summary>
sealed class PlacementLife(Theatre theatre, Tale tale, Townsfolk people)
{
    readonly Dictionary<string, int> days =
        DemoFiles.Read<PlacementData[]>("placements.json").ToDictionary(p => p.Freelancer, p => p.Days);

    public void Plan(ContractTrack contract, DateTime released)
    {
        var (who, at) = (contract.Data.Freelancer, released.AddMinutes(10));
        if (!days.TryGetValue(who, out var bought) || at <= theatre.Clock.Today.AddDays(-bought)) return;
        if (theatre.Get<PlacementOffers>().All.Any(o => o.Days == bought))
            tale.At(at, () => theatre.Get<BuyPlacement>().Run(
                people.Id(who), new(bought, DeterministicId.From("demo placement", who)), default));
    }
}
