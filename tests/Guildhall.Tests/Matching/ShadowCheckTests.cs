using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Guildhall.Engine.Matching;
using Guildhall.Matching;
using Guildhall.Tests.Engine.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Guildhall.Tests.Matching;

public sealed class ShadowCheckTests : IDisposable
{
    readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    readonly ConcurrentDictionary<string, long> counted = [];
    readonly MeterListener listener;
    readonly ShadowCheck shadow;
    readonly JobDocument job = MatchSamples.Job();
    readonly Guid other = Guid.CreateVersion7();
    readonly MatchIndex index = MatchIndex.Of(Enumerable.Range(1, 30).Select(i =>
        MatchSamples.Freelancer() with { Id = MatchSamples.IdOf(i), HourlyRateMinor = 100 * i }), []);

    public ShadowCheckTests()
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        listener = new()
        {
            InstrumentPublished = (instrument, me) =>
            {
                if (instrument.Meter.Scope == meters) me.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, number, _, _) => counted.AddOrUpdate(
            instrument.Name["guildhall.matching.shadow_".Length..], number, (_, before) => before + number));
        listener.Start();
        shadow = new(meters, NullLogger<ShadowCheck>.Instance);
    }

    [Fact]
    public void A_search_that_scoring_everybody_does_not_confirm_is_counted()
    {
        var found = Ranker.Top(job, index, 9);

        Assert.True(shadow.Compare(job, index, 9, other, found));
        Assert.False(shadow.Compare(job, index, 9, other, [.. found.Reverse()]));
        Assert.Equal((2, 1), (counted["checks"], counted["differences"]));
    }

    [Fact]
    public void Checks_run_one_at_a_time_and_what_falls_due_meanwhile_is_left_out_and_counted()
    {
        using var gate = new ManualResetEventSlim();
        var slow = new Gated(Ranker.Top(job, index, 9), gate);

        Look(slow, times: 3_001);
        Assert.True(SpinWait.SpinUntil(() => slow.Readers == 1, TimeSpan.FromSeconds(20)));
        Assert.Equal(3, counted["left_out"]);
        gate.Set();
        Assert.True(SpinWait.SpinUntil(() => counted.GetValueOrDefault("checks") == 1, TimeSpan.FromSeconds(20)));
        Assert.True(SpinWait.SpinUntil(() =>
        {
            Look(slow, times: 1_000);
            return counted["checks"] > 1;
        }, TimeSpan.FromSeconds(20)));
        Assert.Equal(0, counted.GetValueOrDefault("differences"));
    }

    [Fact]
    public void A_check_that_fails_leaves_the_site_and_the_next_check_alone()
    {
        Look(null!, times: 1);
        var found = Ranker.Top(job, index, 9);

        Assert.True(SpinWait.SpinUntil(() =>
        {
            Look(found, times: 1_000);
            return counted.ContainsKey("checks");
        }, TimeSpan.FromSeconds(20)));
    }

    public void Dispose()
    {
        listener.Dispose();
        services.Dispose();
    }

    void Look(IReadOnlyList<Match> found, int times)
    {
        for (var i = 0; i < times; i++) shadow.Look(job, index, 9, other, found);
    }

    /// <summary>Matches that take as long to read as the test wants.</summary>
    sealed class Gated(IReadOnlyList<Match> matches, ManualResetEventSlim gate) : IReadOnlyList<Match>
    {
        int readers;
        public int Readers => Volatile.Read(ref readers);
        public Match this[int at] => matches[at];
        public int Count => matches.Count;

        public IEnumerator<Match> GetEnumerator()
        {
            Interlocked.Increment(ref readers);
            gate.Wait();
            return matches.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
