using System.Runtime.InteropServices;
using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>Documents collected for a <see cref="SearchSegment"/>, flat and in the order they came.</summary>
sealed class SearchDraft
{
    readonly Dictionary<ulong, int> terms = [];
    readonly Dictionary<(int Facet, string Value), int> labels = [];

    public Grow<Key> Keys = new();
    public Grow<ulong> Terms = new();
    public Grow<int> First = new();
    public Grow<int> Ids = new();
    public Grow<byte> Values = new();
    public Grow<long> Numbers = new();
    public Grow<int> FacetFirst = new();
    public Grow<ushort> FacetCodes = new();

    public SearchDraft(SearchSchema schema)
    {
        Schema = schema;
        First.Add(0);
        FacetFirst.Add(0);
    }

    public SearchSchema Schema { get; }

    public int Count => Keys.Count;

    /// <summary>Words by the number of their term.</summary>
    public Dictionary<int, string> Words { get; } = [];

    /// <summary>Values of facets in the order of their codes.</summary>
    public List<(int Facet, string Value)> Labels { get; } = [];

    /// <summary>The number of a term here.</summary>
    public int Term(ulong key)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, key, out var known);
        if (known) return id;
        Terms.Add(key);
        return id = terms.Count - 1;
    }

    /// <summary>The code of a facet's value here.</summary>
    public ushort Label(int facet, string value)
    {
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(labels, (facet, value), out var known);
        if (known) return (ushort)code;
        if (Labels.Count > ushort.MaxValue) throw new InvalidOperationException("An index counts 65,536 values.");
        Labels.Add((facet, value));
        return (ushort)(code = Labels.Count - 1);
    }

    public void Add(SearchEntry entry)
    {
        foreach (var key in entry.Keys)
        {
            var before = terms.Count;
            Ids.Add(Term(key));
            if (terms.Count > before && entry.Terms.Hashes.BinarySearch(key) is >= 0 and var word)
                Words.Add(before, entry.Terms.Terms[word]);
        }
        Values.Add(entry.Values);
        for (var facet = 0; facet < entry.Facets.Length; facet++)
        {
            foreach (var value in entry.Facets[facet]) FacetCodes.Add(Label(facet, value));
            FacetFirst.Add(FacetCodes.Count);
        }
        Finish(entry.Key, entry.Numbers);
    }

    /// <summary>Ends a document whose postings and facets were added.</summary>
    public void Finish(Key key, ReadOnlySpan<long> numbers)
    {
        Keys.Add(key);
        Numbers.Add(numbers);
        First.Add(Ids.Count);
    }
}
