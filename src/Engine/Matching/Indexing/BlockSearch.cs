using System.Numerics;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// One search in one segment: bounds for every block, best blocks first, and in each only those who can still reach the
/// <see cref="Sink"/>. Nothing is left out that could have been taken: every step discards by an upper bound of the
/// exact score.
/// </summary>
sealed unsafe partial class BlockSearch
{
    // So few left in a block are looked at one by one.
    const int FewLeft = 96;

    readonly Segment segment;
    readonly ulong[]?[]? dead;
    readonly JobPlan plan;
    readonly Sink sink;
    readonly int source, blocks, patterns, asked;
    readonly Scratch scratch = Scratch.Mine;
    readonly Usage[][] usages;
    readonly (int Term, int Rarity)[] terms;

    // The block whose words are added up.
    int spoken = -1;

    BlockSearch(Segment segment, ulong[]?[]? dead, int source, JobPlan plan, Sink sink)
    {
        (this.segment, this.dead, this.source, this.plan, this.sink) = (segment, dead, source, plan, sink);
        (blocks, patterns, asked) = (segment.BlockCount, plan.Direct.Length, plan.Asked.Length);
        usages = plan.Usages;
        terms = Terms();
    }

    /// <param name="segment">Where to search.</param>
    /// <param name="dead">Who is no longer there, by block.</param>
    /// <param name="source">What to call this segment in hits.</param>
    /// <param name="plan">What to look for.</param>
    /// <param name="sink">Where to put it.</param>
    public static void Run(Segment segment, ulong[]?[]? dead, int source, JobPlan plan, Sink sink)
    {
        if (segment.Count == 0) return;
        var search = new BlockSearch(segment, dead, source, plan, sink);
        search.MarkSkills();
        search.Bound();
        search.Visit();
        search.UnmarkSkills();
        GC.KeepAlive(segment);
    }

    (int, int)[] Terms()
    {
        var hashes = plan.Job.Query.Hashes;
        var rarities = plan.Job.Query.Rarities;
        var found = new (int, int)[hashes.Length];
        var count = 0;
        for (var i = 0; i < hashes.Length; i++)
            if (rarities[i] > 0 && segment.FindTerm(hashes[i]) is >= 0 and var term)
                found[count++] = (term, rarities[i]);
        return found[..count];
    }

    void MarkSkills()
    {
        if (scratch.Slots.Length < segment.Skills.Length) scratch.Slots = new ushort[segment.Skills.Length];
        for (var i = 0; i < plan.Skills.Length; i++)
            if (segment.FindSkill(plan.Skills[i]) is >= 0 and var skill) scratch.Slots[skill] = (ushort)(i + 1);
    }

    void UnmarkSkills()
    {
        foreach (var skill in plan.Skills)
            if (segment.FindSkill(skill) is >= 0 and var at) scratch.Slots[at] = 0;
    }

    void Bound()
    {
        var runs = Scratch.Room(ref scratch.Runs, blocks * Math.Max(1, patterns));
        var credits = Scratch.Room(ref scratch.Credits, blocks * Math.Max(1, asked));
        for (var p = 0; p < patterns; p++)
        {
            var pattern = plan.Direct[p];
            if (segment.FindSkill(pattern.Skill) is var skill && skill < 0) continue;
            for (var run = segment.SkillRuns[skill]; run < segment.SkillRuns[skill + 1]; run++)
            {
                var block = segment.SkillRun[run].Block;
                runs[block * patterns + p] = run + 1;
                ref var most = ref credits[block * asked + pattern.Asked];
                most = Math.Max(most, EvidenceCode.Best(pattern.Credits, segment.SkillRun[run].Best));
            }
        }
        ExpectedBounds();
        var words = asked == 0 ? WordBounds() : null;
        var (upper, order, numbers) = (Scratch.Room(ref scratch.Upper, blocks, false),
            Scratch.Room(ref scratch.Order, blocks, false), Scratch.Room(ref scratch.Blocks, blocks, false));
        for (var block = 0; block < blocks; block++)
        {
            upper[block] = Upper(block, credits);
            if (words is not null) upper[block] += words[block] - plan.Words;
            (order[block], numbers[block]) = (-((long)upper[block] << 16 | (uint)Fewest(block)), block);
        }
        Array.Sort(order, numbers, 0, blocks);
    }

    int Upper(int block, int[] credits)
    {
        var sum = plan.Rest(segment.Blocks[block].Trust) + scratch.Expected[block];
        var ceiling = default(Ceiling);
        for (var a = 0; a < asked; a++)
        {
            var direct = credits[block * asked + a];
            if (plan.Asked[a].Required) ceiling.Add(direct);
            sum += SkillFit.Points(plan.Asked[a].Max, Math.Max(direct, plan.RelatedMost[a]));
        }
        return Math.Min(sum, ceiling.Points);
    }

    // Among blocks that promise the same, the one where the rarest required skill is most common.
    int Fewest(int block)
    {
        var fewest = Segment.BlockSize;
        for (var p = 0; p < patterns; p++)
            if (plan.Asked[plan.Direct[p].Asked].Required)
                fewest = Math.Min(fewest, Length(block, p));
        return fewest;
    }

