using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>A document taken apart: what it can be asked for, ascending, and the values of its facets.</summary>
sealed class SearchEntry
{
    public SearchEntry(SearchDocument document, SearchSchema schema)
    {
        Key = Key.Of(document.Id);
        var found = new Dictionary<ulong, byte>();
        void Add(ulong key, byte value)
        {
            if (value > found.GetValueOrDefault(key)) found[key] = value;
        }

        for (var i = 0; i < document.Words.Hashes.Length; i++)
            Add(document.Words.Hashes[i], document.Words.Impacts[i]);
        foreach (var word in document.Name.Hashes) Add(SearchKey.Named(word), 1);
        foreach (var word in document.Shown.Hashes) Add(SearchKey.Shown(word), 1);
        foreach (var skill in document.Skills) Add(SearchKey.Skill(skill.SkillId), skill.Code);
        foreach (var skill in document.ShownSkills) Add(SearchKey.ShownSkill(skill), 1);
        foreach (var label in document.Labels) Add(SearchKey.Label(label.Dimension, label.Value), 1);
        Keys = [.. found.Keys];
        Values = [.. found.Values];
        Array.Sort(Keys, Values);
        Terms = document.Words;
        Numbers = [.. document.Numbers];
        if (Numbers.Length != schema.Numbers) throw new ArgumentException($"Give {schema.Numbers} numbers.");
        Facets = [.. schema.Facets.Select(facet => facet == SearchSchema.Skills
            ? document.Skills.Select(s => s.SkillId.ToString()).Distinct().ToArray()
            : document.Labels.Where(l => l.Dimension == facet).Select(l => l.Value).Distinct().ToArray())];
    }

    public Key Key { get; }
    public ulong[] Keys { get; }
    public byte[] Values { get; }
    public TermVector Terms { get; }
    public long[] Numbers { get; }

    /// <summary>By facet of the schema: the values.</summary>
    public string[][] Facets { get; }

    /// <summary>The value under a key; 0 when it is not there.</summary>
    public byte this[ulong key] => Array.BinarySearch(Keys, key) is >= 0 and var at ? Values[at] : (byte)0;

    public bool Holds(SearchCondition condition) => condition switch
    {
        AnyOf any => any.Keys.Any(k => this[k.Key] is var value && value >= k.Least && value <= k.Most && value > 0),
        Between range => Numbers[range.Number] is var number && number != SearchDocument.Missing
            && number >= range.Least && number <= range.Most,
        _ => throw new NotSupportedException($"{condition.GetType().Name} is no condition we know."),
    };

    public long Rank(SearchRank rank)
    {
        var sum = 0L;
        if (rank.Text is { } text)
        {
            for (var i = 0; i < text.Hashes.Length; i++) sum += (long)text.Rarities[i] * this[text.Hashes[i]];
            sum = text.Saturate(sum);
        }
        foreach (var (skill, worth) in rank.Skills) sum += worth[this[SearchKey.Skill(skill)]];
        return rank.Key(Numbers[rank.Number], sum);
    }
}
