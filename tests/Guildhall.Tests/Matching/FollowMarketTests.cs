using System.Diagnostics;
using Guildhall.Matching;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Talent.Public;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Matching;

public class FollowMarketTests : OwnSiteTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    readonly Working site = new();

    public FollowMarketTests() => Site = site;

    [Fact]
    public async Task What_makes_a_change_found_does_not_stand_behind_slow_work()
    {
        var someone = Guid.CreateVersion7();
        await Site.Anonymous().GetAsync("/fees", TestContext.Current.CancellationToken);
        await Site.With<Db>(db => { db.Publish(new Slow()); return db.SaveChangesAsync(); });
        await site.Begun.Task.WaitAsync(Patience);

        await Site.With<Db>(db => { db.Publish(new ProfileChanged(someone)); return db.SaveChangesAsync(); });

        var waited = Stopwatch.StartNew();
        while (!await Site.With<Db, bool>(db => db.Set<MarketChange>().AnyAsync(c => c.SubjectId == someone)))
        {
            Assert.True(waited.Elapsed < Patience, "The change waits for the slow work.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        site.LetGo.SetResult();
    }

    sealed record Slow;

    sealed class Working : Site
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        protected override bool Works => true;

        protected override void AddServices(IServiceCollection services) =>
            services.AddSingleton(this).AddHandler<Slow, Worker>();
    }

    // Outside a transaction, so that it holds up its queue and not the database.
    sealed class Worker(Working site) : IDeliver<Slow>
    {
        public Task Deliver(Slow message, Guid jobId, CancellationToken ct)
        {
            site.Begun.TrySetResult();
            return site.LetGo.Task.WaitAsync(ct);
        }
    }
}
