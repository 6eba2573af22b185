using System.Collections.Concurrent;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Shared;

public class JobTests : OwnSiteTest
{
    readonly Listening site = new();

    public JobTests() => Site = site;

    [Fact]
    public async Task What_is_published_reaches_every_handler_once()
    {
        await Say("hello");

        await Site.Drain();
        await Site.Drain();

        Assert.Equal(["hello", "hello again"], site.Heard.Order());
        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task What_is_not_committed_was_never_said()
    {
        await Assert.ThrowsAsync<Refused>(() => Site.With<Db>(db => db.Transact(() =>
        {
            db.Publish(new Said("never"));
            throw new Refused($"no");
        }, default)));

        await Site.Drain();

        Assert.Empty(site.Heard);
    }

    [Fact]
    public async Task A_failing_handler_is_tried_again_later_and_holds_nobody_up()
    {
        site.FailuresLeft = 2;
        await Say("once more");

        await Site.Drain();
        Assert.Equal(["once more again"], site.Heard);

        for (var i = 0; i < 3; i++)
        {
            Site.Clock.Advance(TimeSpan.FromMinutes(5));
            await Site.Drain();
        }

        Assert.Equal(["once more", "once more again"], site.Heard.Order());
        Assert.Empty(await Waiting());
    }

    [Fact]
    public async Task A_job_that_always_fails_ends_as_a_dead_letter_with_its_reason()
    {
        site.FailuresLeft = int.MaxValue;
        await Say("poison");

        for (var i = 0; i < JobRunner.MaxAttempts + 2; i++)
        {
            await Site.Drain();
            Site.Clock.Advance(TimeSpan.FromHours(1));
        }

        var dead = Assert.Single(await Waiting());
        Assert.Equal((JobState.Dead, JobRunner.MaxAttempts), (dead.State, dead.Attempts));
        Assert.Contains("the handler stumbled", dead.LastError);
    }

    [Fact]
    public async Task A_job_whose_worker_died_goes_to_another_after_its_lease()
    {
        await Say("orphan");
        // What a worker leaves behind that was killed while it held the jobs.
        await Site.Ask(db => db.Set<Job>().Where(j => j.Handler.Contains("Listener")).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.DueAt, Site.Clock.Now().AddMinutes(1)).SetProperty(j => j.Attempts, 1)
            .SetProperty(j => j.LockedBy, "dead-node")));

        await Site.Drain();
        Assert.Empty(site.Heard);

        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        await Site.Drain();
        Assert.Equal(["orphan", "orphan again"], site.Heard.Order());
    }

    [Fact]
    public async Task A_scheduled_job_waits_for_its_time_and_is_scheduled_once_per_key()
    {
        var due = Site.Clock.Now().AddDays(2);
        Task Plan() =>
            Site.With<Db>(db => { db.Schedule(new Said("later"), due, "plan"); return db.SaveChangesAsync(); });
        await Plan();
        await Assert.ThrowsAsync<Refused>(Plan);

        await Site.Drain();
        Assert.Empty(site.Heard);

        Site.Clock.Advance(TimeSpan.FromDays(3));
        await Site.Drain();
        Assert.Equal(["later", "later again"], site.Heard.Order());
    }

    [Fact]
    public async Task Many_workers_do_each_job_once()
    {
        for (var i = 0; i < 30; i++) await Say($"{i:00}");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Site.Drain()));
        await Site.Drain();

        Assert.Equal(60, site.Heard.Count);
        Assert.Equal(60, site.Heard.Distinct().Count());
    }

    Task Say(string what) => Site.With<Db>(db => { db.Publish(new Said(what)); return db.SaveChangesAsync(); });

    async Task<Job[]> Waiting() => [.. (await Site.All<Job>()).Where(j => j.Handler.Contains("Listener"))];

    public sealed record Said(string What);

    sealed class Listening : Site
    {
        public ConcurrentBag<string> Heard { get; } = [];
        public int FailuresLeft { get; set; }

        protected override void AddServices(IServiceCollection services)
        {
            services.AddSingleton(this);
            services.AddHandler<Said, Listener>();
            services.AddHandler<Said, SecondListener>();
        }
    }

    sealed class Listener(Listening site) : IHandle<Said>
    {
        public Task Handle(Said said, CancellationToken ct)
        {
            if (site.FailuresLeft-- > 0) throw new InvalidOperationException("the handler stumbled");
            site.Heard.Add(said.What);
            return Task.CompletedTask;
        }
    }

    sealed class SecondListener(Listening site) : IHandle<Said>
    {
        public Task Handle(Said said, CancellationToken ct)
        {
            site.Heard.Add($"{said.What} again");
            return Task.CompletedTask;
        }
    }
}
