using Guildhall.Engine.Matching.Fairness;
using Guildhall.Jobs.Public;
using Guildhall.Matching.Public;
using Guildhall.Shared;

namespace Guildhall.Matching;

/// <summary>Which part of a list was asked for, as in the address.</summary>
readonly record struct PageAsked(string? Page, string? Limit, string? Cursor)
{
    /// <summary>Position of the first item, from 1; null: not known.</summary>
    public int? First => Cursor is not null ? null
        : (int.TryParse(Page, out var page) && page > 0 ? page - 1 : 0)
            * (int.TryParse(Limit, out var limit) ? limit : TalentSearch.PageSize) + 1;
}

/// <summary>Each kind of list as the log keeps it.</summary>
static class ListNotes
{
    /// <summary>A page of a job's candidates, as its client sees it.</summary>
    public static void Candidates(
        this ListLog log, Guid job, Guid client, int from, IReadOnlyList<MatchView> shown, ArrangedList arranged)
    {
        if (shown.Count == 0) return;
        var made = arranged.Made;
        log.Shown(new()
        {
            ViewerId = client, Place = ListPlace.Candidates, SubjectId = job, From = from, At = log.Now,
            Policy = $"{shown[0].Row.WeightsVersion}/{arranged.Policy.Name}",
            Items = ShownItem.Pack([.. shown.Select(v =>
                ShownItem.Of(v.Match, v.Who.Document.Text.Length, isJob: false))]),
            Pair = made.Pair, IsSwapped = made.Swapped, ExploredId = made.Explored, Quality = Quality(made),
        });
    }

    /// <summary>Jobs that suit a freelancer.</summary>
    public static void Recommendations(
        this ListLog log, Guid freelancer, IReadOnlyList<JobForYou> shown, Arrangement made, string weights)
    {
        if (shown.Count == 0) return;
        log.Shown(new()
        {
            ViewerId = freelancer, Place = ListPlace.Recommendations, SubjectId = freelancer, From = 1, At = log.Now,
            Policy = $"{weights}/{(made.Pair is null ? "score" : "score+lot10")}",
            Items = ShownItem.Pack([.. shown.Select(f =>
                ShownItem.Of(f.Match, f.Job.Brief.Description.Length, isJob: true))]),
            Pair = made.Pair, IsSwapped = made.Swapped, Quality = Quality(made),
        });
    }

    /// <summary>A search for freelancers; noted when it stands by match to a job.</summary>
    public static void Searched(
        this ListLog log, TalentAsked asked, Guid? viewer, Results<ShownFreelancer> found)
    {
        if (Guid.TryParse(asked.Job, out var job) && ByMatch(asked.Sort, unsaid: true))
            log.Searched(ListPlace.Talent, viewer, job, new(asked.Page, asked.Limit, asked.Cursor), found);
    }

    /// <summary>A search for jobs; noted when it stands by match to the searcher.</summary>
    public static void Searched(this ListLog log, JobsAsked asked, Guid? viewer, Results<JobView> found)
    {
        if (ByMatch(asked.Sort, unsaid: false))
            log.Searched(ListPlace.Jobs, viewer, null, new(asked.Page, asked.Limit, asked.Cursor), found);
    }

    static bool ByMatch(string? sort, bool unsaid) =>
        string.IsNullOrEmpty(sort) ? unsaid : sort.Equals("match", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A page of a search ordered by match, its order never changed by lot; what stood in a paid place is no part of
    /// it. Behind a cursor positions are not known, and nothing is noted.
    /// </summary>
    static void Searched<T>(
        this ListLog log, ListPlace place, Guid? viewer, Guid? subject, PageAsked asked, Results<T> found)
    {
        if (viewer is not { } person || asked.First is not { } from || found.Hits.Count == 0
            || found.Hits.Any(h => h.Match is null)) return;
        log.Shown(new()
        {
            ViewerId = person, Place = place, SubjectId = subject ?? person, From = from, At = log.Now,
            Policy = "search", Items = ShownItem.Pack([.. found.Hits.Select(h => ShownItem.Plain(h.Id))]),
        });
    }

    static int Quality(Arrangement made) => (int)Math.Round(made.Ndcg * ShownList.Whole);
}
