using System.Diagnostics.Metrics;
using Guildhall.Engine.Matching;
using Guildhall.Matching;
using Guildhall.Tests.Engine.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Guildhall.Tests.Matching;

public class ShadowCheckTests
{
    [Fact]
    public void A_search_that_scoring_everybody_does_not_confirm_is_counted()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, me) => me.EnableMeasurementEvents(instrument),
        };
        listener.SetMeasurementEventCallback<long>((instrument, number, _, _) =>
            counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + number);
        listener.Start();
        var shadow = new ShadowCheck(services.GetRequiredService<IMeterFactory>(), NullLogger<ShadowCheck>.Instance);
        var (job, other) = (MatchSamples.Job(), Guid.CreateVersion7());
        var index = MatchIndex.Of(Enumerable.Range(1, 30).Select(i =>
            MatchSamples.Freelancer() with { Id = MatchSamples.IdOf(i), HourlyRateMinor = 100 * i }), []);
        var found = Ranker.Top(job, index, 9);

        Assert.True(shadow.Compare(job, index, 9, other, found));
        Assert.False(shadow.Compare(job, index, 9, other, [.. found.Reverse()]));
        Assert.Equal((2, 1), (counted["guildhall.matching.shadow_checks"],
            counted["guildhall.matching.shadow_differences"]));
    }
}
