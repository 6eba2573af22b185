using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Matching.Fairness;
using Xunit;
using static Guildhall.Tests.Engine.Matching.MatchSamples;

namespace Guildhall.Tests.Engine.Matching;

public class FairnessTests
{
    static readonly Dictionary<string, double> halves = new() { ["a"] = 0.5, ["b"] = 0.5 };

    [Fact]
    public void A_small_group_without_a_place_is_never_one_with_too_many()
    {
        string[] ranked = [.. Enumerable.Repeat("a", 10)];
        var skews = Skew.At(ranked, new Dictionary<string, double> { ["a"] = 0.8, ["b"] = 0.18, ["c"] = 0.02 }, 10);

        Assert.True(skews["a"] > 0);
        Assert.Equal(Math.Log(0.5 / 1.8), skews["b"], 12);
        Assert.Equal(0, skews["c"]);
    }

    [Fact]
    public void Skew_is_as_computed_by_hand()
    {
        string[] ranked = ["a", "a", "a", "b", "b", "b", "b", "b"];
        var thirds = new Dictionary<string, double> { ["a"] = 0.75, ["b"] = 0.25 };

        // Three of four against half: ln 1.5. One of four against half: ln 0.5.
        var at4 = Skew.At(ranked, halves, 4);
        Assert.Equal((Math.Log(1.5), Math.Log(0.5)), (at4["a"], at4["b"]));
        Assert.Equal(0, Skew.At(ranked, thirds, 4)["a"], 12);
        // Nobody of b among the first three counts as half a person: ln (0.5 / 3 / 0.5).
        Assert.Equal(Math.Log(1 / 3.0), Skew.At(ranked, halves, 3)["b"], 12);
        Assert.Equal(0, Skew.At([], halves, 10)["a"]);
    }

    [Fact]
    public void Ndkl_is_as_computed_by_hand()
    {
        // First one: all a, divergence ln 2, discount 1. First two: half and half, divergence 0.
        var expected = Math.Log(2) / (1 + 1 / Math.Log2(3));
        Assert.Equal(expected, Skew.Ndkl(["a", "b"], halves), 12);
        Assert.Equal(Math.Log(2), Skew.Ndkl(["a", "a"], halves), 12);
        Assert.Equal(0, Skew.Ndkl([], halves));
    }

    [Fact]
    public void Greedy_order_is_as_computed_by_hand()
    {
        (int, string)[] scored = [(90, "a"), (80, "a"), (70, "a"), (60, "b"), (50, "b"), (40, "b")];

        Assert.Equal([0, 3, 1, 4, 2, 5], Reranking.Order(scored, halves, RerankKind.DetGreedy));
        Assert.Equal([0, 3, 1, 4, 2, 5], Reranking.Order(scored, halves, RerankKind.DetConstSort));
        Assert.Equal([0, 1, 2, 3, 4, 5], Reranking.Order(scored, halves, RerankKind.None));
    }

    static readonly Gen<(int Score, string Group)[]> lists =
        from count in Gen.Choose(1, 40)
        from scores in Gen.Choose(0, 10_000).ArrayOf(count)
        from groups in Gen.Elements("a", "a", "a", "b", "b", "c").ArrayOf(count)
        select scores.OrderDescending().Zip(groups).ToArray();

    [Fact]
    public void Everybody_keeps_a_place_and_within_a_group_the_better_stand_higher() => Holds(
        from list in lists from kind in Gen.Elements(RerankKind.DetGreedy, RerankKind.DetConstSort) select (list, kind),
        x =>
        {
            var desired = Skew.PartsOf([.. x.list.Select(i => i.Group)]);
            var order = Reranking.Order(x.list, desired, x.kind);
            return order.Order().SequenceEqual(Enumerable.Range(0, x.list.Length))
                && order.GroupBy(i => x.list[i].Group).All(g => g.Zip(g.Skip(1)).All(p => p.First < p.Second));
        }, 500);

