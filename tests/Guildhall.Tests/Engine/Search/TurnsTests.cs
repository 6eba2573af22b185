using Guildhall.Engine.Search;
using Xunit;

namespace Guildhall.Tests.Engine.Search;

public class TurnsTests
{
    static readonly DateTime monday = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    static Guid[] People(int count) => [.. Enumerable.Range(1, count).Select(i => new Guid(i, 2, 3, new byte[8]))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(24)]
    [InlineData(37)]
    public void In_each_round_everybody_stands_in_each_place_for_one_hour(int count)
    {
        var (people, places) = (People(count), Math.Min(2, count));
        var first = (monday.Ticks / TimeSpan.TicksPerHour / count + 1) * count;
        for (var round = 0; round < 3; round++)
        {
            var hours = Enumerable.Range(0, count).Select(i => Turns.At(
                people, 2, new DateTime((first + round * count + i) * TimeSpan.TicksPerHour, DateTimeKind.Utc)));
            foreach (var place in Enumerable.Range(0, places))
                Assert.Equal(people.Order(), hours.Select(h => h[place]).Order());
        }
    }

    [Fact]
    public void The_same_hour_gives_the_same_answer_in_any_order_of_people()
    {
        var people = People(9);

        Assert.Equal(Turns.At(people, 2, monday.AddMinutes(1)),
            Turns.At([.. people.Reverse()], 2, monday.AddMinutes(59)));
        Assert.Empty(Turns.At([], 2, monday));
    }

    [Fact]
    public void With_as_many_people_as_a_day_has_hours_nobody_keeps_the_same_hour()
    {
        var people = People(24);

        var nights = Enumerable.Range(0, 60).Select(day => Turns.At(people, 1, monday.AddDays(day).AddHours(3))[0]);

        Assert.True(nights.Distinct().Count() > 15);
    }
}
