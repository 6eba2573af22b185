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
    public const int Formula = 2;

    /// <summary>Scores and explains, on the job's <see cref="JobDocument.Today"/>.</summary>
    public static Match Score(
        JobDocument job, FreelancerDocument freelancer, Weights weights, TextCorpus corpus, SkillGraph? graph = null) =>
        Explain(new PreparedJob(job, weights.Checked(), corpus, graph), new PreparedFreelancer(freelancer), job.Today);

    /// <summary>
    /// The score alone, in sub-points 0..<see cref="Weights.Total"/>: about a microsecond, nothing allocated.
    /// </summary>
    public static int Points(PreparedJob job, PreparedFreelancer freelancer, DateOnly today) =>
        Points(job, freelancer, today, Words.Permille(job, freelancer));

    static int Points(PreparedJob job, PreparedFreelancer freelancer, DateOnly today, int words) =>
        Math.Min(Rest(job, freelancer, today, words) + Skills(job, freelancer, out var ceiling), ceiling);

    /// <summary>Everything but skills: what another claim does not change.</summary>
    internal static int Rest(PreparedJob job, PreparedFreelancer freelancer, DateOnly today, int words)
    {
        var sum = Share(job.TextMax, words) + Plain(job, freelancer.Facts, freelancer.Languages, today);
        if (job.Weights.Meaning > 0)
            sum += Share(job.Weights.Meaning,
                MeaningFit.Permille(job.Document.Vector.Values, freelancer.Vector.Values));
        return sum;
    }

    /// <summary>The skills asked for and expected, and the most they allow.</summary>
    internal static int Skills(PreparedJob job, PreparedFreelancer freelancer, out int ceiling)
    {
        var (sum, limit) = (0, new Ceiling());
        foreach (var asked in job.Asked)
        {
            var fit = SkillFit.Of(asked, freelancer);
            sum += SkillFit.Points(asked.Max, fit.Credit);
            if (asked.Required) limit.Add(fit.Direct);
        }
        if (job.ExpectedMax > 0) sum += Share(job.ExpectedMax, Expected.Permille(job, freelancer));
        ceiling = limit.Points;
        return sum;
    }

    /// <summary>The four factors that read nothing but numbers.</summary>
    internal static int Plain(PreparedJob job, in Facts facts, ReadOnlySpan<uint> languages, DateOnly today)
    {
        var weights = job.Weights;
        return Share(weights.Availability, Availability.Permille(job, facts, today))
            + Share(weights.Reputation, Standing.Permille(job, facts.Trust))
            + Share(weights.Rate, RateFit.Permille(job, facts))
            + Share(weights.Place, Place.Permille(job, facts, languages));
    }

    /// <summary>The score with its whole arithmetic, prediction, reasons and what would improve it.</summary>
    public static Match Explain(PreparedJob job, PreparedFreelancer freelancer, DateOnly today)
    {
        var words = Words.Permille(job, freelancer);
        var factors = Factors(job, freelancer, today, words);
        var lines = factors[0].Skills;
        var score = 0;
        foreach (var factor in factors) score += factor.Points;
        return new()
        {
            JobId = job.Document.Id,
            FreelancerId = freelancer.Id,
            Score = score,
            Confidence = Evidence.Confidence(lines, freelancer),
            PredictedCompletion = Availability.Predict(job, freelancer.Facts, today),
            Factors = factors,
            Reasons = ThreeReasons(factors),
            MissingRequired = [.. lines.Where(l => l.Required && SkillsFactor.IsMissing(l)).Select(l => l.SkillId)],
            Counterfactuals = Improvements.Of(job, freelancer, today, score, words, lines),
            WeightsVersion = job.Weights.Version,
            GraphVersion = job.Graph.Version,
        };
    }

    static Factor[] Factors(PreparedJob job, PreparedFreelancer freelancer, DateOnly today, int words)
    {
        var (weights, facts) = (job.Weights, freelancer.Facts);
        Factor[] factors =
        [
            SkillsFactor.Explain(job, freelancer),
            .. Expectation(job, freelancer),
            Plain(FactorKind.Text, job.TextMax, words, Words.Why(job, words)),
            Plain(FactorKind.Availability, weights.Availability,
                Availability.Permille(job, facts, today), Availability.Why(job, freelancer, today)),
            Plain(FactorKind.Reputation, weights.Reputation,
                Standing.Permille(job, facts.Trust), Standing.Why(job, freelancer)),
            Plain(FactorKind.Rate, weights.Rate, RateFit.Permille(job, facts), RateFit.Why(job, freelancer)),
            Plain(FactorKind.Place, weights.Place,
                Place.Permille(job, facts, freelancer.Languages), Place.Why(job, freelancer)),
            .. Meaning(job, freelancer),
        ];
        var sum = 0;
        foreach (var factor in factors) sum += factor.Points;
        var ceiling = Ceiling(job, freelancer);
        return [.. factors, new(FactorKind.Ceiling, 0, Math.Min(0, ceiling - sum), sum <= ceiling
            ? Reason.Of(ReasonKeys.CeilingNone)
            : Reason.Of(ReasonKeys.CeilingHolds, ReasonArg.Number(Match.Rounded(ceiling))), [])];
    }

    static Factor[] Expectation(PreparedJob job, PreparedFreelancer freelancer) => job.Weights.Expected == 0 ? [] :
    [
        Plain(FactorKind.Expected, job.ExpectedMax,
            Expected.Permille(job, freelancer), Expected.Why(job, freelancer)),
    ];

    static Factor[] Meaning(PreparedJob job, PreparedFreelancer freelancer) => job.Weights.Meaning == 0 ? [] :
    [
        Plain(FactorKind.Meaning, job.Weights.Meaning,
            MeaningFit.Permille(job.Document.Vector.Values, freelancer.Vector.Values),
            MeaningFit.Why(job, freelancer)),
    ];

    /// <summary>The most this freelancer can score, by the required skills alone.</summary>
    internal static int Ceiling(PreparedJob job, PreparedFreelancer freelancer)
    {
        var ceiling = new Ceiling();
        foreach (var asked in job.Asked)
            if (asked.Required) ceiling.Add(SkillFit.DirectOf(asked, freelancer).Direct);
        return ceiling.Points;
    }

    // Far from an unremarkable seven tenths, up or down, is what a reader wants to hear about.
    static IReadOnlyList<Reason> ThreeReasons(Factor[] factors) =>
    [
        factors[0].Why,
        .. factors.Skip(1).Where(f => f.Kind != FactorKind.Ceiling)
            .OrderByDescending(f => Math.Abs(10 * f.Points - 7 * f.MaxPoints)).ThenBy(f => f.Kind)
            .Take(2).Select(f => f.Why),
    ];

    static Factor Plain(FactorKind kind, int max, int permille, Reason why) =>
        new(kind, max, Share(max, permille), why, []);

    internal static int Share(int max, int permille) => (int)((uint)(max * permille) / 1_000);
}
