using FsCheck.Fluent;
using Guildhall.Engine.Matching;
using Xunit;
using static Guildhall.Tests.Engine.Matching.MatchSamples;

namespace Guildhall.Tests.Engine.Matching;

/// <summary>The rules of version 2, in which what such jobs usually need takes part.</summary>
public class ExpectedTests
{
    static readonly SkillEntry[] skills = [.. Enumerable.Range(0, 60).Select(id => new SkillEntry(id, $"Skill{id}"))];

    static readonly SkillGraph graph = new("v2", [new(React, Vue, 900)], new SkillKnowledge(skills,
        [
            .. Enumerable.Range(0, 60).Select(id => new KnowledgeLine($"skill{id}", false,
                [($"skill{(id + 7) % 60}", 250), ($"skill{(id + 13) % 60}", 100), ($"skill{(id + 1) % 60}", 40)])),
            new KnowledgeLine("checkout", true, [("skill8", 200), ("skill30", 90)]),
        ], null, new Dictionary<int, int>(), 0));

    [Fact]
    public void Knowing_what_such_jobs_need_gives_points_and_a_sentence()
    {
        var job = Job() with { Title = "Checkout" };
        var without = V2(job, Freelancer());
        var with = V2(job, Freelancer() with { Claims = [.. Freelancer().Claims, new(8, 5, true)] });
        var factor = with.Factors.Single(f => f.Kind == FactorKind.Expected);

        Assert.True(with.Score > without.Score);
        Assert.Equal(600, factor.MaxPoints);
        Assert.Equal([ReasonArg.Skill(8), ReasonArg.Skill(React)], factor.Why.Args);
        Assert.Equal(0, without.Factors.Single(f => f.Kind == FactorKind.Expected).Points);
    }

    [Fact]
    public void When_nothing_is_required_what_such_jobs_need_counts_for_more()
    {
        var job = Job() with { Requirements = [new(React, 5, false)] };

        Assert.Equal([(FactorKind.Skills, 460), (FactorKind.Expected, 4_740)],
            V2(job, Freelancer()).Factors.Take(2).Select(f => (f.Kind, f.MaxPoints)));
    }

    [Fact]
    public void Version_1_knows_nothing_of_it()
    {
        var titled = Job() with { Title = "Checkout" };

        Assert.Equal(Scorer.Score(Job(), Freelancer(), Weights.V1, Corpus, Graph).Score,
            Scorer.Score(titled, Freelancer(), Weights.V1, Corpus, graph).Score);
        Assert.DoesNotContain(Scorer.Score(titled, Freelancer(), Weights.V1, Corpus, graph).Factors,
            f => f.Kind == FactorKind.Expected);
    }

    [Fact]
    public void Factors_sum_exactly_and_the_fast_number_is_the_explained_one() => Holds(Pairs, pair =>
    {
        var match = V2(pair.Job, pair.Freelancer);
        return match.Factors.Sum(f => f.Points) == match.Score
            && match.Factors.Sum(f => f.MaxPoints) == Weights.Total
            && Scorer.Points(new PreparedJob(pair.Job, Weights.V2, Corpus, graph), new(pair.Freelancer), Today)
                == match.Score;
    }, 1_000);

    [Fact]
    public void Forty_stuffed_skills_never_raise_a_match_by_more_than_two_points() => Holds(
        from pair in Pairs from level in Gen.Choose(1, 10) from first in Gen.Choose(-20, 20)
        select (pair, level, first),
        x =>
        {
            var has = x.pair.Freelancer.Claims.Select(c => c.SkillId).ToHashSet();
            var stuffed = Enumerable.Range(x.first, 80).Where(id => !has.Contains(id)).Take(40)
                .Select(id => new SkillClaim(id, x.level, false));
            var after = x.pair.Freelancer with { Claims = [.. x.pair.Freelancer.Claims, .. stuffed] };
            return V2(x.pair.Job, after).Score <= V2(x.pair.Job, x.pair.Freelancer).Score + 2 * Weights.Scale;
        }, 1_000);

    [Fact]
    public void Losing_level_in_a_required_skill_never_raises_a_score() => Holds(
        from pair in Pairs from lower in Gen.Choose(1, 10) select (pair, lower), x => x.pair.Job.Requirements
            .Where(r => r.Required).All(need =>
            {
                var before = x.pair.Freelancer.Claims.Where(c => c.SkillId == need.SkillId).ToArray();
                if (before.Length == 0) return true;
                var claims = x.pair.Freelancer.Claims.Select(c =>
                    c.SkillId == need.SkillId ? c with { Level = Math.Min(c.Level, x.lower) } : c);
                return V2(x.pair.Job, x.pair.Freelancer with { Claims = [.. claims] }).Score
                    <= V2(x.pair.Job, x.pair.Freelancer).Score;
            }), 1_000);

    [Fact]
    public void A_match_of_version_2_is_made_again_from_its_file_alone() => Holds(Pairs, pair =>
    {
        var made = Rationale.Of(pair.Job with { Title = "Checkout" }, pair.Freelancer, Weights.V2, Corpus, graph);
        return Verifier.Recompute(made.Json).Agrees && Rationale.Read(made.Json).Json == made.Json;
    });

    static Match V2(JobDocument job, FreelancerDocument freelancer) =>
        Scorer.Score(job, freelancer, Weights.V2, Corpus, graph);
}
