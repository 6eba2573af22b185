using Guildhall.Engine.Money;
using Guildhall.Hiring.Public;

namespace Guildhall.Hiring;

/// <summary>A label and what it adds up to over all milestones.</summary>
public sealed record SumLine(string Label, Money Amount);

/// <summary>
/// What an offer costs and pays, to the cent: fees are taken per milestone, as the ledger will, and summed here.
/// </summary>
public sealed record OfferSums(
    Money Price, IReadOnlyList<SumLine> ClientFees, IReadOnlyList<SumLine> FreelancerFees, string FeesVersion)
{
    public Money ClientPays => Price + ClientFees.Select(f => f.Amount).Sum(Price.Currency);
    public Money FreelancerReceives => Price - FreelancerFees.Select(f => f.Amount).Sum(Price.Currency);
    public Money PlatformKeeps => ClientPays - FreelancerReceives;

    /// <summary>Null while the offer has no price, or the price list none in its currency.</summary>
    public static OfferSums? Of(Offer offer, FeeSchedule schedule)
    {
        if (offer.Price is not { IsPositive: true, IsWithinLimit: true } price
            || !schedule.Supports(offer.Currency)) return null;
        var quotes = Parts(offer, "").Select(m => schedule.Quote(new(m.Minor, offer.Currency))).ToArray();
        return new(price, Lines(quotes.SelectMany(q => q.ClientFees)), Lines(quotes.SelectMany(q => q.FreelancerFees)),
            $"{schedule.Id}@{schedule.Version}");
    }

    /// <summary>The milestones the contract will have: the offered ones when they sum to the price,
    /// else one for everything.</summary>
    public static IReadOnlyList<OfferMilestone> Parts(Offer offer, string title)
    {
        var price = offer.Price!.Value;
        return offer.Milestones.Count > 0 && offer.Milestones.All(m => m.Minor > 0)
            && offer.Milestones.Sum(m => (decimal)m.Minor) == price.Minor
                ? offer.Milestones : [new(title, "", price.Minor, null)];
    }

    static SumLine[] Lines(IEnumerable<FeeAmount> fees) =>
        [.. fees.GroupBy(f => f.Label)
            .Select(g => new SumLine(g.Key, g.Select(f => f.Amount).Aggregate((a, b) => a + b)))];
}