    [Fact]
    public void Each_group_has_the_whole_places_it_is_owed_among_the_first() => Holds(
        from list in lists from kind in Gen.Elements(RerankKind.DetGreedy, RerankKind.DetConstSort) select (list, kind),
        x =>
        {
            var desired = Skew.PartsOf([.. x.list.Select(i => i.Group)]);
            var order = Reranking.Order(x.list, desired, x.kind);
            // Of three and more groups greedy may owe two of them one place at once; two groups never collide.
            return desired.Count > 2 && x.kind == RerankKind.DetGreedy || Enumerable.Range(1, order.Length).All(k =>
                desired.All(d => order.Take(k).Count(i => x.list[i].Group == d.Key)
                    >= Math.Floor(k * d.Value + 1e-9)));
        }, 500);

    static readonly ListPolicy all = new(RerankKind.None, true, true);

    static Candidate[] Candidates((int Score, string Group)[] list) =>
        [.. list.Select((c, i) => new Candidate(IdOf(i + 1), c.Score, c.Group == "c", c.Group))];

    [Fact]
    public void Chance_never_touches_the_first_place_nor_moves_anybody_past_a_much_better_one() => Holds(
        from list in lists from subject in Gen.Choose(1, 1_000_000) select (list, subject),
        x =>
        {
            var (scored, day) = (Candidates(x.list), Today);
            var made = Arranging.Arrange(scored, all, IdOf(x.subject), day);
            var places = made.Order.ToList();
            return places[0] == scored[0] && places.Count == scored.Length
                && places.Order(Comparer<Candidate>.Create((a, b) => a.Id.CompareTo(b.Id)))
                    .SequenceEqual(scored.OrderBy(c => c.Id))
                && Enumerable.Range(0, places.Count).All(i => Enumerable.Range(i + 1, places.Count - i - 1)
                    .All(j => places[i].Score >= places[j].Score - Arranging.Near))
                && (made.Explored is not { } id || places.FindIndex(c => c.Id == id) == Arranging.NewPlace - 1
                    && places.First(c => c.Id == id).IsNewcomer)
                && made.Ndcg is > 0.9 and <= 1.000001;
        }, 1_000);

    [Fact]
    public void About_one_list_in_ten_takes_part_in_a_draw_and_half_of_those_are_swapped()
    {
        var list = Enumerable.Range(0, 30).Select(i => (9_000 - 10 * i, "a")).ToArray();
        var made = Enumerable.Range(1, 10_000).Select(i =>
            Arranging.Arrange(Candidates(list), all, IdOf(i), Today)).Where(m => m.Pair is not null).ToArray();

        Assert.InRange(made.Length, 850, 1_150);
        Assert.InRange(made.Count(m => m.Swapped), made.Length * 4 / 10, made.Length * 6 / 10);
        Assert.Equal(Enumerable.Range(2, 8), made.Select(m => m.Pair!.Value).Distinct().Order());
        var again = Arranging.Arrange(Candidates(list), all, IdOf(1), Today);
        Assert.Equal(again.Order, Arranging.Arrange(Candidates(list), all, IdOf(1), Today).Order);
    }

    [Fact]
    public void Somebody_new_with_nearly_the_same_score_stands_eighth_and_nobody_when_one_is_there_already()
    {
        var list = Enumerable.Range(0, 20).Select(i => (9_000 - 60 * i, i == 12 ? "c" : "a")).ToArray();

        var made = Arranging.Arrange(Candidates(list), all with { Swap = false }, IdOf(5), Today);

        Assert.Equal(IdOf(13), made.Explored);
        Assert.Equal(IdOf(13), made.Order[7].Id);
        Assert.True(made.Ndcg is > 0.99 and < 1, $"{made.Ndcg}");
        list[2] = (list[2].Item1, "c");
        Assert.Null(Arranging.Arrange(Candidates(list), all with { Swap = false }, IdOf(5), Today).Explored);
    }
}
