using FsCheck;
using FsCheck.Fluent;
using Guildhall.Engine.Reputation;
using Xunit;

namespace Guildhall.Tests.Engine;

public class ReputationTests
{
    static readonly ReputationFormula formula = ReputationFormula.FreelancerV1;

    static ReputationScore Score(ReputationInputs inputs) => ReputationScore.Compute(inputs, formula);

    [Fact]
    public void A_newcomer_stands_on_the_published_assumptions()
    {
        var score = Score(new());
        // 0.5*700 + 0.2*750 + 0.15*750 + 0.1*1000 + 0.05*0 = 712.5, half to even
        Assert.Equal(712, score.Value);
        Assert.Equal([700, 750, 750, 1000, 0], score.Components.Select(c => c.Thousandths));
        Assert.Equal((0, Confidence.New), (score.ConfidenceThousandths, score.Confidence));
        Assert.Equal("freelancer-1", score.FormulaVersion);
    }

    [Fact]
    public void A_worked_example_can_be_followed_by_hand()
    {
        var score = Score(new()
        {
            Reviews = [new(5, 0), new(5, 365), new(3, 730)], // weights 1, 1/2, 1/4
            Due = 6, OnTime = 5, Ended = 4, Completed = 3, DisputesLost = 1, Badges = 2,
        });
        // rating (5*700 + 1000 + 500 + 125) / 6.75 = 759.2; on time (5000+3000)/10; completion (3000+3000)/8;
        // disputes 1000*(14-5)/14 = 642.8; badges 2/4
        Assert.Equal([759, 800, 750, 642, 500], score.Components.Select(c => c.Thousandths));
        Assert.Equal(741, score.Value); // 379.5 + 160 + 112.5 + 64.2 + 25 = 741.2
        Assert.Equal([3, 6, 4, 4, 2], score.Components.Select(c => c.Facts));
        Assert.Equal(259, score.ConfidenceThousandths); // 1.75 / 6.75
    }

    [Fact]
    public void One_review_cannot_reach_the_top_and_many_good_ones_come_close()
    {
        var one = Score(new() { Reviews = [new(5, 0)] });
        var many = Score(new()
        {
            Reviews = [.. Enumerable.Repeat(new ReviewInput(5, 10), 200)],
            Due = 200, OnTime = 200, Ended = 200, Completed = 200, Badges = 4,
        });
        Assert.InRange(one.Value, Score(new()).Value, 750);
        Assert.Equal(Confidence.Low, one.Confidence);
        Assert.InRange(many.Value, 980, 1000);
        Assert.Equal(Confidence.High, many.Confidence);
    }

    [Fact]
    public void Weights_are_complete_and_both_sides_share_the_shape()
    {
        foreach (var published in ReputationFormula.All)
        {
            Assert.Equal(1000, published.Weights.Values.Sum());
            Assert.Equal(Enum.GetValues<ReputationPart>().Order(), published.Weights.Keys.Order());
            Assert.Same(published, ReputationFormula.Get(published.Version));
        }
        Assert.Equal(Score(new()).Value, ReputationScore.Compute(new(), ReputationFormula.ClientV1).Value);
        Assert.Throws<ArgumentException>(() => ReputationFormula.Get("client-0"));
    }

    [Fact]
    public void Reviews_fade_by_half_each_half_life_and_never_grow_with_age()
    {
        Assert.Equal([1_000_000, 750_000, 500_000, 250_000],
            new[] { 0, 182, 365, 730 }.Select(d => formula.ReviewWeight(d) / 10_000 * 10_000));
        Assert.Equal(0, formula.ReviewWeight(int.MaxValue));
        for (var day = 0; day < 3000; day++)
            Assert.True(formula.ReviewWeight(day + 1) < formula.ReviewWeight(day), $"day {day}");
    }

    [Fact]
    public void Facts_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Score(new() { Reviews = [new(6, 0)] }));
        Assert.Throws<ArgumentException>(() => Score(new() { Reviews = [new(0, 0)] }));
        Assert.Throws<ArgumentException>(() => Score(new() { Reviews = [new(5, -1)] }));
        Assert.Throws<ArgumentException>(() => Score(new() { OnTime = 1 }));
        Assert.Throws<ArgumentException>(() => Score(new() { Completed = 1 }));
        Assert.Throws<ArgumentException>(() => Score(new() { DisputesLost = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Score(new() { Badges = -1 }));
    }

    [Fact]
    public void The_score_stays_in_range_and_is_the_sum_of_its_points() => Always(inputs =>
    {
        var score = Score(inputs);
        return score.Value is >= 0 and <= 1000
            && score.Components.Sum(c => c.Points) == score.Value
            && score.Components.All(c => c.Thousandths is >= 0 and <= 1000 && c.Points >= 0);
    });

    [Fact]
    public void A_better_fact_never_lowers_the_score() => Always(inputs =>
    {
        var before = Score(inputs).Value;
        return Better(inputs).All(better => Score(better).Value >= before);
    });

    [Fact]
    public void The_order_of_reviews_does_not_matter() => Always(inputs =>
        Score(inputs).Value == Score(inputs with { Reviews = [.. inputs.Reviews.Reverse()] }).Value);

    [Fact]
    public void A_bad_review_hurts_less_as_it_ages() => Always(inputs =>
    {
        int With(int age) =>
            Score(inputs with { Reviews = [.. inputs.Reviews, new(1, age)] }).Components[0].Thousandths;
        return Enumerable.Range(0, 20).All(i => With(i * 100 + 100) >= With(i * 100));
    });

    static IEnumerable<ReputationInputs> Better(ReputationInputs facts)
    {
        for (var i = 0; i < facts.Reviews.Count; i++)
            if (facts.Reviews[i].Rating < 5)
            {
                var reviews = facts.Reviews.ToArray();
                reviews[i] = reviews[i] with { Rating = reviews[i].Rating + 1 };
                yield return facts with { Reviews = reviews };
            }
        yield return facts with { Reviews = [.. facts.Reviews, new(5, 0)] };
        yield return facts with { Due = facts.Due + 1, OnTime = facts.OnTime + 1 };
        yield return facts with { Ended = facts.Ended + 1, Completed = facts.Completed + 1 };
        yield return facts with { Badges = facts.Badges + 1 };
        if (facts.OnTime < facts.Due) yield return facts with { OnTime = facts.OnTime + 1 };
        if (facts.Completed < facts.Ended) yield return facts with { Completed = facts.Completed + 1 };
        if (facts.DisputesLost > 0) yield return facts with { DisputesLost = facts.DisputesLost - 1 };
    }

    static readonly Gen<ReputationInputs> someone =
        from count in Gen.Choose(0, 30)
        from ratings in Gen.Choose(1, 5).ArrayOf(count)
        from ages in Gen.Choose(0, 4000).ArrayOf(count)
        from due in Gen.Choose(0, 40)
        from onTime in Gen.Choose(0, due)
        from ended in Gen.Choose(0, 40)
        from completed in Gen.Choose(0, ended)
        from lost in Gen.Choose(0, Math.Min(ended, 4))
        from badges in Gen.Choose(0, 6)
        select new ReputationInputs
        {
            Reviews = [.. ratings.Select((r, i) => new ReviewInput(r, ages[i]))],
            Due = due, OnTime = onTime, Ended = ended, Completed = completed, DisputesLost = lost, Badges = badges,
        };

    static void Always(Func<ReputationInputs, bool> holds) =>
        Prop.ForAll(someone.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
