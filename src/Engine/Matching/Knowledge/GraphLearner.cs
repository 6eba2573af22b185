namespace Guildhall.Engine.Matching;

/// <summary>
/// What a marketplace's own history says goes together, counted as it happens: how often each word of a title or skill
/// asked for occurred, and which skills with it. Counts are thousandths of one event, so that older events can fade.
/// Not safe to share while it learns; <see cref="SkillKnowledge"/> takes a copy.
/// </summary>
public sealed class GraphLearner
{
    /// <summary>One event in the unit of the counts.</summary>
    public const int Event = 1_000;

    /// <summary>Features kept after <see cref="Fade(int)"/>, the most frequent ones.</summary>
    public const int MaxFeatures = 200_000;

    readonly Dictionary<string, FeatureCounts> features = [];
    readonly Dictionary<int, int> skills = [];

    /// <summary>All events, in thousandths.</summary>
    public long Events { get; private set; }

    /// <summary>How often each feature occurred and with what.</summary>
    public IReadOnlyDictionary<string, FeatureCounts> Features => features;

    /// <summary>How often each skill was needed, in thousandths of events.</summary>
    public IReadOnlyDictionary<int, int> Skills => skills;

    /// <summary>A job that asks for these skills.</summary>
    public void Learn(string title, IReadOnlyCollection<int> asked) => Learn(title, asked, asked, Event);

    /// <summary>
    /// Skills that turned out to belong to a job: those of its text, of who proposed, of who was hired.
    /// </summary>
    /// <param name="title">The job's title.</param>
    /// <param name="asked">Skills the job asks for: they speak for the others.</param>
    /// <param name="needed">Skills seen with it; may be the same.</param>
    /// <param name="weight">Thousandths of an event, 1..1000: a hire says more than a proposal.</param>
    public void Learn(string title, IReadOnlyCollection<int> asked, IReadOnlyCollection<int> needed, int weight)
    {
        if (weight is < 1 or > Event) throw new ArgumentOutOfRangeException(nameof(weight));
        var targets = needed.Distinct().ToArray();
        Events += weight;
        foreach (var skill in targets) skills[skill] = skills.GetValueOrDefault(skill) + weight;
        foreach (var word in JobFeatures.Words(title)) Count(word, targets, weight);
        foreach (var skill in asked.Distinct())
            Count(JobFeatures.Skill(skill), [.. targets.Where(t => t != skill)], weight);
    }

    /// <summary>Makes everything learned so far count for less, and forgets what has faded away.</summary>
    /// <param name="permille">What remains, 0..1000; 997 a night halves a memory in 231 days.</param>
    public void Fade(int permille)
    {
        Events = Events * permille / 1_000;
        Fade(skills, permille);
        foreach (var (key, counts) in features.ToArray())
        {
            counts.Seen = (int)((long)counts.Seen * permille / 1_000);
            Fade(counts.With, permille);
            if (counts.Seen < Event / 10) features.Remove(key);
        }
        var surplus = features.OrderByDescending(f => f.Value.Seen).ThenBy(f => f.Key, StringComparer.Ordinal)
            .Skip(MaxFeatures).Select(f => f.Key).ToArray();
        foreach (var key in surplus) features.Remove(key);
    }

    internal void Restore(long events, IEnumerable<KeyValuePair<int, int>> needed,
        IEnumerable<KeyValuePair<string, FeatureCounts>> counted)
    {
        Events = events;
        foreach (var (skill, count) in needed) skills[skill] = count;
        foreach (var (key, counts) in counted) features[key] = counts;
    }

    void Count(string key, int[] targets, int weight)
    {
        if (!features.TryGetValue(key, out var counts)) features[key] = counts = new();
        counts.Seen += weight;
        foreach (var skill in targets) counts.With[skill] = counts.With.GetValueOrDefault(skill) + weight;
    }

    static void Fade(Dictionary<int, int> counts, int permille)
    {
        foreach (var (key, count) in counts.ToArray())
        {
            var left = (int)((long)count * permille / 1_000);
            if (left < Event / 20) counts.Remove(key);
            else counts[key] = left;
        }
    }
}

/// <summary>How often a feature was seen, and with which skills; thousandths of events.</summary>
public sealed class FeatureCounts
{
    /// <summary>How often it was seen.</summary>
    public int Seen { get; internal set; }

    internal Dictionary<int, int> With { get; } = [];

    /// <summary>How often a skill was seen with it.</summary>
    public int Of(int skill) => With.GetValueOrDefault(skill);
}
