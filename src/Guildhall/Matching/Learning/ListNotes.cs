using Guildhall.Engine.Matching.Fairness;
using Guildhall.Matching.Public;
using Guildhall.Shared;

namespace Guildhall.Matching;

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

    /// <summary>A numbered page of a search ordered by match; its order is never changed by lot.</summary>
    public static void Searched<T>(
        this ListLog log, ListPlace place, Guid? viewer, Guid? subject, string? page, Results<T> found)
    {
        if (viewer is not { } person || found.Hits.Count == 0 || found.Hits.Any(h => h.Match is null)) return;
        var from = int.TryParse(page, out var number) && number > 0 ? (number - 1) * TalentSearch.PageSize + 1 : 1;
        log.Shown(new()
        {
            ViewerId = person, Place = place, SubjectId = subject ?? person, From = from, At = log.Now,
            Policy = "search", Items = ShownItem.Pack([.. found.Hits.Select(h => ShownItem.Plain(h.Id))]),
        });
    }

    static int Quality(Arrangement made) => (int)Math.Round(made.Ndcg * ShownList.Whole);
}
