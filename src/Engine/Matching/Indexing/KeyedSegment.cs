namespace Guildhall.Engine.Matching.Indexing;

/// <summary>What does not change, each with its id, in blocks of <see cref="BlockSize"/>.</summary>
abstract class KeyedSegment
{
    public const int BlockShift = 12, BlockSize = 1 << BlockShift, BlockMask = BlockSize - 1,
        BlockWords = BlockSize / 64;

    /// <param name="slab">The memory that the columns point into; held as long as this.</param>
    /// <param name="keys">Which section the ids are.</param>
    /// <param name="byKey">Which section the places in ascending order of their ids are.</param>
    protected KeyedSegment(Slab slab, int keys, int byKey)
    {
        (Slab, Layout) = (slab, new(slab));
        Count = Layout.Count;
        Keys = Layout.Column<Key>(keys);
        ByKey = Layout.Column<int>(byKey);
    }

    protected SegmentLayout Layout { get; }
    public Slab Slab { get; }
    public int Count { get; }
    public int BlockCount => (Count + BlockMask) >> BlockShift;

    public readonly Column<Key> Keys;
    public readonly Column<int> ByKey;

    /// <summary>Where somebody is, or -1.</summary>
    public int Find(Key key)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = Keys[ByKey[middle]].CompareTo(key);
            if (order == 0) return ByKey[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        GC.KeepAlive(this);
        return -1;
    }
}