    int Length(int block, int pattern)
    {
        var run = scratch.Runs[block * patterns + pattern] - 1;
        return run < 0 ? 0 : segment.SkillRun[run + 1].Start - segment.SkillRun[run].Start;
    }

    // The two strongest of the expected skills that anybody in a block has, at their best evidence.
    void ExpectedBounds()
    {
        var bounds = Scratch.Room(ref scratch.Expected, blocks);
        if (plan.Job.ExpectedMax == 0) return;
        var strongest = new (int Best, int Second)[blocks];
        foreach (var expected in plan.Job.Expected)
        {
            if (segment.FindSkill(expected.SkillId) is var skill && skill < 0) continue;
            for (var run = segment.SkillRuns[skill]; run < segment.SkillRuns[skill + 1]; run++)
            {
                var worth = Expected.Worth(expected.Permille, EvidenceCode.Strongest(segment.SkillRun[run].Best));
                ref var two = ref strongest[segment.SkillRun[run].Block];
                if (worth > two.Best) two = (worth, two.Best);
                else if (worth > two.Second) two.Second = worth;
            }
        }
        for (var block = 0; block < blocks; block++)
            bounds[block] = plan.Expected(strongest[block].Best, strongest[block].Second);
    }

    // Without skills, words decide: how much they can give in each block.
    int[]? WordBounds()
    {
        if (plan.Job.Query.IsEmpty) return null;
        var sums = new long[blocks];
        foreach (var (term, rarity) in terms)
            for (var run = segment.TermRuns[term]; run < segment.TermRuns[term + 1]; run++)
                sums[segment.TermRun[run].Block] += (long)rarity * segment.TermRun[run].Best;
        return [.. sums.Select(s => Scorer.Share(plan.Job.TextMax, plan.Job.Query.Saturate(s)))];
    }

    void Visit()
    {
        for (var i = 0; i < blocks; i++)
        {
            var block = scratch.Blocks[i];
            if (scratch.Upper[block] < sink.Floor) return;
            if (sink.Refuses(scratch.Upper[block], segment.Blocks[block].First)) continue;
            new Span<ulong>(scratch.Done, Scratch.Words).Clear();
            if (Remaining(block) is <= FewLeft and var left)
            {
                if (left > 0 && Left(block)) Evaluate(block, scratch.Upper[block]);
                continue;
            }
            if (sink.Floor < 0 && asked > 0 && plan.CanPack) Seed(block);
            if (Candidates(block)) Evaluate(block, scratch.Upper[block]);
        }
    }

    /// <summary>Who of this block may still be taken, in <see cref="Scratch.Found"/>; false when nobody.</summary>
    bool Candidates(int block)
    {
        var floor = sink.Floor;
        var rest = plan.Rest(segment.Blocks[block].Trust);
        if (floor >= 0 && asked > 0)
        {
            if (floor > plan.OneMissing)
            {
                if (!HaveAll(block, plan.LeastCredit(floor))) return false;
            }
            else if (plan.CanPack)
            {
                AddSkills(block);
                var points = floor - rest - scratch.Expected[block] - plan.RelatedPoints;
                if (!Reach(Math.Max(0, points), plan.LeastSaved(floor))) return false;
            }
            else Everybody();
        }
        else if (floor >= 0 && asked == 0 && scratch.Expected[block] > 0 && floor > rest)
        {
            if (!Expect(block, plan.LeastWorth(floor - rest))) return false;
        }
        else if (floor >= 0 && asked == 0 && terms.Length > 0 && floor > rest + scratch.Expected[block] - plan.Words)
        {
            AddWords(block);
            if (!Say(LeastSum(floor - (rest + scratch.Expected[block] - plan.Words)))) return false;
        }
        else Everybody();

        return Narrow(block);
    }

    bool Narrow(int block)
    {
        var any = 0UL;
        var gone = dead?[block];
        var size = segment.SizeOf(block);
        for (var w = 0; w < Scratch.Words; w++)
            any |= scratch.Found[w] &= Places(size, w) & ~scratch.Done[w] & ~(gone is null ? 0 : gone[w]);
        return any != 0;
    }

    // How many of a block are left; all when nobody has gone.
    int Remaining(int block)
    {
        if (dead?[block] is not { } gone) return Segment.BlockSize;
        var size = segment.SizeOf(block);
        var left = size;
        for (var w = 0; w < Scratch.Words; w++) left -= BitOperations.PopCount(gone[w] & Places(size, w));
        return left;
    }

    bool Left(int block)
    {
        Everybody();
        return Narrow(block);
    }

    // The places of a word that exist in a block of this size.
    static ulong Places(int size, int word) => size >= 64 * (word + 1) ? ulong.MaxValue
        : size <= 64 * word ? 0 : (1UL << (size & 63)) - 1;

    long LeastSum(int points)
    {
        // Share rounds down: the least thousandths that give so many points.
        var permille = (int)Math.Min(1_001, ((long)points * 1_000 + plan.Job.TextMax - 1) / plan.Job.TextMax);
        return plan.Job.Query.Least(permille);
    }

    void Everybody() => new Span<ulong>(scratch.Found, Scratch.Words).Fill(ulong.MaxValue);
}
