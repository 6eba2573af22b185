using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Matching.Learning;
using Xunit;
using static Guildhall.Tests.Engine.Matching.MatchSamples;

namespace Guildhall.Tests.Engine.Matching;

/// <summary>
/// People who like one thing look at lists ordered by another, and seldom far down. Who learns from their clicks as
/// they are learns the order that was shown; who weighs out the position learns what they like.
/// </summary>
public class WeightsLessonTests
{
    // What people like; lists are shown by V2, which gives skills 46 and the rate 13.
    static readonly double[] liked = [2_000, 500, 1_000, 1_000, 4_500, 500, 0, 500];

    [Fact]
    public void From_clicks_bent_by_position_the_naive_learner_fails_and_ours_recovers_what_people_like()
    {
        var (lists, pairs) = Shown(3_000, seed: 7);
        var seen = Propensities.Estimate(pairs);
        var naive = PairwiseLearner.Learn(lists, Weights.V2, Propensities.None);
        var ours = PairwiseLearner.Learn(lists, Weights.V2, seen);

        Assert.InRange(seen.Decay, 0.6, 1.4);
        var clean = Clean(400, seed: 8);
        var (best, bent, recovered) = (Quality(clean, liked), Quality(clean, naive), Quality(clean, ours));
        Assert.True(recovered > best - 0.02, $"ours {recovered:0.000}, possible {best:0.000}: {Said(ours)}");
        Assert.True(bent < best - 0.04, $"naive {bent:0.000}, possible {best:0.000}: {Said(naive)}");
        Assert.True(Apart(ours) < Apart(naive) / 2, $"ours {Said(ours)}; naive {Said(naive)}");
        // The naive one still thinks that skills matter most; ours has found out.
        Assert.True(naive[0] > naive[4] && ours[4] > ours[0], $"ours {Said(ours)}; naive {Said(naive)}");
    }

    [Fact, Trait("speed", "slow")]
    public void A_lesson_is_proposed_when_lists_it_has_not_seen_agree_and_the_controls_do_not()
    {
        var (lists, pairs) = Shown(8_000, seed: 9);

        var lesson = WeightsLesson.Of(lists, pairs, Weights.V2, "v3");

        Assert.Equal(LessonVerdict.Proposed, lesson.Verdict);
        Assert.True(lesson.Learned > lesson.Now && lesson.Surety > 2, $"{lesson}");
        Assert.True(lesson.Random < lesson.Now && lesson.Popularity < lesson.Learned, $"{lesson}");
        var (before, after) = (FactorShares.Read(Weights.V2), FactorShares.Read(lesson.Weights!));
        Assert.All(before.Zip(after), w => Assert.InRange(Math.Abs(w.First - w.Second), 0,
            WeightRounding.FurthestMove));
        Assert.Equal(lesson, WeightsLesson.Of(lists, pairs, Weights.V2, "v3"));
    }

    [Fact]
    public void Clicks_that_follow_the_length_of_profiles_or_too_few_clicks_propose_nothing()
    {
        var (lists, pairs) = Shown(600, seed: 10);
        Assert.Equal(LessonVerdict.TooLittle, WeightsLesson.Of([.. lists.Take(100)], pairs, Weights.V2, "v3").Verdict);
        // Whoever wrote most is chosen, and length goes with the rate: the learner finds the rate, the control why.
        var long_ = lists.Select(l => l with { Items = [.. l.Items.Select(i =>
            i with { Length = i.Shares[4], Gain = i.Shares[4] > 900 ? 1 : 0 })] }).ToArray();
        Assert.Equal(LessonVerdict.ControlsTooGood, WeightsLesson.Of(long_, pairs, Weights.V2, "v3").Verdict);
        var idle = lists.Select(l => l with { Items = [.. l.Items.Select(i =>
            i with { Gain = Lots.Of(i.Id, 3) % 10 == 0 ? 1 : 0, ByPosition = false })] }).ToArray();
        Assert.Equal(LessonVerdict.NotBetter, WeightsLesson.Of(idle, [], Weights.V2, "v3").Verdict);
    }

