using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;
using Xunit;

namespace Guildhall.Tests.Talent;

public class CompletenessTests
{
    static readonly DateTime Now = new(2026, 3, 14, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void All_steps_together_are_a_hundred_points() =>
        Assert.Equal(100, Completeness.Of(Empty(), hasPhoto: false).Steps.Sum(s => s.Points));

    [Fact]
    public void An_empty_profile_begins_with_skills()
    {
        var meter = Completeness.Of(Empty(), hasPhoto: false);

        Assert.Equal((0, "skills"), (meter.Percent, meter.Next!.Key));
    }

    [Fact]
    public void With_enough_to_be_found_by_the_next_step_is_to_be_seen()
    {
        var profile = Empty();
        profile.Describe("Maps for slow journeys", new string('x', 150));
        profile.Claim([(1, 9), (2, 5), (3, 4)], Now);
        profile.Speak([new("ca", LanguageLevel.Native)]);

        Assert.Equal("show", Completeness.Of(profile, hasPhoto: false).Next!.Key);

        profile.Show(Visibility.Everyone, Now);
        Assert.Equal("portfolio", Completeness.Of(profile, hasPhoto: false).Next!.Key);
    }

    static Profile Empty() => new() { AccountId = Guid.CreateVersion7() };
}
