using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// What is believed before anything is seen: a word that is part of a skill's name speaks for that skill, and so do the
/// shipped lines. Chances in millionths; of several the largest counts.
/// </summary>
sealed class Beliefs
{
    const int One = 1_000_000, NameChance = 500_000, NamesImagined = 2_000;

    static readonly Dictionary<int, int> none = [];

    readonly Dictionary<string, Dictionary<int, int>> chances = [];
    readonly Dictionary<string, int> ids = [];
    readonly ILookup<int, string> namesOf;

    public Beliefs(IReadOnlyCollection<SkillEntry> skills)
    {
        var names = skills.SelectMany(s => s.Aliases.Prepend(s.Name).Select(n => (s.Id, Key: JobFeatures.Key(n))))
            .Where(n => n.Key.Length > 0).Distinct().ToArray();
        foreach (var (id, key) in names) ids.TryAdd(key, id);
        namesOf = names.Where(n => ids[n.Key] == n.Id).ToLookup(n => n.Id, n => n.Key);
        var frequency = names.SelectMany(n => n.Key.Split(' ').Distinct().Select(word => (n.Id, word))).Distinct()
            .GroupBy(n => n.word).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (id, key) in names) AddName(id, key, frequency);
    }

    public IEnumerable<string> Features => chances.Keys;

    public IReadOnlyDictionary<int, int> Of(string feature) => chances.GetValueOrDefault(feature, none);

    public void Add(KnowledgeLine line)
    {
        var key = JobFeatures.Key(line.Term);
        // A title that says "k8s" speaks for what Kubernetes speaks for.
        string[] features = !line.IsWord && ids.TryGetValue(key, out var source)
            ? [.. namesOf[source].Append(JobFeatures.Skill(source))] : [key];
        foreach (var (skill, permille) in line.Targets)
            if (ids.TryGetValue(JobFeatures.Key(skill), out var target))
                foreach (var feature in features)
                    if (feature != JobFeatures.Skill(target)) Believe(feature, target, permille * 1_000);
    }

    // "3d" is a part of "3d modeling": the rarer a word is among all names, the more of the name it is.
    void AddName(int id, string key, Dictionary<string, int> frequency)
    {
        var words = key.Split(' ');
        var weights = words.Select(w => FixedLog.Milli(frequency[w] + NamesImagined, frequency[w])).ToArray();
        var whole = weights.Sum();
        for (var i = 0; i < words.Length; i++)
        {
            Believe(words[i], id, OfName(weights[i], whole));
            if (i + 1 == words.Length) break;
            Believe($"{words[i]} {words[i + 1]}", id, OfName(weights[i] + weights[i + 1], whole));
        }
    }

    // A half times the share of the name to the power of one and a half.
    static int OfName(int part, int whole)
    {
        var share = (long)part * One / whole;
        return (int)((long)NameChance * share / One * (long)Math.Sqrt((double)share * One) / One);
    }

    void Believe(string feature, int skill, int chance)
    {
        if (!chances.TryGetValue(feature, out var known)) chances[feature] = known = [];
        known[skill] = Math.Max(known.GetValueOrDefault(skill), chance);
    }
}
