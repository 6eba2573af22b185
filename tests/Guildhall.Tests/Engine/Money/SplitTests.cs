using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Money;
using Xunit;

namespace Guildhall.Tests.Engine;

public class SplitTests
{
    [Fact]
    public void The_odd_cents_go_to_the_largest_remainders()
    {
        Assert.Equal([34, 33, 33], Split.Proportionally(100, [1, 1, 1]));
        Assert.Equal([-34, -33, -33], Split.Proportionally(-100, [1, 1, 1]));
        Assert.Equal([0, 1, 2], Split.Proportionally(3, [1, 4, 6]));
        Assert.Equal([new Money(1, "USD"), new Money(0, "USD")], Split.Evenly(new Money(1, "USD"), 2));
        Assert.Throws<ArgumentException>(() => Split.Proportionally(1, [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Proportionally(1, [2, -1]));
    }

    [Fact]
    public void Parts_sum_to_the_whole_and_stay_within_one_unit_of_their_share() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<NonNegativeInt[]>(), (total, given) =>
        {
            long[] weights = [1, .. given.Select(w => (long)w.Get)];
            var parts = Split.Proportionally(total, weights);
            return parts.Sum() == total
                && parts.Zip(weights).All(p => Math.Abs(p.First - (decimal)total * p.Second / weights.Sum()) < 1);
        }).QuickCheckThrowOnFailure();
}
