using System.Runtime.InteropServices;
using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

/// <summary>Where a facet begins; it ends where the next one does.</summary>
/// <param name="Column">
/// Which column says for each document the number of its combination of values; below 0: none, each document has a row
/// of its own.
/// </param>
/// <param name="Row">Its first row.</param>
/// <param name="Label">Its first value.</param>
readonly record struct FacetPlace(int Column, int Row, int Label);

/// <summary>
/// The facets' values as rows of a few numbers. Where the same values come together again and again (a country, two
/// languages) each combination is one row and a document says which, in two bytes; where nearly everybody has a
/// combination of their own (skills) each document has a row.
/// </summary>
sealed class FacetRows
{
    readonly SearchDraft draft;
    readonly ushort[] number; // of each label of the draft: which of its facet's, in order of the alphabet
    readonly List<ushort[]> columns = [];
    Grow<int> first = new();
    Grow<ushort> numbers = new();

    public FacetRows(SearchDraft draft)
    {
        this.draft = draft;
        Labels = [.. draft.Labels.OrderBy(l => l.Facet).ThenBy(l => l.Value, StringComparer.Ordinal)];
        Places = new FacetPlace[draft.Schema.Facets.Count + 1];
        number = new ushort[Labels.Length];
        for (int label = 0, begin = 0; label < Labels.Length; label++)
        {
            if (label > 0 && Labels[label].Facet != Labels[label - 1].Facet) begin = label;
            number[draft.Label(Labels[label].Facet, Labels[label].Value)] = (ushort)(label - begin);
        }
        first.Add(0);
        for (var facet = 0; facet < Places.Length; facet++)
        {
            Places[facet] = new(-1, first.Count - 1, Labels.Count(l => l.Facet < facet));
            if (facet == Places.Length - 1) break;
            if (!Combined(facet)) OneByOne(facet);
        }
    }

    /// <summary>Every value, facet by facet, in order of the alphabet.</summary>
    public (int Facet, string Value)[] Labels { get; }

    /// <summary>By facet, and one more where all end.</summary>
    public FacetPlace[] Places { get; }

    public IReadOnlyList<ushort[]> Columns => columns;

    /// <summary>Where each row begins; one more where the last ends.</summary>
    public ReadOnlySpan<int> First => first.Span;

    /// <summary>The rows' values, by their place within the facet.</summary>
    public ReadOnlySpan<ushort> Numbers => numbers.Span;

    // A combination is known again as a text of its numbers.
    bool Combined(int facet)
    {
        var most = Math.Min(ushort.MaxValue + 1, draft.Count / 8);
        var (column, known) = (new ushort[draft.Count], new Dictionary<string, ushort>());
        var combinations = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var (rows, length) = (first.Count, numbers.Count);
        for (var at = 0; at < column.Length; at++)
        {
            var values = MemoryMarshal.Cast<ushort, char>(Values(facet, at));
            if (combinations.TryGetValue(values, out column[at])) continue;
            if (known.Count == most)
            {
                (first.Count, numbers.Count) = (rows, length);
                return false;
            }
            combinations[values] = column[at] = (ushort)known.Count;
            Row(values);
        }
        Places[facet] = Places[facet] with { Column = columns.Count };
        columns.Add(column);
        return true;
    }

    void OneByOne(int facet)
    {
        for (var at = 0; at < draft.Count; at++) Row(MemoryMarshal.Cast<ushort, char>(Values(facet, at)));
    }

    void Row(ReadOnlySpan<char> values)
    {
        numbers.Add(MemoryMarshal.Cast<char, ushort>(values));
        first.Add(numbers.Count);
    }

    ushort[] buffer = [];

    Span<ushort> Values(int facet, int at)
    {
        var place = at * draft.Schema.Facets.Count + facet;
        var labels = draft.FacetCodes.Span[draft.FacetFirst.Items[place]..draft.FacetFirst.Items[place + 1]];
        if (buffer.Length < labels.Length) buffer = new ushort[2 * labels.Length];
        for (var i = 0; i < labels.Length; i++) buffer[i] = number[labels[i]];
        var values = buffer.AsSpan(0, labels.Length);
        values.Sort();
        return values;
    }
}
