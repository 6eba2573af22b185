using Guildhall.Engine.Search;

namespace Guildhall.Relevance;

/// <summary>
/// Rankers of one idea each. Three are controls that look at no query, or at nothing that matters: a benchmark that
/// they do well on is broken.
/// </summary>
sealed class Baselines
{
    readonly HashSet<string>[] skills, words;
    readonly Dictionary<string, int> supply, documents;
    readonly Dictionary<string, Dictionary<string, int>> together = [];
    readonly Dictionary<string, int> seen = [], demand = [];
    readonly int jobs;
    readonly double[] lengths;

    public Baselines(List<ProfileRow> profiles, IReadOnlyCollection<JobRow> past)
    {
        skills = [.. profiles.Select(p => p.Skills.Select(Tokenizer.Normalize).ToHashSet())];
        words = [.. profiles.Select(p => p.Skills.SelectMany(Split).Concat(Split(p.Text)).ToHashSet())];
        lengths = [.. words.Select(w => (double)w.Count)];
        supply = Count(skills);
        documents = Count(words);
        jobs = past.Count;
        foreach (var job in past)
        {
            var asked = job.Skills.Select(Tokenizer.Normalize).Distinct().ToArray();
            foreach (var skill in asked) demand[skill] = demand.GetValueOrDefault(skill) + 1;
            foreach (var feature in Features(job.Title, asked))
            {
                seen[feature] = seen.GetValueOrDefault(feature) + 1;
                if (!together.TryGetValue(feature, out var with)) together[feature] = with = [];
                foreach (var skill in asked) with[skill] = with.GetValueOrDefault(skill) + 1;
            }
        }
    }

    public double Popularity(int place) => skills[place].Sum(s => demand.GetValueOrDefault(s));

    public double Longest(int place) => skills[place].Count + lengths[place] / 1_000;

    public double[] Overlap(JobRow job)
    {
        var asked = job.Skills.Select(Tokenizer.Normalize).ToHashSet();
        return [.. skills.Select(have => have.Where(asked.Contains).Sum(s => Rarity(supply[s])))];
    }

    public double[] Bm25(JobRow job)
    {
        var asked = job.Skills.SelectMany(Split).Concat(Split(job.Title)).Distinct().Where(documents.ContainsKey)
            .ToArray();
        var average = lengths.Average();
        return [.. words.Select((have, i) => asked.Where(have.Contains)
            .Sum(w => Rarity(documents[w]) * 2.2 / (1 + 1.2 * (.25 + .75 * lengths[i] / average))))];
    }

    /// <summary>The largest lift of a feature of the job on a skill of the profile, of those seen twice.</summary>
    public double[] MaxLift(JobRow job)
    {
        var best = new Dictionary<string, double>();
        foreach (var feature in Features(job.Title, job.Skills.Select(Tokenizer.Normalize)).Where(together.ContainsKey))
            foreach (var (skill, count) in together[feature])
                if (count > 1)
                    best[skill] = Math.Max(best.GetValueOrDefault(skill),
                        (double)count * jobs / seen[feature] / demand[skill]);
        return [.. skills.Select(have => have.Max(s => (double?)best.GetValueOrDefault(s)) ?? 0)];
    }

    double Rarity(int count) => Math.Log((skills.Length + 1.0) / (count + .5));

    static IEnumerable<string> Features(string title, IEnumerable<string> asked) =>
        Split(title).Distinct().Select(w => "w:" + w).Concat(asked.Select(s => "s:" + s));

    static IEnumerable<string> Split(string text) => TermVector.Of(text).Terms;

    static Dictionary<string, int> Count(IEnumerable<HashSet<string>> sets) =>
        sets.SelectMany(s => s).GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
}