    [Fact]
    public void Proposed_weights_sum_to_the_scale_stay_near_and_give_nothing_to_what_has_nothing() => Holds(
        from learned in Gen.Choose(0, 9_000).ArrayOf(8) from far in Gen.Choose(1, 3_000) select (learned, far),
        x =>
        {
            var near = FactorShares.Read(WeightRounding.Near(
                [.. x.learned.Select(w => (double)w)], Weights.V2, "v3", x.far));
            var today = FactorShares.Read(Weights.V2);
            return near.Sum() == Weights.Total && near[6] == 0
                && near.Zip(today).All(w => Math.Abs(w.First - w.Second) <= x.far + 10);
        });

    [Theory]
    [InlineData(new double[] { 3, 2, 0 }, 1)]
    [InlineData(new double[] { 0, 0, 3 }, 0.5)]
    [InlineData(new double[] { 0, 0, 0 }, 1)]
    // (1 + 2/log2(3)) / (2 + 1/log2(3))
    [InlineData(new double[] { 1, 2 }, 0.859719)]
    public void Ndcg_is_as_computed_by_hand(double[] gains, double expected) =>
        Assert.Equal(expected, RankingQuality.Ndcg(gains), 5);

    [Fact]
    public void Without_a_measurement_the_usual_decay_is_believed_and_many_measurements_outweigh_it()
    {
        Assert.Equal(Propensities.UsualDecay, Propensities.Estimate([]).Decay, 3);
        // Position plays no part: the upper of two is opened as often as the lower.
        var even = Enumerable.Range(0, 4_000).Select(i => new DrawnPair(2 + i / 2 % 4, i % 2 == 0, i % 2 == 1));
        Assert.InRange(Propensities.Estimate(even).Decay, 0, 0.1);
    }

    static (List<LearningList> Lists, List<DrawnPair> Pairs) Shown(int count, int seed)
    {
        var random = new Random(seed);
        var (lists, pairs) = (new List<LearningList>(), new List<DrawnPair>());
        var byV2 = FactorShares.Read(Weights.V2).Select(w => (double)w).ToArray();
        for (var n = 0; n < count; n++)
        {
            var order = Items(random).OrderByDescending(i => FactorShares.Score(byV2, i)).ToList();
            var pair = random.Next(2, 10);
            if (n % 2 == 0) (order[pair - 1], order[pair]) = (order[pair], order[pair - 1]);
            LearningItem[] items = [.. order.Select((item, at) => item with
            {
                Position = at + 1,
                Gain = random.NextDouble() < Likes(item) && random.NextDouble() < 1.0 / (at + 1) ? 1 : 0,
            })];
            lists.Add(new(new Guid(n, 1, 2, 3, 4, 5, 6, 7, 8, 9, (byte)seed), items));
            pairs.Add(new(pair, items[pair - 1].Gain > 0, items[pair].Gain > 0));
        }
        return (lists, pairs);
    }

    static IEnumerable<LearningItem> Items(Random random) => Enumerable.Range(0, 20).Select(_ => new LearningItem(
        new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0,
        [.. FactorShares.Kinds.Select(_ => random.Next(0, 1_001))], Weights.Total, random.Next(100, 4_000), 0, true));

    // One in a hundred at 40 points, nine of ten at 70.
    static double Likes(LearningItem item) => 1 / (1 + Math.Exp(-(FactorShares.Score(liked, item) - 6_000) / 450));

    static List<LearningList> Clean(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(n => new LearningList(Guid.CreateVersion7(),
            [.. Items(random)]))];
    }

    // By what they truly like: nobody's position takes part.
    static double Quality(List<LearningList> clean, double[] weights) => clean.Average(l => RankingQuality.Ndcg(
        [.. l.Items.OrderByDescending(i => FactorShares.Score(weights, i)).Select(Likes)]));

    static double Apart(double[] weights) => weights.Zip(liked, (a, b) => Math.Abs(a - b)).Sum();

    static string Said(double[] weights) => string.Join(' ', weights.Select(w => $"{w:0}"));
}
