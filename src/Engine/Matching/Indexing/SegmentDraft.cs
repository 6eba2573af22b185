using System.Runtime.InteropServices;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>Freelancers collected for a <see cref="Segment"/>, flat and in the order they came.</summary>
sealed class SegmentDraft
{
    public Grow<Facts> Facts = new();
    public Grow<Details> Details = new();
    public Grow<Key> Keys = new();
    public Grow<int> SkillFirst = new();
    public Grow<int> Skills = new();
    public Grow<byte> Codes = new();
    public Grow<int> TermFirst = new();
    public Grow<int> TermIds = new();
    public Grow<byte> Impacts = new();
    public Grow<uint> Languages = new();
    public Grow<int> LanguageSets = new();
    public Grow<sbyte> Vectors = new();

    readonly Dictionary<ulong, int> termIds = [];
    readonly Dictionary<string, ushort> languageIds = [];

    public SegmentDraft(int dimensions)
    {
        Dimensions = dimensions;
        LanguageSets.Add(0);
        SkillFirst.Add(0);
        TermFirst.Add(0);
    }

    public int Count => Keys.Count;

    public int Dimensions { get; }

    /// <summary>Terms by the number they have here.</summary>
    public ulong[] Terms()
    {
        var terms = new ulong[termIds.Count];
        foreach (var (term, id) in termIds) terms[id] = term;
        return terms;
    }

    public int TermCount => termIds.Count;

    public int Term(ulong hash)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(termIds, hash, out var known);
        return known ? id : id = termIds.Count - 1;
    }

    public void Add(PreparedFreelancer freelancer)
    {
        Skills.Add(freelancer.Skills);
        Codes.Add(freelancer.Codes);
        foreach (var hash in freelancer.Terms.Hashes) TermIds.Add(Term(hash));
        Impacts.Add(freelancer.Terms.Impacts);
        Finish(Key.Of(freelancer.Id), freelancer.Facts, freelancer.Details, freelancer.Languages,
            freelancer.Vector.Values);
    }

    /// <summary>Ends a freelancer whose skills and terms were added.</summary>
    public void Finish(Key key, Facts facts, Details details, ReadOnlySpan<uint> languages, ReadOnlySpan<sbyte> vector)
    {
        facts.Languages = LanguageSet(languages);
        Facts.Add(facts);
        Details.Add(details);
        Keys.Add(key);
        SkillFirst.Add(Skills.Count);
        TermFirst.Add(TermIds.Count);
        if (vector.Length == Dimensions) Vectors.Add(vector);
        else for (var i = 0; i < Dimensions; i++) Vectors.Add(0);
    }

    ushort LanguageSet(ReadOnlySpan<uint> languages)
    {
        var name = new string(MemoryMarshal.Cast<uint, char>(languages));
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(languageIds, name, out var known);
        if (known) return id;
        Languages.Add(languages);
        LanguageSets.Add(Languages.Count);
        return id = checked((ushort)(languageIds.Count - 1));
    }
}
