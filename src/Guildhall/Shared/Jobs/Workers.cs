using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Shared.Jobs;

/// <summary>The background of one node: a few workers per queue, woken by commits here and elsewhere.</summary>
sealed class Workers(
    Opening opening, JobRunner runner, Subscriptions subscriptions, IServiceScopeFactory scopes, ILogger<Workers> log)
    : BackgroundService
{
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await opening.Wait(ct);
        await runner.TakeBack(ct);
        await EnsureRecurring(ct);
        await Task.WhenAll(Queues.All.Select(queue => Work(queue, ct)));
    }

    async Task Work(string queue, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (await runner.RunNext(queue, ct)) { }
                await subscriptions.Sleep(Poll, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Queue {Queue} stumbled; it goes on in a moment", queue);
                await Task.Delay(Poll, ct);
            }
        }
    }

    async Task EnsureRecurring(CancellationToken ct)
    {
        await using var first = scopes.CreateAsyncScope();
        string[] names = [.. subscriptions.Recurring.Select(r => r.Name)];
        var planned = await first.ServiceProvider.GetRequiredService<Db>().Set<Job>()
            .Where(j => names.Contains(j.UniqueKey)).Select(j => j.UniqueKey).ToListAsync(ct);
        foreach (var recurring in subscriptions.Recurring.Where(r => !planned.Contains(r.Name)))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            db.Add(Job.For(recurring, new { }, db.Clock.Now(), db.Clock.Now(), recurring.Name));
            try { await db.SaveChangesAsync(ct); }
            catch (Refused) { log.LogDebug("Another node planned {Job} first", recurring.Name); }
        }
    }
}
