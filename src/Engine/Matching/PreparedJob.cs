using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>A job made ready for scoring with certain weights, graph and corpus. Immutable.</summary>
public sealed class PreparedJob
{
    /// <summary>Prepares a job; its words are counted here.</summary>
    public PreparedJob(JobDocument document, Weights weights, TextCorpus corpus, SkillGraph? graph = null)
        : this(document, TermVector.Of(document.Text), weights, corpus, graph ?? SkillGraph.None) { }

    internal PreparedJob(JobDocument document, TermVector terms, Weights weights, TextCorpus corpus, SkillGraph graph)
    {
        Document = document;
        Weights = weights;
        Graph = graph;
        Query = new(terms, corpus);
        RequiredCount = document.Requirements.DistinctBy(r => r.SkillId).Take(JobDocument.MaxRequirements)
            .Count(r => r.Required);
        Expected = weights.Expected > 0 ? graph.Expect(document) : [];
        SkillsMax = document.Requirements.Count == 0 ? 0
            : RequiredCount == 0 && Expected.Length > 0 ? weights.Skills / 10 : weights.Skills;
        // What nothing required is worth goes to what such jobs usually need, or else to the words.
        ExpectedMax = Expected.Length > 0 ? weights.Expected + weights.Skills - SkillsMax : 0;
        TextMax = weights.Text + weights.Skills + weights.Expected - SkillsMax - ExpectedMax;
        Asked = Ask(document, SkillsMax, graph);
        (MinMinor, MaxMinor) = Range(document.MinMinor, document.MaxMinor);
        Hours = document.Hours is > 0 ? Math.Min(document.Hours.Value, 100_000) : null;
        Complexity = Math.Clamp(document.Complexity, 1, 5);
        Overlap = Math.Clamp(document.MinOverlapHours, 1, 8);
        Languages = [.. document.Languages.Select(Tongue.Of).Distinct()];
        Currency = CurrencyCode.Of(document.Currency);
        Zone = document.TimezoneMinutes is { } zone ? Place.Zone(zone) : -1;
    }

    /// <summary>The document.</summary>
    public JobDocument Document { get; }

    /// <summary>The weights it is scored with.</summary>
    public Weights Weights { get; }

    /// <summary>The skill graph it is scored with.</summary>
    public SkillGraph Graph { get; }

    internal TextQuery Query { get; }
    internal AskedSkill[] Asked { get; }
    internal int RequiredCount { get; }
    internal int SkillsMax { get; }
    internal ExpectedSkill[] Expected { get; }
    internal int ExpectedMax { get; }
    internal int TextMax { get; }
    internal long MinMinor { get; }
    internal long? MaxMinor { get; }
    internal int? Hours { get; }
    internal int Complexity { get; }
    internal int Overlap { get; }
    internal uint[] Languages { get; }
    internal uint Currency { get; }
    internal int Zone { get; }

    /// <summary>The requirements that are read.</summary>
    internal static IEnumerable<Requirement> Asks(JobDocument document) =>
        document.Requirements.DistinctBy(r => r.SkillId).Take(JobDocument.MaxRequirements);

    static AskedSkill[] Ask(JobDocument document, int max, SkillGraph graph)
    {
        var asked = Asks(document).ToArray();
        long total = asked.Sum(Share), seen = 0;
        var prepared = new AskedSkill[asked.Length];
        for (var i = 0; i < asked.Length; i++)
        {
            // Differences of running totals: the shares are whole and sum to the factor's maximum exactly.
            var from = max * seen / total;
            seen += Share(asked[i]);
            prepared[i] = new(asked[i], (int)(max * seen / total - from), graph.RelatedTo(asked[i].SkillId));
        }
        return prepared;
    }

    static long Share(Requirement requirement) => requirement.Required ? 3 : 1;

    // Only the upper end stated: good value begins at six tenths of it. Only the lower end stated: it is the upper
    // end too.
    static (long Min, long? Max) Range(long? min, long? max)
    {
        var (low, high) = (min is > 0 ? min : null, max is > 0 ? max : null);
        if (low > high) (low, high) = (high, low);
        high ??= low;
        return (low ?? (high ?? 0) / 10 * 6, high);
    }
}

/// <summary>A requirement made ready for scoring.</summary>
sealed class AskedSkill(Requirement requirement, int max, IReadOnlyList<SkillEdge> related)
{
    public int SkillId { get; } = requirement.SkillId;
    public int Level { get; } = Math.Clamp(requirement.MinLevel, 1, 10);
    public bool Required { get; } = requirement.Required;
    public int Max { get; } = max;
    public int[] Alternatives { get; } = [.. Others(requirement)];
    public SkillEdge[] Related { get; } = [.. related];

    /// <summary>The alternatives that are read.</summary>
    public static IEnumerable<int> Others(Requirement requirement) =>
        requirement.Alternatives.Where(a => a != requirement.SkillId).Distinct().Take(20);
}
