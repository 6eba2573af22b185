using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Jobs.Public;

/// <summary>The front door: jobs for reading, and the decisions other modules ask of them.</summary>
public sealed class JobBoard(Db db)
{
    static readonly KeptQuery<Guid, Job> ById =
        new((db, id) => db.Set<Job>().AsNoTracking().Where(j => j.Id == id));

    static readonly KeptQuery<IReadOnlyCollection<Guid>, Job> ByIds =
        new((db, ids) => db.Set<Job>().AsNoTracking().Where(j => ids.Contains(j.Id)));

    /// <summary>Throws <see cref="Missing"/> for a draft of somebody else as for no job at all.</summary>
    /// <param name="id">The job.</param>
    /// <param name="viewer">Who looks; null: somebody not signed in.</param>
    /// <param name="ct">Stops the query.</param>
    /// <param name="admin">An operator looks, who also sees what is not listed.</param>
    public async Task<JobView> One(Guid id, Guid? viewer, CancellationToken ct, bool admin = false)
    {
        var job = await ById.One(db, id, ct);
        return job is not null && await db.Shows(job, viewer, ct, admin) ? job.View() : throw new Missing("job");
    }

    /// <summary>Those of the ids that this person may see.</summary>
    public async Task<Dictionary<Guid, JobView>> Seen(IEnumerable<Guid> ids, Guid viewer, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToArray();
        var jobs = await ByIds.List(db, wanted, ct);
        var guest = (await db.Set<JobGuest>().Where(g => g.AccountId == viewer && wanted.Contains(g.JobId))
            .Select(g => g.JobId).ToListAsync(ct)).ToHashSet();
        return jobs.Where(j => j.IsVisibleTo(viewer, guest.Contains(j.Id))).ToDictionary(j => j.Id, j => j.View());
    }

    /// <summary>Lets somebody see the job although it is not listed, in the caller's transaction.</summary>
    public async Task Admit(Guid jobId, Guid accountId, CancellationToken ct)
    {
        if (await db.Set<JobGuest>().FindAsync([jobId, accountId], ct) is null)
            db.Add(new JobGuest { JobId = jobId, AccountId = accountId });
    }

    /// <summary>Takes that back, in the caller's transaction.</summary>
    public Task Dismiss(Guid jobId, Guid accountId, CancellationToken ct) => db.Set<JobGuest>()
        .Where(g => g.JobId == jobId && g.AccountId == accountId).ExecuteDeleteAsync(ct);

    /// <summary>Those of the ids that exist, drafts included: the caller decides who sees them.</summary>
    public async Task<Dictionary<Guid, JobView>> Many(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var jobs = await ByIds.List(db, ids.Distinct().ToArray(), ct);
        return jobs.ToDictionary(j => j.Id, j => j.View());
    }

    /// <summary>Every job that can be found and answered now, in one query, for the matching index.</summary>
    public Task<List<JobView>> OpenJobs(CancellationToken ct) =>
        Views(db.Set<Job>().Where(j => j.State == JobState.Open).OrderBy(j => j.Id), ct);

    /// <summary>Jobs first shown in this time, whatever became of them, but not those that had to be removed.</summary>
    public Task<List<JobView>> PublishedBetween(DateTime from, DateTime until, CancellationToken ct) =>
        Views(db.Set<Job>().Where(j => j.PublishedAt >= from && j.PublishedAt < until && j.State != JobState.Removed)
            .OrderBy(j => j.PublishedAt).ThenBy(j => j.Id), ct);

    /// <summary>How many jobs stand in each state that any job stands in.</summary>
    public Task<Dictionary<JobState, int>> CountByState(CancellationToken ct) => db.Set<Job>().GroupBy(j => j.State)
        .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>The open jobs published last.</summary>
    public Task<List<JobView>> Newest(int count, CancellationToken ct) => Views(db.Set<Job>()
        .Where(j => j.State == JobState.Open && j.Brief.Hiring == HiringMode.Proposals)
        .OrderByDescending(j => j.PublishedAt).Take(count), ct);

    /// <summary>The client's jobs, the last touched first.</summary>
    public Task<List<JobView>> OfClient(Guid clientId, CancellationToken ct) =>
        Views(db.Set<Job>().Where(j => j.ClientId == clientId).OrderByDescending(j => j.UpdatedAt).Take(500), ct);

