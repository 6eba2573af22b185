using Guildhall.Engine.Matching.Learning;

namespace Guildhall.Engine.Matching.Fairness;

/// <summary>How lists of matches are arranged beside the score.</summary>
/// <param name="Rerank">How groups are given their part of the places.</param>
/// <param name="Explore">Whether one place goes to somebody new with nearly the same score.</param>
/// <param name="Swap">Whether neighbours change places by lot in few lists, to measure what position does.</param>
public sealed record ListPolicy(RerankKind Rerank, bool Explore, bool Swap)
{
    /// <summary>By the score alone.</summary>
    public static readonly ListPolicy ByScore = new(RerankKind.None, false, false);

    /// <summary>For records: "score", "detgreedy+new8+lot10".</summary>
    public string Name => string.Join('+', new[]
    {
        Rerank == RerankKind.None ? "score" : Rerank.ToString().ToLowerInvariant(), Explore ? "new8" : null,
        Swap ? "lot10" : null,
    }.Where(p => p is not null));
}

/// <summary>Somebody who could stand in a list.</summary>
/// <param name="Id">The freelancer or the job.</param>
/// <param name="Score">Sub-points.</param>
/// <param name="IsNewcomer">Has no review and no finished contract here.</param>
/// <param name="Group">For re-ranking; any one word when nothing is re-ranked.</param>
public sealed record Candidate(Guid Id, int Score, bool IsNewcomer, string Group);

/// <summary>A list as it is shown.</summary>
/// <param name="Order">Everybody, the first first.</param>
/// <param name="Explored">Who stands at <see cref="Arranging.NewPlace"/> because they are new; null: nobody.</param>
/// <param name="Pair">Position of the upper one of two neighbours whose order was drawn; null: not drawn.</param>
/// <param name="Swapped">Whether the lot changed their places.</param>
/// <param name="Ndcg">What is left of the order by score, 0..1: NDCG@10 with the score as gain.</param>
public sealed record Arrangement(
    IReadOnlyList<Candidate> Order, Guid? Explored, int? Pair, bool Swapped, double Ndcg);

/// <summary>
/// Arranges a list. The first place is never changed by chance; nobody moves past somebody who is more than five points
/// better, except where groups are re-ranked by an operator's choice.
/// </summary>
public static class Arranging
{
    /// <summary>The place for somebody new, from 1.</summary>
    public const int NewPlace = 8;

    /// <summary>Points, in hundredths, that are nearly the same.</summary>
    public const int Near = 500;

    /// <summary>Of so many lists one takes part in a draw; in half of those the neighbours change places.</summary>
    public const int OneIn = 10;

    /// <summary>Positions whose upper neighbour may be drawn, from 1.</summary>
    public const int FirstDrawn = 2, LastDrawn = 9;

    /// <param name="scored">Best first.</param>
    /// <param name="policy">What is allowed.</param>
    /// <param name="subject">What the list is for: the same subject and day give the same list.</param>
    /// <param name="day">The site's day.</param>
    public static Arrangement Arrange(
        IReadOnlyList<Candidate> scored, ListPolicy policy, Guid subject, DateOnly day)
    {
        var order = policy.Rerank == RerankKind.None ? [.. scored] : Reranked(scored, policy.Rerank);
        var explored = policy.Explore ? Explore(order, subject, day) : null;
        var pair = policy.Swap ? Draw(order, explored, subject, day) : null;
        var swapped = pair is not null && Lots.Of(subject, day.DayNumber * 8 + 2) % 2 == 0;
        if (swapped) (order[pair!.Value - 1], order[pair.Value]) = (order[pair.Value], order[pair.Value - 1]);
        return new(order, explored, pair, swapped, RankingQuality.Ndcg([.. order.Select(c => (double)c.Score)]));
    }

    static List<Candidate> Reranked(IReadOnlyList<Candidate> scored, RerankKind kind) =>
        [.. Reranking.Order([.. scored.Select(c => (c.Score, c.Group))],
            Skew.PartsOf([.. scored.Select(c => c.Group)]), kind).Select(i => scored[i])];

    // Somebody new among the first already: nobody needs the place.
    static Guid? Explore(List<Candidate> order, Guid subject, DateOnly day)
    {
        if (order.Count <= NewPlace || order.Take(NewPlace).Any(c => c.IsNewcomer)) return null;
        var least = order[NewPlace - 1].Score - Near;
        var able = order.Skip(NewPlace).Where(c => c.IsNewcomer && c.Score >= least).ToArray();
        if (able.Length == 0) return null;
        var chosen = able[Lots.Of(subject, day.DayNumber * 8) % (uint)able.Length];
        order.Remove(chosen);
        order.Insert(NewPlace - 1, chosen);
        return chosen.Id;
    }

    static int? Draw(List<Candidate> order, Guid? explored, Guid subject, DateOnly day)
    {
        var lot = Lots.Of(subject, day.DayNumber * 8 + 1);
        if (lot % OneIn != 0) return null;
        var at = FirstDrawn + (int)(lot / OneIn % (LastDrawn - FirstDrawn + 1));
        if (at >= order.Count) return null;
        var (upper, lower) = (order[at - 1], order[at]);
        return Math.Abs(upper.Score - lower.Score) <= Near && upper.Id != explored && lower.Id != explored ? at : null;
    }
}
