using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Jobs;

/// <summary>Gives a client an empty draft: the one nothing was written into yet, or a new one.</summary>
public sealed class StartJob(Db db, TimeProvider clock)
{
    public Task<Guid> Run(Guid clientId, CancellationToken ct) => db.Transact(async () =>
    {
        var empty = await db.Set<Job>().Where(j => j.ClientId == clientId && j.State == JobState.Draft
            && j.Brief.Title == "" && j.Brief.Description == "").Select(j => (Guid?)j.Id).FirstOrDefaultAsync(ct);
        if (empty is { } id) return id;
        var job = new Job { ClientId = clientId, CreatedAt = clock.Now() };
        job.Write(new Brief(), clock.Now());
        db.Add(job);
        return job.Id;
    }, ct);
}
