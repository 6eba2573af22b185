using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;

namespace Guildhall.Hiring.Public;

/// <summary>One part of the work as the freelancer offers it.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Description">What makes it done; at most 2,000 characters.</param>
/// <param name="Minor">Its price before fees, in minor units of the offer's currency; above zero.</param>
/// <param name="Due">The day it is due, UTC; null: to be agreed.</param>
public sealed record OfferMilestone(string Title, string Description, long Minor, DateOnly? Due);

/// <summary>What a freelancer offers for a job. Immutable: each change is a new one.</summary>
public sealed record Offer
{
    /// <summary>One price for the whole, or a price per hour.</summary>
    public PayType Pay { get; init; }
    /// <summary>The job's currency.</summary>
    public string Currency { get; init; } = "USD";
    /// <summary>Fixed: the price of the whole before fees. Hourly: the price of an hour. Null only in drafts.</summary>
    public long? Minor { get; init; }
    /// <summary>Estimated hours of the whole, 1 to 10,000; always there in an hourly offer.</summary>
    public int? Hours { get; init; }
    /// <summary>Plain text, at most 5,000 characters.</summary>
    public string CoverLetter { get; init; } = "";
    /// <summary>Empty: one milestone for everything. Otherwise they sum to the price.</summary>
    public IReadOnlyList<OfferMilestone> Milestones { get; init; } = [];

    public Money? Rate => Pay == PayType.Hourly && Minor is { } minor ? new Money(minor, Currency) : null;

    /// <summary>The price of the whole before fees: as offered, or rate × hours. Null while it is not known.</summary>
    public Money? Price => Minor is not { } minor ? null
        : Pay == PayType.Fixed ? new Money(minor, Currency)
        : Hours is { } hours && minor <= Money.MaxMinor ? new Money(minor, Currency) * hours : null;
}
