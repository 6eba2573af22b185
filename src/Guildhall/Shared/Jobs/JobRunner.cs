using System.Text.Json;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Shared.Jobs;

/// <summary>
/// Claims one due job, does it, and marks it done in the same transaction. A claim is a lease, not a lock.
/// </summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes, Subscriptions subscriptions, TimeProvider clock, Settings settings,
        ILogger<JobRunner> log)
{
    public const int MaxAttempts = 8;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Runs everything that is due now, and what that causes. Returns how many jobs ran.</summary>
    public async Task<int> Drain(CancellationToken ct = default)
    {
        var ran = 0;
        for (var again = true; again;)
        {
            again = false;
            foreach (var queue in Queues.All)
                while (await RunNext(queue, ct)) (ran, again) = (ran + 1, true);
        }
        return ran;
    }

    /// <summary>
    /// What this node held when it died is due again at once instead of after its lease. On SQLite there is one node.
    /// </summary>
    public async Task TakeBack(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (node, now) = (settings.Node, clock.Now());
        var held = db.Set<Job>().Where(j => j.State == JobState.Waiting && j.LockedBy != null && j.DueAt > now);
        if (db.IsPostgres) held = held.Where(j => j.LockedBy == node);
        await db.Transact(() => held.ExecuteUpdateAsync(
            set => set.SetProperty(j => j.DueAt, now).SetProperty(j => j.LockedBy, (string?)null), ct), ct);
    }

    public async Task<bool> RunNext(string queue, CancellationToken ct)
    {
        if (await Claim(queue, ct) is not { } job) return false;
        try
        {
            if (subscriptions.Named(job.Handler) is not { } subscription)
                throw new InvalidOperationException($"No handler is called {job.Handler}.");
            await Do(job, subscription, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await Fail(job, e);
        }
        return true;
    }

    async Task<Job?> Claim(string queue, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = clock.Now();
        // A plain look first: an idle poll must not take SQLite's write lock.
        if (!await db.Set<Job>().AnyAsync(j => j.Queue == queue && j.State == JobState.Waiting && j.DueAt <= now, ct))
            return null;
        var claim = db.IsPostgres ? ClaimOnPostgres : ClaimOnSqlite;
        return await db.Transact(async () => (await db.Set<Job>()
            .FromSqlRaw(claim, now + Lease, settings.Node, queue, now).AsNoTracking().ToListAsync(ct)).FirstOrDefault(),
                ct);
    }

    const string Take = """
        UPDATE "shared_jobs" SET "DueAt" = {0}, "LockedBy" = {1}, "Attempts" = "Attempts" + 1
        WHERE "Id" IN (SELECT "Id" FROM "shared_jobs"
            WHERE "Queue" = {2} AND "State" = 'Waiting' AND "DueAt" <= {3} ORDER BY "DueAt" LIMIT 1
        """;
    const string ClaimOnPostgres = $"{Take} FOR UPDATE SKIP LOCKED) RETURNING *";
    const string ClaimOnSqlite = $"{Take}) RETURNING *";

    async Task Do(Job job, Subscription subscription, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var handler = scope.ServiceProvider.GetRequiredService(subscription.Handler);
        if (handler is IRecur recurring)
        {
            await recurring.Run(ct);
            await Reschedule(db, job, subscription, ct);
            return;
        }
        var message = JsonSerializer.Deserialize(job.Payload, subscription.Message)!;
        await subscription.Deliver(handler, message, job.Id, ct);
        await db.Transact(async () =>
        {
            // The fence: only the holder of this attempt may finish it.
            var mine = await Mine(db, job).ExecuteDeleteAsync(ct);
            if (mine == 0) { log.LogInformation("Job {Job} went to another worker", job.Id); return; }
            await subscription.Handle(handler, message, ct);
        }, ct);
    }

    static IQueryable<Job> Mine(Db db, Job job) =>
        db.Set<Job>().Where(j => j.Id == job.Id && j.Attempts == job.Attempts && j.State == JobState.Waiting);

    Task Reschedule(Db db, Job job, Subscription subscription, CancellationToken ct)
    {
        var next = clock.Now() + subscription.Every!.Value;
        return db.Transact(() => Mine(db, job).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.DueAt, next).SetProperty(j => j.Attempts, 0)
                .SetProperty(j => j.LockedBy, (string?)null).SetProperty(j => j.LastError, (string?)null), ct), ct);
    }

    async Task Fail(Job job, Exception e)
    {
        var recurring = subscriptions.Named(job.Handler)?.Every;
        var dead = recurring is null && job.Attempts >= MaxAttempts;
        var next = clock.Now() + (recurring ?? TimeSpan.FromSeconds(Math.Pow(2, job.Attempts)));
        // Somebody else was quicker: nothing is wrong, and it can be done now.
        if (e is Refused { Code: "lost_race" } && job.Attempts < MaxAttempts / 2)
        {
            next = clock.Now();
            log.LogInformation("Job {Handler} {Job} lost a race and is done again", job.Handler, job.Id);
        }
        else log.LogWarning(e, "Job {Handler} {Job} failed, attempt {Attempt}", job.Handler, job.Id, job.Attempts);
        var error = $"{e.GetType().Name}: {e.Message}";
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.Transact(() => Mine(db, job).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, dead ? JobState.Dead : JobState.Waiting)
            .SetProperty(j => j.DueAt, next)
            .SetProperty(j => j.LockedBy, (string?)null)
            .SetProperty(j => j.LastError, error)), CancellationToken.None);
    }
}
