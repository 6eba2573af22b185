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

    int[] counts = [];

    public void Room(int masks, int words)
    {
        if (Masks.Length < masks) Array.Resize(ref Masks, masks);
        for (var m = 0; m < masks; m++)
            if (Masks[m] is null || Masks[m].Length < words) Masks[m] = new ulong[words];
        if (Group.Length < words) (Group, One) = (new ulong[words], new ulong[words]);
    }

    /// <summary>So many zeros.</summary>
    public Span<int> Counts(int length)
    {
        if (counts.Length < length) counts = new int[length + length / 2];
        counts.AsSpan(0, length).Clear();
        return counts.AsSpan(0, length);
    }
}
