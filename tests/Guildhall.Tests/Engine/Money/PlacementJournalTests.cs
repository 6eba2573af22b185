using Guildhall.Engine.Money;
using Xunit;

namespace Guildhall.Tests.Engine;

public class PlacementJournalTests
{
    static readonly JournalHead head = new(new Guid(1, 2, 3, new byte[8]), DateTime.UnixEpoch);
    static readonly Guid placement = new(4, 5, 6, new byte[8]), freelancer = new(7, 8, 9, new byte[8]);

    [Fact]
    public void The_price_goes_from_available_to_revenue_and_what_was_not_used_the_same_way_back()
    {
        var price = new Money(9_00, "USD");
        var bought = PlacementJournals.Bought(head, placement, freelancer, price);
        var returned = PlacementJournals.Returned(head, placement, freelancer, price);

        Assert.Equal(-price, bought.Lines.Single(l => l.Account.Owner == freelancer).BalanceChange);
        Assert.Equal(price, bought.Lines.Single(l => l.Account == AccountKind.PlacementRevenue).BalanceChange);
        Assert.Equal(bought.Lines.Select(l => (l.Account, -l.Amount)).ToHashSet(),
            returned.Lines.Select(l => (l.Account, l.Amount)).ToHashSet());
    }

    [Theory]
    [InlineData(900, 7.0, 900)]
    [InlineData(900, 3.5, 450)]
    [InlineData(900, 0.0, 0)]
    [InlineData(900, 0.0001, 1)]
    [InlineData(1, 6.9, 1)]
    [InlineData(Money.MaxMinor, 7.0, Money.MaxMinor)]
    public void What_is_left_is_counted_to_the_moment_and_rounded_in_favour_of_whoever_paid(
        long price, double days, long left) => Assert.Equal(left, PlacementJournals.Unused(
            new(price, "USD"), TimeSpan.FromDays(days), TimeSpan.FromDays(7)).Minor);
}
