using System.Text.Json;
using Guildhall.Accounts;
using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Job = Guildhall.Shared.Jobs.Job;

namespace Guildhall.Demo.Stage;

/// <summary>
/// The outbox of the tale. News goes to its handlers right after the act, without a row and a commit for each;
/// timers stay rows, as on every day, so that those not yet due are found by the site afterwards.
/// </summary>
sealed class StoryOutbox(StoryClock clock) : SaveChangesInterceptor
{
    static readonly TimeSpan MailKept = TimeSpan.FromDays(3), NewsKept = TimeSpan.FromDays(30);
    readonly Queue<Job> news = new();
    readonly PriorityQueue<Job, DateTime> timers = new();

    /// <summary>Whether mail of this moment is recent enough to stay.</summary>
    public bool KeepsMail => clock.Now() >= clock.Today - MailKept;

    /// <summary>Whether anybody will look for what is told at this moment.</summary>
    public bool KeepsNews => clock.Now() >= clock.Today - NewsKept;

    /// <summary>When the next timer is due.</summary>
    public DateTime? NextTimer => timers.TryPeek(out _, out var due) ? due : null;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data, InterceptionResult<int> result, CancellationToken ct = default)
    {
        var added = data.Context!.ChangeTracker.Entries<Job>().Where(e => e.State == EntityState.Added).ToArray();
        foreach (var entry in added)
        {
            if (entry.Entity.UniqueKey is not null || entry.Entity.DueAt > clock.Now())
            {
                timers.Enqueue(entry.Entity, entry.Entity.DueAt);
                continue;
            }
            entry.State = EntityState.Detached;
            news.Enqueue(entry.Entity);
        }
        return ValueTask.FromResult(result);
    }

    /// <summary>Hands out all news, and what that causes.</summary>
    public async Task Drain(IServiceProvider stage, Db db)
    {
        while (news.TryDequeue(out var job)) await Do(job, stage, db);
    }

    /// <summary>Does what the earliest timer is for, unless it was called off.</summary>
    public async Task FireNext(IServiceProvider stage, Db db)
    {
        var job = timers.Dequeue();
        if (await db.Set<Job>().Where(j => j.Id == job.Id).ExecuteDeleteAsync() == 0) return;
        clock.GoTo(job.DueAt);
        await Do(job, stage, db);
    }

    async Task Do(Job job, IServiceProvider stage, Db db)
    {
        var subscription = stage.GetRequiredService<Subscriptions>().Named(job.Handler)!;
        var message = JsonSerializer.Deserialize(job.Payload, subscription.Message)!;
        if (message is MailRequested mail) Keep(mail, db);
        else await Handle(subscription, message, stage);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    static async Task Handle(Subscription to, object message, IServiceProvider stage)
    {
        try
        {
            await to.Handle(stage.GetRequiredService(to.Handler), message, default);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{to.Name} failed in the demo.", e);
        }
    }

    // Nobody of the demo has a mailbox: mail stays on the site, whatever server is configured, and only the latest.
    void Keep(MailRequested mail, Db db)
    {
        if (KeepsMail)
            db.Add(new Mail { To = mail.To, Subject = mail.Subject, Text = mail.Text, At = clock.Now() });
    }
}
