using System.Collections.Concurrent;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Shared;

/// <summary>Leases, retries and dead letters, at the minute and to the attempt.</summary>
public class JobLeaseTests : OwnSiteTest
{
    readonly Working site = new();

    public JobLeaseTests() => Site = site;

    [Fact]
    public async Task Retries_wait_twice_as_long_each_time_and_then_stop()
    {
        site.Fails = true;
        await Order("poison");

        var waits = new List<double>();
        for (var attempt = 1; attempt < JobRunner.MaxAttempts; attempt++)
        {
            await Site.Drain();
            var job = await Job();
            Assert.Equal((attempt, JobState.Waiting), (job.Attempts, job.State));
            waits.Add(Math.Round((job.DueAt - Site.Clock.Now()).TotalSeconds));
            Site.Clock.Advance(job.DueAt - Site.Clock.Now() + TimeSpan.FromSeconds(1));
        }
        await Site.Drain();

        Assert.Equal([2, 4, 8, 16, 32, 64, 128], waits);
        Assert.Equal(JobState.Dead, (await Job()).State);
        Site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Site.Drain());
    }

    [Fact]
    public async Task Who_lost_a_race_tries_again_at_once()
    {
        site.Loses = 2;
        await Order("hurried");

        await Site.Drain();

        Assert.Equal(["hurried"], site.Done);
    }

    [Fact]
    public async Task A_dead_letter_can_be_revived_or_discarded_and_both_are_recorded()
    {
        var admin = Guid.CreateVersion7();
        var (revived, discarded) = (await DeadLetter("revive me"), await DeadLetter("forget me"));
        site.Fails = false;

        await Site.With<Db>(db => DeadLetters.Decide(db, revived, retry: true, admin, default));
        await Site.With<Db>(db => DeadLetters.Decide(db, discarded, retry: false, admin, default));
        await Site.Drain();

        Assert.Equal(["revive me"], site.Done);
        Assert.Empty(await Orders());
        Assert.Equal(["job.discarded", "job.retried"], (await Site.All<AuditEntry>())
            .Where(a => a.ActorId == admin).Select(a => a.Action).Order());
        await Assert.ThrowsAsync<Missing>(
            () => Site.With<Db>(db => DeadLetters.Decide(db, revived, retry: true, admin, default)));
    }

    [Fact]
    public async Task A_worker_whose_lease_ran_out_finishes_nothing()
    {
        await Order("slow");
        site.Meanwhile = async () =>
        {
            // While it worked, its lease ended and another worker took the job.
            site.Meanwhile = null;
            Site.Clock.Advance(TimeSpan.FromMinutes(2));
            await Site.Drain();
        };

        await Site.Drain();

        Assert.Equal(["slow"], site.Done);
        Assert.Empty(await Orders());
    }

    [Fact]
    public async Task A_node_that_starts_again_takes_back_what_it_held_when_it_died()
    {
        await Order("held");
        await Hold(Site.Services.GetRequiredService<Settings>().Node);
        Assert.Equal(0, await Site.Drain());

        await Site.Services.GetRequiredService<JobRunner>().TakeBack(default);
        await Site.Drain();

        Assert.Equal(["held"], site.Done);
    }

    [Fact]
    public async Task What_another_node_holds_is_left_to_it()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "On SQLite there is one node.");
        await Order("theirs");
        await Hold("another node");

        await Site.Services.GetRequiredService<JobRunner>().TakeBack(default);

        Assert.Equal(0, await Site.Drain());
    }

    [Fact]
    public async Task What_is_unscheduled_does_not_happen_and_its_key_is_free_again()
    {
        var due = Site.Clock.Now().AddHours(1);
        Task Plan(string key) => Site.With<Db>(
            db => { db.Schedule(new Ordered(key), due, key); return db.SaveChangesAsync(); });
        await Plan("plan:1");
        await Plan("plan:10");

        await Site.With<Db>(db => db.Unschedule("plan:1", default));
        await Plan("plan:1");
        await Site.With<Db>(db => db.Unschedule("plan:1", default));
        Site.Clock.Advance(TimeSpan.FromHours(2));
        await Site.Drain();

        Assert.Equal(["plan:10"], site.Done);
    }

    Task Order(string what) => Site.With<Db>(db => { db.Publish(new Ordered(what)); return db.SaveChangesAsync(); });

    Task Hold(string node) => Site.Ask(db => db.Set<Job>().Where(j => j.Handler.Contains("Worker")).ExecuteUpdateAsync(
        set => set.SetProperty(j => j.DueAt, Site.Clock.Now().AddMinutes(1)).SetProperty(j => j.Attempts, 1)
            .SetProperty(j => j.LockedBy, node)));

    async Task<Guid> DeadLetter(string what)
    {
        site.Fails = true;
        await Order(what);
        while ((await Orders()).Any(j => j.State == JobState.Waiting))
        {
            await Site.Drain();
            Site.Clock.Advance(TimeSpan.FromHours(1));
        }
        return (await Orders()).Single(j => j.Payload.Contains(what)).Id;
    }

    async Task<Job[]> Orders() => [.. (await Site.All<Job>()).Where(j => j.Handler.Contains("Worker"))];

    async Task<Job> Job() => Assert.Single(await Orders());

    public sealed record Ordered(string What);

    sealed class Working : Site
    {
        public ConcurrentBag<string> Done { get; } = [];
        public bool Fails { get; set; }
        public int Loses { get; set; }
        public Func<Task>? Meanwhile { get; set; }

        protected override void AddServices(IServiceCollection services) =>
            services.AddSingleton(this).AddHandler<Ordered, Worker>();
    }

    sealed class Worker(Working site) : IDeliver<Ordered>, IHandle<Ordered>
    {
        // Outside the transaction: the time in which a lease can run out.
        public Task Deliver(Ordered order, Guid jobId, CancellationToken ct) => site.Meanwhile?.Invoke()
            ?? Task.CompletedTask;

        public Task Handle(Ordered order, CancellationToken ct)
        {
            if (site.Loses-- > 0) throw new Refused($"Somebody was quicker.", "lost_race");
            if (site.Fails) throw new InvalidOperationException("the worker stumbled");
            site.Done.Add(order.What);
            return Task.CompletedTask;
        }
    }
}
