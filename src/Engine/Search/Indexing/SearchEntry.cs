using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>A document taken apart: what it can be asked for, ascending, and the values of its facets.</summary>
sealed class SearchEntry
{
    public SearchEntry(SearchDocument document, SearchSchema schema)
    {
        Key = Key.Of(document.Id);
        (Keys, Values) = TakenApart(document);
        Terms = document.Words;
        Numbers = [.. document.Numbers];
        if (Numbers.Length != schema.Numbers) throw new ArgumentException($"Give {schema.Numbers} numbers.");
        Facets = new string[schema.Facets.Count][];
        for (var i = 0; i < Facets.Length; i++)
            Facets[i] = schema.Facets[i] == SearchSchema.Skills ? SkillIds(document)
                : Labels(document, schema.Facets[i]);
    }

    // The words ascend already: the rest is sorted and brought in among them.
    static (ulong[] Keys, byte[] Values) TakenApart(SearchDocument document)
    {
        var words = document.Words.Hashes;
        var impacts = document.Words.Impacts;
        var most = document.Name.Hashes.Length + document.Shown.Hashes.Length + document.Skills.Count
            + document.ShownSkills.Count + document.Labels.Count;
        var (rest, worth, count) = (new ulong[most], new byte[most], 0);
        void Add(ulong key, byte value) => (rest[count], worth[count++]) = (key, value);
        foreach (var word in document.Name.Hashes) Add(SearchKey.Named(word), 1);
        foreach (var word in document.Shown.Hashes) Add(SearchKey.Shown(word), 1);
        foreach (var skill in document.Skills) Add(SearchKey.Skill(skill.SkillId), skill.Code);
        foreach (var skill in document.ShownSkills) Add(SearchKey.ShownSkill(skill), 1);
        foreach (var label in document.Labels) Add(SearchKey.Label(label.Dimension, label.Value), 1);
        Array.Sort(rest, worth);
        var (keys, values, end) = (new ulong[words.Length + most], new byte[words.Length + most], 0);
        for (int w = 0, r = 0; w < words.Length || r < most;)
        {
            var word = r == most || w < words.Length && words[w] <= rest[r];
            var (key, value) = word ? (words[w], impacts[w++]) : (rest[r], worth[r++]);
            if (end > 0 && keys[end - 1] == key) values[end - 1] = Math.Max(values[end - 1], value);
            else (keys[end], values[end++]) = (key, value);
        }
        Array.Resize(ref keys, end);
        Array.Resize(ref values, end);
        return (keys, values);
    }

    static string[] SkillIds(SearchDocument document)
    {
        var ids = new List<string>(document.Skills.Count);
        foreach (var skill in document.Skills)
            if (skill.SkillId.ToString() is var id && !ids.Contains(id)) ids.Add(id);
        return [.. ids];
    }

    static string[] Labels(SearchDocument document, string facet)
    {
        var values = new List<string>(2);
        foreach (var label in document.Labels)
            if (label.Dimension == facet && !values.Contains(label.Value)) values.Add(label.Value);
        return [.. values];
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
        AtLeast some => some.Parts.Count(Holds) >= some.Least,
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
