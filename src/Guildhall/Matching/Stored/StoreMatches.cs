using Guildhall.Engine.Matching;
using Guildhall.Jobs.Public;
using Guildhall.Matching.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Guildhall.Matching;

/// <summary>Makes matches of one job and keeps them, and says once to whom it is a good one.</summary>
public sealed class StoreMatches(
    Db db, MarketIndex index, ReadMarket read, JobBoard board, Fees fees, MatchSignature signature, ShadowCheck shadow,
    TimeProvider clock)
{
    /// <summary>Matches kept for a job.</summary>
    public const int Kept = 50;

    /// <summary>From this compatibility on a freelancer is told.</summary>
    public const int Strong = 75;

    /// <summary>At most so many are told of one job at a time.</summary>
    public const int MostTold = 10;

    const int Attempts = 5;

    /// <summary>The best of the whole market for this job, anew. Does nothing for a job that is not open.</summary>
    public async Task Run(Guid jobId, CancellationToken ct, bool quietly = false)
    {
        if (await Open(jobId, ct) is not { } job) return;
        var market = await index.Now(ct);
        var document = job.Document(clock.Today());
        var found = Ranker.Top(document, market.Engine, Kept, id => id != job.ClientId);
        shadow.Look(document, market.Engine, Kept, job.ClientId, found);
        var ids = found.Where(m => m.Compatibility > 0).Select(m => m.FreelancerId).ToArray();
        var people = await read.Freelancers(ids, ct);
        var key = await signature.Key(ct);
        var rationales = Of(document, market);
        var made = ids.Where(people.ContainsKey).AsParallel().AsOrdered()
            .Select(id => Make(rationales, people[id], key)).ToArray();
        await Keep(job, made, whole: true, quietly, ct);
    }

    /// <summary>The match of one pair, anew. Null when job or profile cannot be seen now.</summary>
    public async Task<int?> Run(
        Guid jobId, Guid freelancerId, CancellationToken ct, bool quietly = false)
    {
        var market = await index.Now(ct);
        if (await Open(jobId, ct) is not { } job || await read.One(freelancerId, ct) is not { } who) return null;
        var made = Make(Of(job.Document(clock.Today()), market), who, await signature.Key(ct));
        await Keep(job, [made], whole: false, quietly, ct);
        return made.Match.Compatibility;
    }

    async Task<JobView?> Open(Guid jobId, CancellationToken ct) =>
        (await board.Many([jobId], ct)).GetValueOrDefault(jobId) is { State: JobState.Open } job ? job : null;

    static RationalesOfJob Of(JobDocument job, Market market) =>
        new(job, market.Engine.Weights, market.Engine.Corpus, market.Engine.Graph);

    Made Make(RationalesOfJob job, FreelancerEntry who, ECDsaSecurityKey key)
    {
        var (rationale, now) = (job.For(who.Document, who.Prepared), clock.Now());
        return new(rationale, who.Document is { Reviews: 0, CompletedJobs: 0 }, now,
            StoredMatch.Pack(rationale.Json), key.KeyId, MatchSignature.Sign(key, rationale, now));
    }

    async Task Keep(
        JobView job, IReadOnlyList<Made> made, bool whole, bool quietly, CancellationToken ct)
    {
        var schedule = await fees.Current(ct);
        var record = await board.RecordOf(job.ClientId, ct);
        // A worker and whoever opens the list may make it at the same moment: the later ones find the first one's rows.
        for (var attempt = 1; ; attempt++)
            try
            {
                await db.Transact(Write, ct);
                return;
            }
            catch (Refused lost) when (lost.Code == "lost_race" && attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }

        async Task Write()
        {
            var now = clock.Now();
            var ids = made.Select(m => m.Match.FreelancerId).ToArray();
            var known = await db.Set<StoredMatch>().Where(m => m.JobId == job.Id
                && (whole && m.IsCurrent || ids.Contains(m.FreelancerId))).ToDictionaryAsync(m => m.FreelancerId, ct);
            if (whole) foreach (var row in known.Values) row.IsCurrent = false;
            var told = 0;
            foreach (var one in made)
            {
                if (!known.TryGetValue(one.Match.FreelancerId, out var row))
                    db.Add(row = new() { JobId = job.Id, FreelancerId = one.Match.FreelancerId });
                row.IsCurrent = true;
                if (row.InputsHash != one.Rationale.InputsHash)
                    row.Make(one);
                // Whom a job is offered to directly, its client tells.
                if (!job.IsListed) continue;
                if (row.ToldAt is not null || row.Compatibility < Strong) continue;
                if (!quietly && ++told > MostTold) continue;
                row.ToldAt = now;
                if (quietly) continue;
                db.Publish(News(job, row, schedule, record));
            }
        }
    }

    static NewMatch News(
        JobView job, StoredMatch row, Guildhall.Engine.Money.FeeSchedule schedule, ClientRecord record) => new(
        job.Id, job.Title, job.ClientId, row.FreelancerId, row.Compatibility, job.Brief.Min, job.Brief.Max,
        job.Brief.Pay == PayType.Hourly, job.Brief.Max is { } max ? schedule.Quote(max).FreelancerReceives : null,
        record.HireRatePercent);
}
