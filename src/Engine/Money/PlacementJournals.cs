namespace Guildhall.Engine.Money;

/// <summary>
/// What a freelancer pays for a place in the labelled slot above search results, out of what is available (spec C33).
/// </summary>
public static class PlacementJournals
{
    /// <summary>The whole price is revenue at once.</summary>
    public static JournalDraft Bought(JournalHead head, Guid placement, Guid freelancer, Money price) =>
        Journals.Start(head, JournalKinds.PlacementBought, "placement", placement)
            .Debit(new(AccountKind.FreelancerAvailable, freelancer), price)
            .Credit(AccountKind.PlacementRevenue, price)
            .Build();

    /// <summary>The operator ended it: what was paid for the time that is left is available again.</summary>
    /// <param name="head">Id and time.</param>
    /// <param name="placement">The placement.</param>
    /// <param name="freelancer">Who paid.</param>
    /// <param name="unused">At most the price: <see cref="Unused"/>.</param>
    public static JournalDraft Returned(JournalHead head, Guid placement, Guid freelancer, Money unused) =>
        Journals.Start(head, JournalKinds.PlacementReturned, "placement", placement)
            .Debit(AccountKind.PlacementRevenue, unused)
            .Credit(new(AccountKind.FreelancerAvailable, freelancer), unused)
            .Build();

    /// <summary>The part of the price for the time that is left, rounded up in favour of whoever paid.</summary>
    /// <param name="price">Of the whole time.</param>
    /// <param name="left">From zero to <paramref name="whole"/>.</param>
    /// <param name="whole">The time that was bought, above zero.</param>
    public static Money Unused(Money price, TimeSpan left, TimeSpan whole)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(left, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(left, whole);
        return price with { Minor = -Rounding.Floor(-(Int128)price.Minor * left.Ticks, whole.Ticks) };
    }
}
