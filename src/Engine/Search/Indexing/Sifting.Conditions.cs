using System.Runtime.Intrinsics;

namespace Guildhall.Engine.Search.Indexing;

sealed partial class Sifting
{
    /// <summary>Who meets a condition, one bit each.</summary>
    static void Meet(SearchCondition condition, SearchSegment segment, Span<ulong> into)
    {
        into.Clear();
        switch (condition)
        {
            case AnyOf any:
                foreach (var sought in any.Keys)
                    if (segment.FindTerm(sought.Key) is >= 0 and var term) Have(segment, term, sought, into);
                break;
            case AtLeast some:
                Reach(some, segment, into);
                break;
            case Between range:
                Within(segment, range, into);
                break;
            default:
                throw new NotSupportedException($"{condition.GetType().Name} is no condition we know.");
        }
    }

    /// <summary>Whether one document meets a condition.</summary>
    public static bool Holds(SearchCondition condition, SearchSegment s, int at) => condition switch
    {
        AnyOf any => any.Keys.Any(sought => s.FindTerm(sought.Key) is >= 0 and var term
            && s.Value(term, at) is > 0 and var value && value >= sought.Least && value <= sought.Most),
        AtLeast some => some.Parts.Count(part => Holds(part, s, at)) >= some.Least,
        Between range => s.Numbers[range.Number * s.Count + at] is var number && number != SearchDocument.Missing
            && number >= range.Least && number <= range.Most,
        _ => throw new NotSupportedException($"{condition.GetType().Name} is no condition we know."),
    };

    // Level after level: who meets one of the parts, two of them, and so on up to as many as are asked for.
    static void Reach(AtLeast some, SearchSegment segment, Span<ulong> into)
    {
        if (some.Least <= 0) into.Fill(ulong.MaxValue);
        if (some.Least <= 0 || some.Least > some.Parts.Count) return;
        var (levels, room) = SearchScratch.Mine.Levels(some.Least, into.Length);
        var part = room.Span;
        foreach (var one in some.Parts)
        {
            Meet(one, segment, part);
            for (var level = some.Least - 1; level >= 0; level--)
                for (var w = 0; w < part.Length; w++)
                    levels[level][w] |= level == 0 ? part[w] : levels[level - 1][w] & part[w];
        }
        levels[some.Least - 1].AsSpan(0, into.Length).CopyTo(into);
    }

    static unsafe void Have(SearchSegment s, int term, Sought sought, Span<ulong> into)
    {
        var (least, most) = (Math.Max(sought.Least, (byte)1), sought.Most);
        var whatever = least == 1 && most == byte.MaxValue;
        fixed (ulong* bits = into)
            for (var r = s.TermFirst[term]; r < s.TermFirst[term + 1]; r++)
            {
                var run = s.Runs[r];
                var block = bits + run.Block * SearchSegment.BlockWords;
                if (run.IsDense)
                {
                    if (least == 1 && most >= 1)
                        for (var w = 0; w < SearchSegment.BlockWords; w++) block[w] |= s.Bits[run.Start + w];
                    continue;
                }
                var docs = s.Docs.Start;
                var end = run.Start + run.Count;
                if (whatever)
                    for (var i = run.Start; i < end; i++) block[docs[i] >> 6] |= 1UL << (docs[i] & 63);
                else
                    for (var i = run.Start; i < end; i++)
                    {
                        var fits = s.Values[i] >= least && s.Values[i] <= most ? 1UL : 0;
                        block[docs[i] >> 6] |= fits << (docs[i] & 63);
                    }
            }
    }

    static unsafe void Within(SearchSegment s, Between range, Span<ulong> into)
    {
        var least = Math.Max(range.Least, SearchDocument.Missing + 1);
        var numbers = s.Numbers.Start + (long)range.Number * s.Count;
        var (low, high) = (Vector512.Create(least), Vector512.Create(range.Most));
        var at = 0;
        for (; at + 64 <= s.Count; at += 64)
        {
            var word = 0UL;
            for (var i = 0; i < 64; i += 8)
            {
                var eight = Vector512.Load(numbers + at + i);
                word |= (Vector512.GreaterThanOrEqual(eight, low) & Vector512.LessThanOrEqual(eight, high))
                    .ExtractMostSignificantBits() << i;
            }
            into[at >> 6] = word;
        }
        for (; at < s.Count; at++)
            if (numbers[at] >= least && numbers[at] <= range.Most) into[at >> 6] |= 1UL << (at & 63);
    }
}
