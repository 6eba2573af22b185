using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Shared;

/// <summary>Work in the background begins behind the first page, or when nobody asks for one.</summary>
public class OpeningTests : OwnSiteTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    readonly Working site = new();

    public OpeningTests() => Site = site;

    [Fact]
    public async Task What_is_owed_is_done_once_the_first_page_is_answered()
    {
        await Owe();

        await Site.Anonymous().GetAsync("/fees", TestContext.Current.CancellationToken);

        await site.Done.WaitAsync(Patience);
    }

    [Fact]
    public async Task What_is_owed_is_done_after_five_seconds_in_which_nobody_asked()
    {
        await Owe();
        Assert.All(site.Clock.Alarms, a => Assert.Equal(TimeSpan.FromSeconds(5), a.Due));

        foreach (var alarm in site.Clock.Alarms) alarm.Ring();

        await site.Done.WaitAsync(Patience);
    }

    // The workers, the market and the rest wait: if one did not, its alarm would be missing here.
    async Task Owe()
    {
        await site.Clock.ThreeAlarms.WaitAsync(Patience);
        await Site.With<Db>(db => { db.Publish(new Owed()); return db.SaveChangesAsync(); });
        Assert.False(site.Done.IsCompleted);
    }

    sealed record Owed;

    sealed class Working : Site
    {
        readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public new StoppedClock Clock { get; } = new();
        public Task Done => done.Task;
        public void Did() => done.TrySetResult();
        protected override bool Works => true;

        protected override void AddServices(IServiceCollection services) =>
            services.AddSingleton(new Opening(Clock)).AddSingleton(this).AddHandler<Owed, Worker>();
    }

    sealed class Worker(Working site) : IHandle<Owed>
    {
        public Task Handle(Owed message, CancellationToken ct)
        {
            site.Did();
            return Task.CompletedTask;
        }
    }

    /// <summary>A clock whose alarms ring when the test says so.</summary>
    sealed class StoppedClock : TimeProvider
    {
        readonly TaskCompletionSource three = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly List<Alarm> alarms = [];

        public Task ThreeAlarms => three.Task;

        public IReadOnlyList<Alarm> Alarms
        {
            get { lock (alarms) return [.. alarms]; }
        }

        public override ITimer CreateTimer(TimerCallback ring, object? state, TimeSpan due, TimeSpan period)
        {
            var alarm = new Alarm(() => ring(state), due);
            lock (alarms)
            {
                alarms.Add(alarm);
                if (alarms.Count == 3) three.SetResult();
            }
            return alarm;
        }
    }

    sealed record Alarm(Action Ring, TimeSpan Due) : ITimer
    {
        public bool Change(TimeSpan due, TimeSpan period) => true;
        public void Dispose() { }
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
