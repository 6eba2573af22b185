using Guildhall.Accounts.Public;
using Guildhall.Jobs.Public;
using Guildhall.Matching.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching.SavedSearches;

/// <summary>
/// Tells owners of kept searches what is new, at once when the index has it. New is what was first shown after the
/// alerts were chosen; each result is told once for each search.
/// </summary>
sealed class SendAlerts(Db db, RunSavedSearch run, People people, Freelancers freelancers, JobBoard board) :
    IHandle<FreelancerMoved>, IHandle<JobMoved>
{
    public Task Handle(FreelancerMoved news, CancellationToken ct) => Moved(SearchKind.Talent, news.AccountId,
        async () => (await freelancers.Find(news.AccountId, ct))?.PublishedAt, ct);

    public Task Handle(JobMoved news, CancellationToken ct) => Moved(SearchKind.Jobs, news.JobId,
        async () => (await board.Many([news.JobId], ct)).GetValueOrDefault(news.JobId) is { IsListed: true } job
            ? job.PublishedAt : null, ct);

    // Only searches older than the thing can have it as news: an old profile that changes again costs little.
    async Task Moved(SearchKind kind, Guid id, Func<Task<DateTime?>> shown, CancellationToken ct)
    {
        var eager = db.Set<SavedSearch>().Where(s => s.Kind == kind && s.Alerts == AlertChoice.Immediately);
        if (!await eager.AnyAsync(ct) || await shown() is not { } since) return;
        await Tell(await eager.Where(s => s.AlertsSince < since).OrderBy(s => s.Id).ToListAsync(ct), id, ct);
    }

    /// <summary>What is new in each of these; with <paramref name="only"/>, whether that is.</summary>
    public async Task Tell(List<SavedSearch> searches, Guid? only, CancellationToken ct)
    {
        if (searches.Count == 0) return;
        var suspended = await people.Suspended(ct, [.. searches.Select(s => s.OwnerId).Distinct()]);
        foreach (var search in searches)
        {
            if (suspended.Contains(search.OwnerId)) continue;
            var found = (await run.Newest(search, ct)).Where(n => n.FindableSince > search.AlertsSince
                && (only is null || n.Id == only)).ToList();
            await Tell(search, found, ct);
        }
    }

    async Task Tell(SavedSearch search, List<SearchNews> found, CancellationToken ct)
    {
        var ids = found.Select(n => n.Id).ToArray();
        var known = await db.Set<ToldResult>().Where(t => t.SearchId == search.Id && ids.Contains(t.SubjectId))
            .Select(t => t.SubjectId).ToListAsync(ct);
        found.RemoveAll(n => known.Contains(n.Id));
        if (found.Count == 0) return;
        db.AddRange(found.Select(n => new ToldResult
        {
            SearchId = search.Id, SubjectId = n.Id, At = db.Clock.Now(),
        }));
        db.Publish(new SearchHasNews(search.Id, search.OwnerId, search.Name, found.Count, found[0].Title,
            found.Count == 1 ? found[0].Url : $"/my/searches/{search.Id}", search.Kind == SearchKind.Jobs,
            search.Query));
    }
}

/// <summary>Once a day, what is new in the searches whose owners want it so.</summary>
sealed class SendDigests(Db db, SendAlerts alerts) : IRecur
{
    public Task Run(CancellationToken ct) => db.Transact(async () =>
    {
        var yesterday = db.Clock.Now() - TimeSpan.FromDays(1);
        var due = await db.Set<SavedSearch>().Where(s => s.Alerts == AlertChoice.Daily && s.CheckedAt <= yesterday)
            .OrderBy(s => s.CheckedAt).Take(1_000).ToListAsync(ct);
        foreach (var search in due) search.Check(db.Clock.Now());
        await alerts.Tell(due, only: null, ct);
    }, ct);
}