    static async Task<List<JobView>> Views(IQueryable<Job> jobs, CancellationToken ct) =>
        [.. (await jobs.AsNoTracking().ToListAsync(ct)).Select(j => j.View())];

    /// <summary>
    /// The client's choice, in the caller's transaction. Of two choices at once one is kept; the other is refused in
    /// words.
    /// </summary>
    public Task<JobView> Award(Guid jobId, Guid clientId, Guid freelancerId, CancellationToken ct) =>
        db.Transact(async () =>
        {
            var job = await db.Own(jobId, clientId, ct);
            job.Award(freelancerId, db.Clock.Now());
            db.Publish(new JobAwarded(job.Id, job.ClientId, freelancerId, job.Brief.Title));
            db.Tell(job, clientId, "job.awarded");
            return job.View();
        }, ct);

    /// <summary>The contract came to nothing: the client may choose again.</summary>
    public Task ReturnToSelection(Guid jobId, CancellationToken ct) => db.Transact(async () =>
    {
        var job = await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == jobId, ct) ?? throw new Missing("job");
        var chosen = job.FreelancerId;
        job.LapseAward(db.Clock.Now());
        db.Publish(new JobReturnedToSelection(job.Id, job.ClientId, chosen!.Value, job.Brief.Title));
        db.Tell(job, null, "job.returnedToSelection");
    }, ct);

    /// <summary>No more proposals; the client decides among those received.</summary>
    public Task CloseIntake(Guid jobId, Guid clientId, CancellationToken ct) => db.Transact(async () =>
    {
        var job = await db.Own(jobId, clientId, ct);
        job.CloseIntake(JobActor.Client, db.Clock.Now());
        db.Tell(job, clientId, "job.intakeClosed");
    }, ct);

    /// <summary>
    /// Counts a proposal that came (1) or was withdrawn (-1), in the caller's transaction, and keeps the job from
    /// expiring. Refused when the job takes none.
    /// </summary>
    public async Task NoteProposal(Guid jobId, CancellationToken ct, int change = 1)
    {
        var now = db.Clock.Now();
        var job = db.Set<Job>().Where(j => j.Id == jobId);
        if (change > 0) job = job.Where(j => j.State == JobState.Open);
        // Counted in place: proposals that arrive together do not collide on the job's version.
        var counted = await job.ExecuteUpdateAsync(set => set
            .SetProperty(j => j.Proposals, j => j.Proposals + change < 0 ? 0 : j.Proposals + change)
            .SetProperty(j => j.ActiveAt, now), ct);
        if (counted > 0 || change <= 0) return;
        var state = await db.Set<Job>().Where(j => j.Id == jobId && j.PublishedAt != null)
            .Select(j => (JobState?)j.State).SingleOrDefaultAsync(ct) ?? throw new Missing("job");
        throw new Refused(JobStates.NotNow(state), "wrong_state");
    }

    /// <summary>One query for many clients.</summary>
    public async Task<Dictionary<Guid, ClientRecord>> RecordsOf(IEnumerable<Guid> clientIds, CancellationToken ct)
    {
        var ids = clientIds.Distinct().ToArray();
        var rows = await db.Set<Job>().AsNoTracking()
            .Where(j => ids.Contains(j.ClientId) && j.PublishedAt != null && j.State != JobState.Removed)
            .Select(j => new Past(j.ClientId, j.State, j.PublishedAt!.Value, j.AwardedAt)).ToListAsync(ct);
        var known = rows.GroupBy(r => r.ClientId).ToDictionary(g => g.Key, g => Record([.. g]));
        return ids.ToDictionary(id => id, id => known.GetValueOrDefault(id, ClientRecord.None));
    }

    public async Task<ClientRecord> RecordOf(Guid clientId, CancellationToken ct) =>
        (await RecordsOf([clientId], ct))[clientId];

    sealed record Past(Guid ClientId, JobState State, DateTime PublishedAt, DateTime? AwardedAt);

    static ClientRecord Record(Past[] jobs)
    {
        var hired = jobs.Where(j => j.AwardedAt is not null).ToArray();
        var decided = jobs.Count(j => j.AwardedAt is not null || j.State is JobState.Expired or JobState.Cancelled);
        var times = hired.Select(j => j.AwardedAt!.Value - j.PublishedAt).Order().ToArray();
        return new(jobs.Length, hired.Length, decided == 0 ? null : (hired.Length * 100 + decided / 2) / decided,
            times.Length == 0 ? null : times[(times.Length - 1) / 2]);
    }
}
