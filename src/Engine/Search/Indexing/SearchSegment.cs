using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

enum SearchSection
{
    Keys, ByKey, Terms, TermFirst, Runs, Docs, Values, Bits, Numbers, Facets, FacetColumns, RowFirst, RowValues,
    LabelTotals, LabelTerms, LabelFirst, LabelChars, WordFirst, WordChars, WordTerms,
}

/// <summary>The postings of one key in one block: where they begin, how many, and whether they are a bitmap.</summary>
readonly struct Stretch(int start, int block, int count, bool dense)
{
    const int DenseBit = 1 << 15;

    public readonly int Start = start;
    readonly ushort place = (ushort)(block | (dense ? DenseBit : 0));
    public readonly ushort Count = (ushort)count;

    public int Block => place & ~DenseBit;
    public bool IsDense => place >= DenseBit;
}

/// <summary>
/// Documents that do not change, in the order they came, in blocks of 4,096:
/// <code>
/// by key:      stretches (a block each) → postings (place in the block: 2 bytes, value: 1), or, where a label is
///              common, a bitmap of the block
/// by document: id, numbers (8 bytes each, a column for each number), the facets' values
///              (<see cref="FacetRows"/>)
/// words:       every word in order of the alphabet, for beginnings and typing mistakes
/// </code>
/// </summary>
sealed class SearchSegment : KeyedSegment
{
    /// <summary>From so many in a block on, a bitmap is smaller than a list.</summary>
    public const int DenseFrom = BlockSize / 24;

    public SearchSegment(Slab slab) : base(slab, (int)SearchSection.Keys, (int)SearchSection.ByKey)
    {
        var layout = Layout;
        Terms = layout.Column<ulong>((int)SearchSection.Terms);
        TermFirst = layout.Column<int>((int)SearchSection.TermFirst);
        Runs = layout.Column<Stretch>((int)SearchSection.Runs);
        Docs = layout.Column<ushort>((int)SearchSection.Docs);
        Values = layout.Column<byte>((int)SearchSection.Values);
        Bits = layout.Column<ulong>((int)SearchSection.Bits);
        Numbers = layout.Column<long>((int)SearchSection.Numbers);
        Facets = layout.Column<FacetPlace>((int)SearchSection.Facets);
        FacetColumns = layout.Column<ushort>((int)SearchSection.FacetColumns);
        RowFirst = layout.Column<int>((int)SearchSection.RowFirst);
        RowValues = layout.Column<ushort>((int)SearchSection.RowValues);
        LabelTotals = layout.Column<int>((int)SearchSection.LabelTotals);
        LabelTerms = layout.Column<int>((int)SearchSection.LabelTerms);
        Labels = new(layout.Column<int>((int)SearchSection.LabelFirst),
            layout.Column<char>((int)SearchSection.LabelChars));
        Words = new(layout.Column<int>((int)SearchSection.WordFirst),
            layout.Column<char>((int)SearchSection.WordChars));
        WordTerms = layout.Column<int>((int)SearchSection.WordTerms);
    }

    public readonly Column<ulong> Terms;
    public readonly Column<int> TermFirst;
    public readonly Column<Stretch> Runs;
    public readonly Column<ushort> Docs;
    public readonly Column<byte> Values;
    public readonly Column<ulong> Bits;
    public readonly Column<long> Numbers;
    public readonly Column<FacetPlace> Facets;
    public readonly Column<ushort> FacetColumns;
    public readonly Column<int> RowFirst;
    public readonly Column<ushort> RowValues;
    public readonly Column<int> LabelTotals;
    public readonly Column<int> LabelTerms;
    public readonly Strings Labels;
    public readonly Strings Words;

    string[]? labelTexts;

    /// <summary>The values of the facets, facet by facet and each in order of the alphabet; made once.</summary>
    public string[] LabelTexts =>
        labelTexts ??= [.. Enumerable.Range(0, Labels.Count).Select(label => Labels[label].ToString())];

    int[]? costs;

    // A stretch costs as much again as so many postings before the first is read.
    const int StretchCost = 5;

    /// <summary>By facet: what it takes to read the postings of all its values, a posting 1; counted once.</summary>
    public int[] Costs => costs ??= [.. Enumerable.Range(0, Facets.Length - 1).Select(facet => Enumerable
        .Range(Facets[facet].Label, Facets[facet + 1].Label - Facets[facet].Label)
        .Sum(label => Cost(LabelTerms[label])))];

    int Cost(int term)
    {
        var sum = 0;
        for (var run = TermFirst[term]; run < TermFirst[term + 1]; run++)
            sum += StretchCost + (Runs[run].IsDense ? BlockWords / 3 : Runs[run].Count);
        return sum;
    }

    int[]? uses;

    /// <summary>How many documents have each word, the dead included; counted once.</summary>
    public int[] Uses => uses ??= [.. Enumerable.Range(0, Words.Count).Select(word => Frequency(WordTerms[word]))];

    /// <summary>For each word its number among the terms.</summary>
    public readonly Column<int> WordTerms;

    /// <summary>The values of a facet that one document has, by their place within the facet.</summary>
    public ReadOnlySpan<ushort> ValuesOf(int facet, int at)
    {
        var place = Facets[facet];
        var row = place.Row + (place.Column < 0 ? at : FacetColumns[place.Column * Count + at]);
        return RowValues.Slice(RowFirst[row], RowFirst[row + 1] - RowFirst[row]);
    }

    public int FindTerm(ulong key) => Terms.Span.BinarySearch(key);

    /// <summary>How many documents have a term (its number here), the dead included.</summary>
    public int Frequency(int term)
    {
        var sum = 0;
        for (var run = TermFirst[term]; run < TermFirst[term + 1]; run++) sum += Runs[run].Count;
        return sum;
    }

    /// <summary>The value of a term (its number here) of one document; 0 for none.</summary>
    public byte Value(int term, int at)
    {
        var (low, high) = (TermFirst[term], TermFirst[term + 1] - 1);
        var block = at >> BlockShift;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var run = Runs[middle];
            if (run.Block < block) low = middle + 1;
            else if (run.Block > block) high = middle - 1;
            else if (run.IsDense)
                return (byte)(Bits[run.Start + ((at & BlockMask) >> 6)] >> (at & 63) & 1);
            else
            {
                var found = Docs.Slice(run.Start, run.Count).BinarySearch((ushort)(at & BlockMask));
                return found < 0 ? (byte)0 : Values[run.Start + found];
            }
        }
        return 0;
    }
}

/// <summary>Many short texts, one after the other.</summary>
readonly struct Strings(Column<int> first, Column<char> chars)
{
    public int Count => Math.Max(0, first.Length - 1);

    public ReadOnlySpan<char> this[int at] => chars.Slice(first[at], first[at + 1] - first[at]);
}
