namespace Guildhall.Engine.Matching.Indexing;

/// <summary>A skill whose owners meet a requirement directly, and what each evidence code is worth for it.</summary>
sealed record Pattern(int Asked, int Skill, ushort[] Credits)
{
    // Points and thousandths saved from the ceiling, for adding both at once; by code.
    public uint[] Packed { get; } = new uint[256];
}

/// <summary>
/// How one skill of a freelancer can serve: itself, as an alternative, as a related skill, or, for no requirement
/// (<see cref="Expected"/>), because such jobs usually need it.
/// </summary>
readonly record struct Usage(int Asked, SkillVia Via, int Permille)
{
    public const int Expected = -1;
}

/// <summary>A job taken apart for searching: what to look for, and the most that each part of a score can be.</summary>
sealed class JobPlan
{
    // Beyond these the packed sums could run over; nobody asks for so much, and then everything is scored.
    const int MostPatterns = 60, MostPacked = ushort.MaxValue;

    public JobPlan(PreparedJob job, DateOnly today)
    {
        (Job, Today, Asked) = (job, today, job.Asked);
        var usages = new Dictionary<int, List<Usage>>();
        void Use(int skill, Usage usage)
        {
            if (!usages.TryGetValue(skill, out var list)) usages[skill] = list = [];
            list.Add(usage);
        }

        var patterns = new List<Pattern>();
        RelatedMost = new int[Asked.Length];
        for (var a = 0; a < Asked.Length; a++)
        {
            var asked = Asked[a];
            var credits = EvidenceCode.Credits(asked.Level);
            var alternative = new ushort[256];
            for (var i = 0; i < 256; i++) alternative[i] = (ushort)SkillFit.Alternative(credits[i]);
            patterns.Add(new(a, asked.SkillId, credits.ToArray()));
            Use(asked.SkillId, new(a, SkillVia.Itself, 1_000));
            foreach (var other in asked.Alternatives)
            {
                patterns.Add(new(a, other, alternative));
                Use(other, new(a, SkillVia.Alternative, 1_000));
            }
            foreach (var edge in asked.Related)
            {
                Use(edge.Known, new(a, SkillVia.Related, edge.Permille));
                RelatedMost[a] = Math.Max(RelatedMost[a], SkillFit.Related(1_000, edge.Permille));
            }
        }
        foreach (var expected in job.Expected)
            Use(expected.SkillId, new(Usage.Expected, SkillVia.Nothing, expected.Permille));
        Direct = [.. patterns];
        Skills = [.. usages.Keys];
        Usages = [.. usages.Values.Select(u => u.ToArray())];
        RelatedPoints = 0;
        for (var a = 0; a < Asked.Length; a++) RelatedPoints += SkillFit.Points(Asked[a].Max, RelatedMost[a]);
        OneMissing = job.RequiredCount == 0 ? Weights.Total : Ceiling.Of(1_000, 1_000 / job.RequiredCount);
        CanPack = Direct.Length <= MostPatterns
            && Direct.Sum(p => Asked[p.Asked].Max) <= MostPacked
            && 1_000 * Direct.Count(p => Asked[p.Asked].Required) <= MostPacked;
        if (CanPack) foreach (var pattern in Direct) Pack(pattern);

        var weights = job.Weights;
        Words = job.Query.IsEmpty ? Scorer.Share(job.TextMax, Matching.Words.Neutral) : job.TextMax;
        Meaning = weights.Meaning;
        Offer = Scorer.Share(weights.Availability, Availability.Best(job, today))
            + Scorer.Share(weights.Rate, RateFit.Best(job)) + weights.Place;
    }

    public PreparedJob Job { get; }
    public DateOnly Today { get; }
    public AskedSkill[] Asked { get; }
    public Pattern[] Direct { get; }

    /// <summary>Every skill that can serve, and at the same place in <see cref="Usages"/>, how.</summary>
    public int[] Skills { get; }

    public Usage[][] Usages { get; }

    /// <summary>The most that related skills can earn in place of each requirement, in thousandths.</summary>
    public int[] RelatedMost { get; }

    /// <summary>The same in sub-points, of all requirements together.</summary>
    public int RelatedPoints { get; }

    /// <summary>The highest score with one required skill missing.</summary>
    public int OneMissing { get; }

    public bool CanPack { get; }

    /// <summary>The most that words can give; exactly that when the job has none.</summary>
    public int Words { get; }

    /// <summary>The most that meaning can give.</summary>
    public int Meaning { get; }

    /// <summary>The most that availability, rate and place can give together.</summary>
    public int Offer { get; }

    /// <summary>
    /// The least worth that the best expected skill must have for the factor to give so many sub-points: the second
    /// counts half, so the best is two thirds of the sum at least.
    /// </summary>
    public int LeastWorth(int points)
    {
        var (low, high) = (0, 1_001);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Expected(middle, middle) >= points) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>Sub-points of the expected skills, from the worths of the two strongest.</summary>
    public int Expected(int best, int second) =>
        Job.ExpectedMax == 0 ? 0 : Scorer.Share(Job.ExpectedMax, Matching.Expected.Permille(best, second));

    /// <summary>The most that everything but skills can give, to people trusted at most so much.</summary>
    public int Rest(int trust) =>
        Words + Meaning + Offer + Scorer.Share(Job.Weights.Reputation, Standing.Permille(Job, trust));

    /// <summary>The least credit a required skill must have for its ceiling to reach a score, in thousandths.</summary>
    public int LeastCredit(int score)
    {
        var (low, high) = (0, Ceiling.Enough);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var shortfall = Ceiling.Shortfall(middle);
            if (Ceiling.Of(shortfall, shortfall / Job.RequiredCount) >= score) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>The least sum of saved thousandths (1000 - shortfall) of all required skills for a score.</summary>
    public int LeastSaved(int score)
    {
        var count = Job.RequiredCount;
        var (low, high) = (0, 1_000 * count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var average = (1_000 * count - middle) / count;
            if (Ceiling.Of(average, average) >= score) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    void Pack(Pattern pattern)
    {
        var asked = Asked[pattern.Asked];
        for (var code = 0; code < EvidenceCode.Count; code++)
        {
            var credit = pattern.Credits[code];
            var saved = asked.Required ? 1_000 - Ceiling.Shortfall(credit) : 0;
            pattern.Packed[code] = (uint)SkillFit.Points(asked.Max, credit) << 16 | (uint)saved;
        }
    }
}
