using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Shared.Jobs;

/// <summary>What an administrator may do with work that failed too often.</summary>
static class DeadLetters
{
    /// <summary>How much is due now, and how much has failed for good.</summary>
    public static async Task<(int Due, int Dead)> Owed(Db db, CancellationToken ct)
    {
        var now = db.Clock.Now();
        return (await db.Set<Job>().CountAsync(j => j.State == JobState.Waiting && j.DueAt <= now, ct),
            await db.Set<Job>().CountAsync(j => j.State == JobState.Dead, ct));
    }

    public static Task Decide(Db db, Guid id, bool retry, Guid by, CancellationToken ct) => db.Transact(async () =>
    {
        var job = await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == id && j.State == JobState.Dead, ct)
            ?? throw new Missing("dead letter");
        if (retry) (job.State, job.Attempts, job.DueAt) = (JobState.Waiting, 0, db.Clock.Now());
        else db.Remove(job);
        db.Record(by, retry ? "job.retried" : "job.discarded", "job", id, new { job.Handler, job.LastError });
    }, ct);

    public static void AddVerbs(IServiceCollection services)
    {
        services.AddVerb("admin jobs", "List dead letters; with retry ID or discard ID, decide one",
            async (provider, args) =>
        {
            await using var scope = provider.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            if (args is [("retry" or "discard") and var act, var id] && Guid.TryParse(id, out var job))
            {
                await Decide(db, job, act == "retry", Guid.Empty, default);
                return 0;
            }
            foreach (var dead in await db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Dead).ToListAsync())
                Console.WriteLine($"{dead.Id}  {dead.CreatedAt:u}  {dead.Handler}  {dead.LastError}");
            return 0;
        });
    }
}
