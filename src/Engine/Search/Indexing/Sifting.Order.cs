namespace Guildhall.Engine.Search.Indexing;

sealed partial class Sifting
{
    /// <summary>Offers everybody who passes to the top.</summary>
    void Order(SearchPart part, ReadOnlySpan<ulong> passing)
    {
        if (query.Skip + query.Take == 0) return;
        if (query.Rank.IsPlain) ByNumber(part.Segment, passing);
        else ByRelevance(part.Segment, passing);
    }

    unsafe void ByNumber(SearchSegment s, ReadOnlySpan<ulong> passing)
    {
        var numbers = s.Numbers.Start + (long)query.Rank.Number * s.Count;
        foreach (var at in Places.In(passing))
        {
            var key = query.Rank.Key(numbers[at], 0);
            if (top.HasBeginning || top.Welcomes(key)) top.Take(key, s.Keys[at]);
            else top.Pass();
        }
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
            foreach (var place in Places.In(bits))
            {
                var sum = able[place] + (text is null ? 0 : text.Saturate(said[place]));
                var key = query.Rank.Key(numbers[first + place], sum);
                if (top.HasBeginning || top.Welcomes(key)) top.Take(key, s.Keys[first + place]);
                else top.Pass();
            }
        }
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
