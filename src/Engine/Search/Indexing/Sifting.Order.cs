using System.Numerics;
using System.Runtime.Intrinsics;
using Guildhall.Engine.Matching.Indexing;

namespace Guildhall.Engine.Search.Indexing;

sealed partial class Sifting
{
    /// <summary>Offers everybody who passes to the top.</summary>
    void Order(Part<SearchSegment> part, ReadOnlySpan<ulong> passing)
    {
        if (query.Skip + query.Take == 0) return;
        if (query.Rank.IsPlain) ByNumber(part.Segment, passing);
        else ByRelevance(part.Segment, passing);
    }

    const int Many = 8;

    // Many are looked at sixty-four at a time: most cannot get in.
    unsafe void ByNumber(SearchSegment s, ReadOnlySpan<ulong> passing)
    {
        var numbers = s.Numbers.Start + (long)query.Rank.Number * s.Count;
        var (up, least, passed) = (query.Rank.Ascending, Least(), 0);
        for (var w = 0; w < passing.Length; w++)
        {
            var word = passing[w];
            if (least > SearchDocument.Missing && BitOperations.PopCount(word) > Many && 64 * w + 64 <= s.Count)
            {
                var sought = Reaching(numbers + 64 * w, least);
                passed += BitOperations.PopCount(word & ~sought);
                word &= sought;
            }
            for (; word != 0; word &= word - 1)
            {
                var at = 64 * w + BitOperations.TrailingZeroCount(word);
                var key = SearchRank.Plain(numbers[at], up);
                if (key < least)
                {
                    passed++;
                    continue;
                }
                top.Take(key, s.Keys[at]);
                least = Least();
            }
        }
        top.Pass(passed);

        long Least() => top.HasBeginning ? long.MinValue : top.Floor ?? long.MinValue;
    }

    // Whose key is at least so much, of sixty-four.
    unsafe ulong Reaching(long* numbers, long floor)
    {
        var word = 0UL;
        var (least, up) = (Vector512.Create(query.Rank.Ascending ? -floor : floor), query.Rank.Ascending);
        for (var i = 0; i < 64; i += 8)
        {
            var eight = Vector512.Load(numbers + i);
            word |= (up ? Vector512.LessThanOrEqual(eight, least) : Vector512.GreaterThanOrEqual(eight, least))
                .ExtractMostSignificantBits() << i;
        }
        return word;
    }

    void ByRelevance(SearchSegment s, ReadOnlySpan<ulong> passing)
    {
        var text = query.Rank.Text;
        var words = Weighed(s, text);
        var skills = query.Rank.Skills
            .Select(skill => (Term: s.FindTerm(SearchKey.Skill(skill.SkillId)), skill.Worth))
            .Where(skill => skill.Term >= 0).Select(skill => (Run: s.TermFirst[skill.Term], skill.Term, skill.Worth))
            .ToArray();
        var (said, able) = (scratch.Said, scratch.Able);
        var most = query.Rank.Skills.Sum(skill => Math.Max(0, skill.Worth.Max()));
        var numbers = s.Numbers.Slice(query.Rank.Number * s.Count, s.Count);
        for (var block = 0; block < s.BlockCount; block++)
        {
            var bits = passing.Slice(block * SearchSegment.BlockWords, SearchSegment.BlockWords);
            if (!bits.ContainsAnyExcept(0UL)) continue;
            Array.Clear(said);
            Array.Clear(able);
            for (var i = 0; i < words.Length; i++)
            {
                ref var word = ref words[i];
                var end = s.TermFirst[word.Term + 1];
                while (word.Run < end && s.Runs[word.Run].Block < block) word.Run++;
                if (word.Run < end && s.Runs[word.Run].Block == block)
                    Say(s, s.Runs[word.Run], word.Rarity, said);
            }
            for (var i = 0; i < skills.Length; i++)
            {
                ref var skill = ref skills[i];
                var end = s.TermFirst[skill.Term + 1];
                while (skill.Run < end && s.Runs[skill.Run].Block < block) skill.Run++;
                if (skill.Run == end || s.Runs[skill.Run].Block != block) continue;
                var run = s.Runs[skill.Run];
                for (var p = run.Start; p < run.Start + run.Count; p++) able[s.Docs[p]] += skill.Worth[s.Values[p]];
            }
            var first = block << SearchSegment.BlockShift;
            var least = Least(numbers.Slice(first, Math.Min(SearchSegment.BlockSize, s.Count - first)), most);
            foreach (var place in Places.In(bits))
            {
                if (said[place] < least)
                {
                    top.Pass(1);
                    continue;
                }
                var sum = able[place] + (text is null ? 0 : text.Saturate(said[place]));
                var key = query.Rank.Key(numbers[first + place], sum);
                top.Take(key, s.Keys[first + place]);
            }
        }
    }

    // The least sum of words that can still get in, when skills give at most so much.
    long Least(ReadOnlySpan<long> numbers, int most)
    {
        if (query.Rank.Text is not { } text || top.HasBeginning || top.Floor is not { } floor) return 0;
        var highest = 0L;
        if (query.Rank.Divisor > 0) foreach (var number in numbers) highest = Math.Max(highest, number);
        var rest = most + (query.Rank.Divisor > 0 ? highest / query.Rank.Divisor : 0);
        return text.Least((int)Math.Clamp(floor - rest, 0, 1_001));
    }

    static (int Run, int Term, int Rarity)[] Weighed(SearchSegment s, TextQuery? text)
    {
        if (text is null) return [];
        var words = new List<(int, int, int)>();
        for (var i = 0; i < text.Hashes.Length; i++)
            if (text.Rarities[i] > 0 && s.FindTerm(text.Hashes[i]) is >= 0 and var term)
                words.Add((s.TermFirst[term], term, text.Rarities[i]));
        return [.. words];
    }

    static unsafe void Say(SearchSegment s, Stretch run, int rarity, int[] said)
    {
        if (run.IsDense)
        {
            foreach (var place in Places.In(s.Bits.Slice(run.Start, SearchSegment.BlockWords))) said[place] += rarity;
            return;
        }
        var docs = s.Docs.Start;
        var values = s.Values.Start;
        for (var i = run.Start; i < run.Start + run.Count; i++) said[docs[i]] += rarity * values[i];
    }
}
