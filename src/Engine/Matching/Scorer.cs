using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// The match of one freelancer and one job. Pure: the same inputs give the same integers on every machine, and
/// nothing but the
/// inputs takes part. Knows nothing of indexes; every index must agree with it exactly.
/// <code>
/// points of a factor = floor(weight · thousandths / 1000)
/// score              = min(sum of the factors, ceiling of the required skills)
/// compatibility      = (score + 50) / 100
/// </code>
/// </summary>
public static class Scorer
{
    /// <summary>
    /// Version of the formulas themselves; recorded in every rationale. A change in any of them raises it.
    /// </summary>
    public const int Formula = 1;

    /// <summary>Scores and explains, on the job's <see cref="JobDocument.Today"/>.</summary>
    public static Match Score(
        JobDocument job, FreelancerDocument freelancer, Weights weights, TextCorpus corpus, SkillGraph? graph = null) =>
        Explain(new PreparedJob(job, weights.Checked(), corpus, graph), new PreparedFreelancer(freelancer), job.Today);

    /// <summary>
    /// The score alone, in sub-points 0..<see cref="Weights.Total"/>: about a microsecond, nothing allocated.
    /// </summary>
    public static int Points(PreparedJob job, PreparedFreelancer freelancer, DateOnly today)
    {
        var weights = job.Weights;
        var ceiling = default(Ceiling);
        var sum = 0;
        foreach (var asked in job.Asked)
        {
            var fit = SkillFit.Of(asked, freelancer);
            sum += fit.Points(asked);
            if (asked.Required) ceiling.Add(fit);
        }
        sum += Share(job.TextMax, Words.Permille(job, freelancer));
        sum += Share(weights.Availability, Availability.Permille(job, freelancer, today));
        sum += Share(weights.Reputation, Standing.Permille(job, freelancer));
        sum += Share(weights.Rate, RateFit.Permille(job, freelancer));
        sum += Share(weights.Place, Place.Permille(job, freelancer));
        return Math.Min(sum, ceiling.Points);
    }

    /// <summary>The score with its whole arithmetic, prediction, reasons and what would improve it.</summary>
    public static Match Explain(PreparedJob job, PreparedFreelancer freelancer, DateOnly today)
    {
        var factors = Factors(job, freelancer, today);
        var lines = factors[0].Skills;
        var score = factors.Sum(f => f.Points);
        return new()
        {
            JobId = job.Document.Id,
            FreelancerId = freelancer.Document.Id,
            Score = score,
            Confidence = Evidence.Confidence(lines, freelancer),
            PredictedCompletion = Availability.Predict(job, freelancer, today),
            Factors = factors,
            Reasons = ThreeReasons(factors),
            MissingRequired = [.. lines.Where(l => l.Required && SkillsFactor.IsMissing(l)).Select(l => l.SkillId)],
            Counterfactuals = Improvements.Of(job, freelancer, today, score, lines),
            WeightsVersion = job.Weights.Version,
            GraphVersion = job.Graph.Version,
        };
    }

    static List<Factor> Factors(PreparedJob job, PreparedFreelancer freelancer, DateOnly today)
    {
        var weights = job.Weights;
        List<Factor> factors =
        [
            SkillsFactor.Explain(job, freelancer),
            Plain(FactorKind.Text, job.TextMax, Words.Permille(job, freelancer), Words.Why(job, freelancer)),
            Plain(FactorKind.Availability, weights.Availability,
                Availability.Permille(job, freelancer, today), Availability.Why(job, freelancer, today)),
            Plain(FactorKind.Reputation, weights.Reputation,
                Standing.Permille(job, freelancer), Standing.Why(job, freelancer)),
            Plain(FactorKind.Rate, weights.Rate, RateFit.Permille(job, freelancer), RateFit.Why(job, freelancer)),
            Plain(FactorKind.Place, weights.Place, Place.Permille(job, freelancer), Place.Why(job, freelancer)),
        ];
        var over = factors.Sum(f => f.Points) - CeilingOf(job, freelancer);
        factors.Add(new(FactorKind.Ceiling, 0, Math.Min(0, -over), over <= 0
            ? Reason.Of(ReasonKeys.CeilingNone)
            : Reason.Of(ReasonKeys.CeilingHolds, ReasonArg.Number(Match.Rounded(CeilingOf(job, freelancer)))), []));
        return factors;
    }

    static int CeilingOf(PreparedJob job, PreparedFreelancer freelancer)
    {
        var ceiling = default(Ceiling);
        foreach (var asked in job.Asked)
            if (asked.Required) ceiling.Add(SkillFit.Of(asked, freelancer));
        return ceiling.Points;
    }

    // Far from an unremarkable seven tenths, up or down, is what a reader wants to hear about.
    static IReadOnlyList<Reason> ThreeReasons(List<Factor> factors) =>
    [
        factors[0].Why,
        .. factors.Skip(1).Where(f => f.Kind != FactorKind.Ceiling)
            .OrderByDescending(f => Math.Abs(10 * f.Points - 7 * f.MaxPoints)).ThenBy(f => f.Kind)
            .Take(2).Select(f => f.Why),
    ];

    static Factor Plain(FactorKind kind, int max, int permille, Reason why) =>
        new(kind, max, Share(max, permille), why, []);

    static int Share(int max, int permille) => (int)((long)max * permille / 1_000);
}
