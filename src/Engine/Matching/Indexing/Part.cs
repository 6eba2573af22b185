namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// A segment and who of it has gone: a bit for each place, in pages of one block, copied when they change.
/// </summary>
sealed record Part<TSegment>(TSegment Segment, ulong[]?[]? Dead, int DeadCount) where TSegment : KeyedSegment
{
    public int Alive => Segment.Count - DeadCount;

    public bool IsAlive(int at) =>
        Dead?[at >> KeyedSegment.BlockShift] is not { } page
        || (page[(at & KeyedSegment.BlockMask) >> 6] >> (at & 63) & 1) == 0;

    /// <summary>Where somebody alive is, or -1.</summary>
    public int Find(Key key) => Segment.Find(key) is >= 0 and var at && IsAlive(at) ? at : -1;

    public Part<TSegment> Without(int at)
    {
        var pages = Dead is null ? new ulong[]?[Segment.BlockCount] : [.. Dead];
        ref var page = ref pages[at >> KeyedSegment.BlockShift];
        page = page is null ? new ulong[KeyedSegment.BlockWords] : [.. page];
        page[(at & KeyedSegment.BlockMask) >> 6] |= 1UL << (at & 63);
        return this with { Dead = pages, DeadCount = DeadCount + 1 };
    }
}
