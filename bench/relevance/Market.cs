using Guildhall.Engine.Matching;

namespace Guildhall.Relevance;

/// <summary>
/// The profiles as the product's own index, with the product's own scorer. A name in a list of tags carries no level
/// and no "must", so jobs ask for theirs as welcome, and profiles claim theirs at the middle level, unverified.
/// </summary>
sealed class Market
{
    static readonly DateOnly today = new(2026, 1, 1);

    readonly ExhaustiveIndex index;
    readonly Dictionary<Guid, int> places;

    public Market(List<ProfileRow> profiles, IEnumerable<JobRow> jobs, IEnumerable<JobRow>? history,
        IEnumerable<KnowledgeLine>? knowledge = null)
    {
        Profiles = profiles;
        var past = history?.ToArray();
        Words = new(profiles.SelectMany(p => p.Skills).Concat(jobs.SelectMany(j => j.Skills))
            .Concat((past ?? []).SelectMany(j => j.Skills)));
        var claims = profiles.Select(p => Words.Ids(p.Skills)).ToArray();
        var supply = claims.SelectMany(c => c).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        Knowledge = new(Words.Entries, knowledge ?? ShippedKnowledge.Lines, Learned(past), supply, profiles.Count);
        var graph = new SkillGraph("relevance", [], Knowledge);
        index = ExhaustiveIndex.Of(profiles.Select((p, i) => Document(p, claims[i], i)), [], Weights.V2, graph);
        places = profiles.Select((_, i) => i).ToDictionary(Id);
    }

    public List<ProfileRow> Profiles { get; }
    public Vocabulary Words { get; }
    public SkillKnowledge Knowledge { get; }

    /// <summary>The best profiles by the product's score, as places in the list; ties by id.</summary>
    public int[] Rank(JobRow job, int most = 100)
    {
        var prepared = index.Prepare(Document(job));
        var scores = index.Freelancers.Select(f => (f.Id, Points: Scorer.Points(prepared, f, today)));
        return [.. scores.OrderByDescending(s => s.Points).ThenBy(s => s.Id).Take(most).Select(s => places[s.Id])];
    }

    /// <summary>Compatibilities 0..100 of the best, for the spread.</summary>
    public int[] Scores(JobRow job, int most) =>
        [.. Ranker.Top(Document(job), index, most).Select(m => m.Compatibility)];

    public JobDocument Document(JobRow row)
    {
        var (pricing, min, max) = Rows.Budget(row.Budget);
        return new(Id(0), today)
        {
            Title = row.Title, Text = row.Title, Pricing = pricing, MinMinor = min, MaxMinor = max, Currency = "USD",
            Complexity = row.Level.ToLowerInvariant() switch
            {
                "expert" => 4, "entry" or "entry level" or "beginner" => 2, _ => 3,
            },
            Requirements = [.. Words.Ids(row.Skills).Select(s => new Requirement(s, 5, false))],
        };
    }

    static FreelancerDocument Document(ProfileRow row, int[] claims, int place) => new(Id(place))
    {
        Claims = [.. claims.Select(c => new SkillClaim(c, 5, false))], Text = row.Text,
        HourlyRateMinor = (long?)(row.Rate * 100), Currency = "USD", Country = row.Country,
        Reputation = (int)((row.Rating ?? 0) * 200), Reviews = row.Reviews,
    };

    GraphLearner? Learned(JobRow[]? history)
    {
        if (history is null) return null;
        var learner = new GraphLearner();
        foreach (var job in history) learner.Learn(job.Title, Words.Ids(job.Skills));
        return learner;
    }

    static Guid Id(int place) => new(place, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
