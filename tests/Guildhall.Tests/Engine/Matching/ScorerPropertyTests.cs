using FsCheck.Fluent;
using Guildhall.Engine.Matching;
using Xunit;
using static Guildhall.Tests.Engine.Matching.MatchSamples;

namespace Guildhall.Tests.Engine.Matching;

public class ScorerPropertyTests
{
    [Fact]
    public void Factors_sum_to_the_score_lines_to_their_factor_and_everything_stays_in_range() => Holds(Pairs, pair =>
    {
        var match = Score(pair.Job, pair.Freelancer);
        var skills = match.Factors[0];
        return match.Factors.Sum(f => f.Points) == match.Score
            && match.Factors.Sum(f => f.MaxPoints) == Weights.Total
            && skills.Skills.Sum(l => l.Points) == skills.Points
            && skills.Skills.Sum(l => l.MaxPoints) == skills.MaxPoints
            && match.Factors.Where(f => f.Kind != FactorKind.Ceiling).All(f => f.Points >= 0 && f.Points <= f.MaxPoints)
            && match.Score is >= 0 and <= Weights.Total
            && match.Compatibility is >= 0 and <= 100
            && match.Confidence is >= 0 and <= 100
            && match.Reasons.Count == 3;
    }, 1_000);

    [Fact]
    public void The_quick_score_is_the_explained_score() => Holds(Pairs, pair =>
    {
        var job = new PreparedJob(pair.Job, Weights.V1, Corpus, Graph);
        return Scorer.Points(job, new(pair.Freelancer), Today) == Score(pair.Job, pair.Freelancer).Score;
    }, 1_000);

    [Fact]
    public void Raising_a_level_never_lowers_the_score() => Holds(
        from pair in Pairs from which in Gen.Choose(0, 5) from up in Gen.Choose(1, 9) select (pair, which, up),
        x =>
        {
            var claims = x.pair.Freelancer.Claims.ToArray();
            if (claims.Length == 0) return true;
            var at = x.which % claims.Length;
            claims[at] = claims[at] with { Level = claims[at].Level + x.up };
            return Score(x.pair.Job, x.pair.Freelancer with { Claims = claims }).Score
                >= Score(x.pair.Job, x.pair.Freelancer).Score;
        }, 1_000);

    [Fact]
    public void Verifying_a_level_never_lowers_the_score_and_raises_it_where_it_is_asked_for()
    {
        Holds(Pairs, pair =>
        {
            var claims = pair.Freelancer.Claims.DistinctBy(c => c.SkillId).ToArray();
            var verified = claims.Select(c => c with { Verified = true }).ToArray();
            return Score(pair.Job, pair.Freelancer with { Claims = verified }).Score
                >= Score(pair.Job, pair.Freelancer with { Claims = claims }).Score;
        });
        var claimed = Freelancer() with { Claims = [new(React, 7, false), new(TypeScript, 6, false)] };
        var proven = Freelancer() with { Claims = [new(React, 7, true), new(TypeScript, 6, false)] };
        Assert.True(Score(Job(), proven).Score > Score(Job(), claimed).Score + 100);
    }

    [Fact]
    public void A_required_skill_below_its_level_or_missing_never_beats_having_it_at_the_level() => Holds(
        from pair in Pairs from which in Gen.Choose(0, 4) from low in Gen.Choose(0, 9) from sure in Gen.Choose(0, 1)
        select (pair, which, low, verified: sure == 1),
        x =>
        {
            var required = x.pair.Job.Requirements.DistinctBy(r => r.SkillId).Where(r => r.Required).ToArray();
            if (required.Length == 0) return true;
            var asked = required[x.which % required.Length];
            var level = Math.Clamp(asked.MinLevel, 1, 10);
            var others = x.pair.Freelancer.Claims.Where(c => c.SkillId != asked.SkillId).ToArray();
            int With(params SkillClaim[] claim) =>
                Score(x.pair.Job, x.pair.Freelancer with { Claims = [.. others, .. claim] }).Score;
            var at = With(new SkillClaim(asked.SkillId, level, x.verified));
            var below = With(new SkillClaim(asked.SkillId, Math.Min(x.low, level - 1), x.verified));
            return at >= below && below >= With();
        }, 1_000);

