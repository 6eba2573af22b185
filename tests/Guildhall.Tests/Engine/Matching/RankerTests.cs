using FsCheck.Fluent;
using Guildhall.Engine.Matching;
using Xunit;
using static Guildhall.Tests.Engine.Matching.MatchSamples;

namespace Guildhall.Tests.Engine.Matching;

public class RankerTests
{
    [Fact]
    public void The_top_is_the_head_of_everything_sorted_by_score_then_id() => Holds(
        from job in AnyJob from people in AnyFreelancer.ArrayOf(30) from k in Gen.Choose(0, 12) select (job, people, k),
        x =>
        {
            var index = ExhaustiveIndex.Of(x.people, [], Weights.V1, Graph);
            var all = x.people.Reverse().DistinctBy(f => f.Id)
                .Select(f => Scorer.Score(x.job, f, index.Weights, index.Corpus, index.Graph))
                .OrderByDescending(m => m.Score).ThenBy(m => m.FreelancerId)
                .Take(x.k).Select(m => (m.FreelancerId, m.Score));
            return all.SequenceEqual(Ranker.Top(x.job, index, x.k).Select(m => (m.FreelancerId, m.Score)));
        }, 60);

    [Fact]
    public void Jobs_for_a_freelancer_carry_the_same_numbers_as_freelancers_for_a_job() => Holds(
        from jobs in AnyJob.ArrayOf(8) from people in AnyFreelancer.ArrayOf(8) select (jobs, people),
        x =>
        {
            var index = ExhaustiveIndex.Of(x.people, x.jobs);
            var forward = index.Jobs
                .SelectMany(j => Ranker.Top(j.Document, index, 99)).Select(m => (m.JobId, m.FreelancerId, m.Score));
            var reverse = x.people.Reverse().DistinctBy(f => f.Id)
                .SelectMany(f => Ranker.TopJobs(f, index, Today, 99))
                .Select(m => (m.JobId, m.FreelancerId, m.Score));
            return forward.Order().SequenceEqual(reverse.Order());
        }, 40);

    [Fact]
    public void A_snapshot_never_changes_and_the_next_one_holds_the_change()
    {
        var first = ExhaustiveIndex.Of([Freelancer()], [Job()]);
        var changed = first.With(Freelancer() with { HourlyRateMinor = 1 }).With(Job() with { Id = IdOf(9) });
        var emptied = changed.WithoutFreelancer(Freelancer().Id).WithoutJob(IdOf(9)).WithoutJob(IdOf(9));

        Assert.Equal(4_500, first.Freelancer(Freelancer().Id)!.RateMinor);
        Assert.Equal(1, changed.Freelancer(Freelancer().Id)!.RateMinor);
        Assert.Equal((1, 2), (changed.Freelancers.Count, changed.Jobs.Count));
        Assert.Equal((0, 1), (emptied.Freelancers.Count, emptied.Jobs.Count));
        Assert.NotNull(emptied.Job(Job().Id));
        Assert.Empty(Ranker.Top(Job(), emptied, 10));
    }

    [Fact]
    public void The_panel_counts_who_matches_and_knows_the_median_rate_in_the_jobs_currency()
    {
        var people = Enumerable.Range(1, 5).Select(i => Freelancer() with { Id = IdOf(i), HourlyRateMinor = 1_000 * i })
            .Append(Freelancer() with { Id = IdOf(6), Currency = "USD" })
            .Append(Freelancer() with { Id = IdOf(7), Claims = [] });
        var count = Ranker.CountMatching(Job(), ExhaustiveIndex.Of(people, []), 60);

        Assert.Equal(new MatchCount(6, 7, 5, 3_000, "EUR"), count);
        Assert.Equal(0, Ranker.CountMatching(Job(), ExhaustiveIndex.Empty, 0).Total);
    }

    [Fact]
    public void A_hard_filter_keeps_people_out()
    {
        var index = ExhaustiveIndex.Of([Freelancer(), Freelancer() with { Id = IdOf(1) }], []);

        Assert.Equal([IdOf(1)], Ranker.Top(Job(), index, 9, id => id == IdOf(1)).Select(m => m.FreelancerId));
    }

    [Fact]
    public void Five_thousand_freelancers_are_ranked_in_a_blink()
    {
        var people = AnyFreelancer.Sample(5_000).Select((f, i) => f with { Id = IdOf(i), Text = Bio(i) });
        var index = ExhaustiveIndex.Of(people, []);

        var each = MillisecondsOf(() => Ranker.Top(Job(), index, 20));

        TestContext.Current.TestOutputHelper?.WriteLine($"top 20 of 5,000: {each:0.00} ms");
        Assert.InRange(each, 0, 15);
    }

    static string Bio(int i) =>
        string.Join(' ', Enumerable.Range(0, 40).Select(w => $"word{(i * 31 + w * w * 7) % 3_000}"))
        + (i % 3 == 0 ? " checkout pages" : "");
}
