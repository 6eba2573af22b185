namespace Guildhall.Engine.Search.Indexing;

/// <summary>Working memory of one search at a time; each thread keeps one.</summary>
sealed class SearchScratch
{
    [ThreadStatic] static SearchScratch? mine;

    public static SearchScratch Mine => mine ??= new();

    /// <summary>Who passes everything, then who passes everything but one dimension; as many as needed.</summary>
    public ulong[][] Masks = [];

    /// <summary>Who meets one dimension, and one condition.</summary>
    public ulong[] Group = [], One = [];

    /// <summary>By place in a block: the sum of its words, the worth of its skills.</summary>
    public readonly int[] Said = new int[SearchSegment.BlockSize], Able = new int[SearchSegment.BlockSize];

    int[] counts = [], rows = [];
    ulong[][] levels = [];
    ulong[] part = [];

    public void Room(int masks, int words)
    {
        if (Masks.Length < masks) Array.Resize(ref Masks, masks);
        for (var m = 0; m < masks; m++)
            if (Masks[m] is null || Masks[m].Length < words) Masks[m] = new ulong[words];
        if (Group.Length < words) (Group, One) = (new ulong[words], new ulong[words]);
    }

    /// <summary>Who meets one part and more, all zero, and room for whoever meets the part looked at.</summary>
    public (ulong[][] Levels, Memory<ulong> Part) Levels(int count, int words)
    {
        if (levels.Length < count) Array.Resize(ref levels, count);
        for (var i = 0; i < count; i++)
            if (levels[i] is null || levels[i].Length < words) levels[i] = new ulong[words];
            else Array.Clear(levels[i], 0, words);
        if (part.Length < words) part = new ulong[words];
        return (levels, part.AsMemory(0, words));
    }

    /// <summary>So many zeros, for the values of a facet.</summary>
    public Span<int> Counts(int length) => Zeros(ref counts, length);

    /// <summary>So many zeros, for its rows.</summary>
    public Span<int> Rows(int length) => Zeros(ref rows, length);

    static Span<int> Zeros(ref int[] array, int length)
    {
        if (array.Length < length) array = new int[length + length / 2];
        var zeros = array.AsSpan(0, length);
        zeros.Clear();
        return zeros;
    }
}
