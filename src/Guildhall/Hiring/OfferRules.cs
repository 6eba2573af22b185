using Guildhall.Engine.Money;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;

namespace Guildhall.Hiring;

/// <summary>What an offer must hold before a client sees it, field by field, in words.</summary>
static class OfferRules
{
    public const int LetterMax = 5_000, HoursMax = 10_000, MilestonesMax = 20, TitleMax = 120, DescriptionMax = 2_000;

    /// <summary>Everything is there and the milestones sum to the price.</summary>
    public static void Refuse(Offer offer, JobView job, DateOnly today)
    {
        var check = Sizes(offer, job, today).Text(offer.CoverLetter, "coverLetter", LetterMax);
        var hourly = offer.Pay == PayType.Hourly;
        check.That(offer.Minor is not null, hourly ? "rate" : "price", $"Name your price.");
        check.That(!hourly || offer.Hours is not null, "estimatedHours", $"Say how many hours you expect.");
        if (offer is { Price: { IsPositive: true } price, Milestones.Count: > 0 } && Sum(offer) is { } sum)
            check.That(sum == price.Minor, "milestones",
                $"The milestones add up to {new Money(sum, offer.Currency)}; the price is {price}. Make them equal.");
        check.ThrowIfAny();
    }

    /// <summary>A draft may lack anything, but what is there must be storable.</summary>
    public static void RefuseDraft(Offer offer, JobView job, DateOnly today) =>
        Sizes(offer, job, today).Text(offer.CoverLetter, "coverLetter", LetterMax, 0).ThrowIfAny();

    static Check Sizes(Offer offer, JobView job, DateOnly today)
    {
        var hourly = offer.Pay == PayType.Hourly;
        var check = new Check()
            .That(offer.Currency == job.Brief.Currency, "currency", $"This job is paid in {job.Brief.Currency}.")
            .Amount(offer.Minor, hourly ? "rate" : "price", offer.Currency)
            .That(offer.Hours is null or >= 1 and <= HoursMax, "estimatedHours",
                $"Write whole hours, from 1 to {HoursMax}.")
            .That(offer.Milestones.Count <= MilestonesMax, "milestones", $"Name at most {MilestonesMax} milestones.");
        if (hourly && AmountCheck.IsAmount(offer.Minor) && offer.Hours is >= 1 and <= HoursMax)
            check.That(offer.Price is null or { IsWithinLimit: true }, "estimatedHours",
                $"Rate and hours together are more than we can handle.");
        for (var i = 0; i < Math.Min(offer.Milestones.Count, MilestonesMax); i++)
            Sizes(check, offer.Milestones[i], $"milestones[{i}]", offer.Currency, today);
        return check;
    }

    static void Sizes(
        Check check, OfferMilestone milestone, string field, string currency, DateOnly today) => check
        .Text(milestone.Title, $"{field}.title", TitleMax)
        .Text(milestone.Description, $"{field}.description", DescriptionMax, 0)
        .Amount(milestone.Minor, $"{field}.amount", currency)
        .That(milestone.Due is null || milestone.Due >= today, $"{field}.due", $"Choose a day that is still to come.")
        .That(milestone.Due is null || milestone.Due <= today.AddYears(5), $"{field}.due",
            $"Choose a day within five years.");

    // Null when a part is wrong by itself; that is said beside the part.
    static long? Sum(Offer offer) => offer.Milestones.All(m => m.Minor is > 0 and <= Money.MaxMinor)
        ? offer.Milestones.Sum(m => m.Minor) : null;
}
