using Guildhall.Engine.Search;

namespace Guildhall.Relevance;

/// <summary>
/// Evaluation by hidden rare skills. A job's skills that few jobs ask for (under 2 %) and few profiles list (under 4 %)
/// are taken away; a profile gains the share of them that it lists. Common skills are never hidden: a ranking by
/// popularity would find them.
/// </summary>
sealed class Protocol(List<ProfileRow> profiles, IReadOnlyCollection<JobRow> past)
{
    readonly HashSet<string>[] skills = [.. profiles.Select(p => p.Skills.Select(Tokenizer.Normalize).ToHashSet())];
    readonly Dictionary<string, int> supply = Count(profiles.Select(p => p.Skills));
    readonly Dictionary<string, int> demand = Count(past.Select(j => j.Skills));

    /// <summary>The job without its rare skills and the gain of every profile; null when nothing is hidden.</summary>
    public (JobRow Job, double[] Gains)? Hide(JobRow job)
    {
        var hidden = job.Skills.Where(IsRare).Select(Tokenizer.Normalize).ToHashSet();
        if (hidden.Count == 0) return null;
        var left = job with { Skills = [.. job.Skills.Where(s => !IsRare(s))] };
        return (left, [.. skills.Select(have => have.Count(hidden.Contains) / (double)hidden.Count)]);
    }

    bool IsRare(string name)
    {
        var skill = Tokenizer.Normalize(name);
        return supply.TryGetValue(skill, out var have) && have < .04 * profiles.Count
            && demand.GetValueOrDefault(skill) < .02 * past.Count;
    }

    static Dictionary<string, int> Count(IEnumerable<string[]> lists) => lists
        .SelectMany(l => l.Select(Tokenizer.Normalize).Distinct()).GroupBy(s => s)
        .ToDictionary(g => g.Key, g => g.Count());
}
