using System.Numerics;
using System.Runtime.Intrinsics;

namespace Guildhall.Engine.Matching.Indexing;

sealed unsafe partial class BlockSearch
{
    // Below so many left, looking at each costs less than going through another list.
    const int Few = 24;

    /// <summary>Finds who has every required skill, or an alternative, with at least so much credit.</summary>
    bool HaveAll(int block, int least)
    {
        Span<int> order = stackalloc int[asked];
        Span<int> lengths = stackalloc int[asked];
        var required = 0;
        for (var a = 0; a < asked; a++)
            if (plan.Asked[a].Required)
            {
                lengths[required] = LengthOf(block, a);
                order[required++] = a;
            }
        lengths[..required].Sort(order[..required]);
        for (var i = 0; i < required; i++)
        {
            if (scratch.Credits[block * asked + order[i]] < least) return false;
            var into = i == 0 ? scratch.Found : scratch.Other;
            new Span<ulong>(into, Scratch.Words).Clear();
            for (var p = 0; p < patterns; p++)
                if (plan.Direct[p].Asked == order[i]) Mark(block, p, least, into);
            var left = 0;
            for (var w = 0; w < Scratch.Words; w++)
            {
                if (i > 0) scratch.Found[w] &= into[w];
                left += BitOperations.PopCount(scratch.Found[w]);
            }
            if (left == 0) return false;
            if (left <= Few) return true;
        }
        return true;
    }

    int LengthOf(int block, int requirement)
    {
        var length = 0;
        for (var p = 0; p < patterns; p++)
            if (plan.Direct[p].Asked == requirement) length += Length(block, p);
        return length;
    }

    void Mark(int block, int pattern, int least, ulong* into)
    {
        var run = scratch.Runs[block * patterns + pattern] - 1;
        if (run < 0) return;
        var (at, end) = (segment.SkillRun[run].Start, segment.SkillRun[run + 1].Start);
        var docs = segment.SkillDocs.Start;
        var codes = segment.SkillCodes.Start;
        fixed (ushort* credits = plan.Direct[pattern].Credits)
            for (; at < end; at++)
            {
                var enough = (ulong)(uint)~(credits[codes[at]] - least) >> 31;
                into[docs[at] >> 6] |= enough << (docs[at] & 63);
            }
    }

    /// <summary>Finds who has an expected skill worth at least so much.</summary>
    bool Expect(int block, int least)
    {
        var any = false;
        new Span<ulong>(scratch.Found, Scratch.Words).Clear();
        foreach (var expected in plan.Job.Expected)
        {
            if (expected.Permille < least || segment.FindSkill(expected.SkillId) is var skill && skill < 0) continue;
            var run = segment.SkillRunIn(skill, block);
            if (run < 0) continue;
            for (var at = segment.SkillRun[run].Start; at < segment.SkillRun[run + 1].Start; at++)
            {
                if (Expected.Worth(expected.Permille, segment.SkillCodes[at]) < least) continue;
                scratch.Found[segment.SkillDocs[at] >> 6] |= 1UL << (segment.SkillDocs[at] & 63);
                any = true;
            }
        }
        return any;
    }

    /// <summary>Adds up points and saved thousandths of the skills asked for; related skills not included.</summary>
    void AddSkills(int block)
    {
        new Span<uint>(scratch.Skills, Segment.BlockSize).Clear();
        var docs = segment.SkillDocs.Start;
        var codes = segment.SkillCodes.Start;
        var sums = scratch.Skills;
        for (var p = 0; p < patterns; p++)
        {
            var run = scratch.Runs[block * patterns + p] - 1;
            if (run < 0) continue;
            var (at, end) = (segment.SkillRun[run].Start, segment.SkillRun[run + 1].Start);
            fixed (uint* packed = plan.Direct[p].Packed)
                for (; at < end; at++) sums[docs[at]] += packed[codes[at]];
        }
    }

    /// <summary>Finds who has at least so many points and saved thousandths.</summary>
    bool Reach(int points, int saved)
    {
        if (points > ushort.MaxValue || saved > ushort.MaxValue) return false;
        var least = Vector512.Create((uint)points << 16 | (uint)saved).AsUInt16();
        var all = Vector512<uint>.AllBitsSet;
        var any = 0UL;
        for (var w = 0; w < Scratch.Words; w++)
        {
            var word = 0UL;
            for (var i = 0; i < 4; i++)
            {
                var sums = Vector512.Load((ushort*)(scratch.Skills + 64 * w + 16 * i));
                var enough = Vector512.GreaterThanOrEqual(sums, least).AsUInt32();
                word |= Vector512.Equals(enough, all).ExtractMostSignificantBits() << 16 * i;
            }
            any |= scratch.Found[w] = word;
        }
        return any != 0;
    }

    /// <summary>Adds up the BM25 sums of the whole block.</summary>
    void AddWords(int block)
    {
        if (spoken == block) return;
        spoken = block;
        new Span<int>(scratch.Text, Segment.BlockSize).Clear();
        var docs = segment.TermDocs.Start;
        var impacts = segment.TermImpacts.Start;
        var sums = scratch.Text;
        foreach (var (term, rarity) in terms)
        {
            var run = segment.TermRunIn(term, block);
            if (run < 0) continue;
            var (at, end) = (segment.TermRun[run].Start, segment.TermRun[run + 1].Start);
            for (; at < end; at++) sums[docs[at]] += rarity * impacts[at];
        }
    }

    /// <summary>Finds who has at least such a BM25 sum.</summary>
    bool Say(long sum)
    {
        if (sum > int.MaxValue) return false;
        var least = Vector512.Create((int)sum);
        var any = 0UL;
        for (var w = 0; w < Scratch.Words; w++)
        {
            var word = 0UL;
            for (var i = 0; i < 4; i++)
                word |= Vector512.GreaterThanOrEqual(Vector512.Load(scratch.Text + 64 * w + 16 * i), least)
                    .ExtractMostSignificantBits() << 16 * i;
            any |= scratch.Found[w] = word;
        }
        return any != 0;
    }

    /// <summary>Scores those first whose skills are best, so that the floor is high for all others.</summary>
    void Seed(int block)
    {
        const int wanted = 128, most = 512, step = 64;
        AddSkills(block);
        var size = segment.SizeOf(block);
        Span<int> counts = stackalloc int[Weights.Total / step + 2];
        counts.Clear();
        var gone = dead?[block];
        for (var place = 0; place < size; place++)
            counts[Math.Min((int)(scratch.Skills[place] >> 16) / step, counts.Length - 1)]++;
        var (bucket, reached) = (counts.Length - 1, 0);
        for (; bucket > 0 && reached + counts[bucket] < wanted; bucket--) reached += counts[bucket];
        var left = most;
        new Span<ulong>(scratch.Found, Scratch.Words).Clear();
        for (var place = 0; place < size && left > 0; place++)
        {
            if (scratch.Skills[place] >> 16 < bucket * step) continue;
            if (gone is not null && (gone[place >> 6] >> (place & 63) & 1) != 0) continue;
            scratch.Found[place >> 6] |= 1UL << (place & 63);
            left--;
        }
        Evaluate(block, scratch.Upper[block]);
        for (var w = 0; w < Scratch.Words; w++) scratch.Done[w] = scratch.Found[w];
    }
}