    [Fact]
    public void A_lower_rate_inside_the_budget_never_lowers_the_score() => Holds(
        from pair in Pairs from rate in Gen.Choose(0, 12_000) from less in Gen.Choose(0, 12_000)
        select (pair, rate, lower: Math.Max(0, rate - less)),
        x => Score(x.pair.Job, x.pair.Freelancer with { HourlyRateMinor = x.lower }).Score
            >= Score(x.pair.Job, x.pair.Freelancer with { HourlyRateMinor = x.rate }).Score, 1_000);

    [Fact]
    public void Forty_stuffed_skills_never_raise_a_match_by_more_than_two_points() => Holds(
        from pair in Pairs from level in Gen.Choose(1, 10) from first in Gen.Choose(-20, 8) select (pair, level, first),
        x =>
        {
            var has = x.pair.Freelancer.Claims.Select(c => c.SkillId).ToHashSet();
            var stuffed = Enumerable.Range(x.first, 60).Where(id => !has.Contains(id)).Take(40)
                .Select(id => new SkillClaim(id, x.level, false));
            var after = x.pair.Freelancer with { Claims = [.. x.pair.Freelancer.Claims, .. stuffed] };
            return Score(x.pair.Job, after).Score <= Score(x.pair.Job, x.pair.Freelancer).Score + 2 * Weights.Scale;
        }, 1_000);

    [Fact]
    public void The_same_inputs_give_the_same_match() => Holds(Pairs, pair =>
        Rationale.Of(pair.Job, pair.Freelancer, Weights.V1, Corpus, Graph).Json
        == Rationale.Of(pair.Job, pair.Freelancer, Weights.V1, Corpus, Graph).Json);

    [Fact]
    public void Every_counterfactual_is_better_and_every_sentence_is_in_the_list() => Holds(Pairs, pair =>
    {
        var match = Score(pair.Job, pair.Freelancer);
        return match.Counterfactuals.All(c => c.Compatibility > match.Compatibility)
            && match.Counterfactuals.Select(c => c.What).Concat(match.Reasons).Concat(match.Factors.Select(f => f.Why))
                .All(r => ReasonKeys.All.Contains(r.Key) && Placeholders(r.Key) == r.Args.Count);
    }, 1_000);

    [Fact]
    public void What_a_change_is_said_to_give_is_what_it_gives() => Holds(Pairs, pair =>
        Score(pair.Job, pair.Freelancer).Counterfactuals
            .All(c => Score(pair.Job, Changed(pair.Freelancer, c.What)).Score == c.Score), 1_000);

    static FreelancerDocument Changed(FreelancerDocument freelancer, Reason what)
    {
        var value = what.Args[0].Value;
        return what.Key switch
        {
            ReasonKeys.LearnSkill => Claim(new((int)value, (int)what.Args[1].Value, false)),
            ReasonKeys.LevelUp => Claim(Held() with { Level = Held().Level + 1 }),
            ReasonKeys.VerifySkill => Claim(Held() with { Verified = true }),
            ReasonKeys.LowerRate => freelancer with { HourlyRateMinor = value },
            ReasonKeys.MoreHours => freelancer with { WeeklyHours = (int)value },
            ReasonKeys.StartEarlier => freelancer with { EarliestStart = DateOnly.FromDayNumber((int)value) },
            _ => throw new InvalidOperationException(what.Key),
        };

        SkillClaim Held() => freelancer.Claims.Where(c => c.SkillId == value)
            .Select(c => c with { Level = Math.Clamp(c.Level, 1, 10) })
            .OrderByDescending(c => c.Verified).ThenByDescending(c => c.Level).First();

        FreelancerDocument Claim(SkillClaim claim) => freelancer with
        {
            Claims = [.. freelancer.Claims.Where(c => c.SkillId != claim.SkillId), claim],
        };
    }

    static int Placeholders(string key) => Enumerable.Range(0, 9).Count(i => key.Contains($"{{{i}}}"));
}
