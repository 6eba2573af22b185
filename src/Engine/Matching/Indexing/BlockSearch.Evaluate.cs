using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Guildhall.Engine.Matching.Indexing;

sealed unsafe partial class BlockSearch
{
    // From so many on, adding up the words of the whole block costs less than looking each person up.
    const int Many = 6;

    // So many people ahead of the one being scored.
    const int Near = 4, Far = 12;

    /// <summary>
    /// Scores those in <see cref="Scratch.Found"/>: skills, then the numbers, then meaning and words, leaving off as
    /// soon as the most that is left cannot reach the sink.
    /// </summary>
    void Evaluate(int block, int upper)
    {
        var first = block << Segment.BlockShift;
        var rest = plan.Rest(segment.Blocks[block].Trust);
        var later = plan.Words + plan.Meaning;
        var kept = 0;
        var count = Places();
        for (var i = 0; i < count; i++)
        {
            var place = scratch.Places[i];
            var at = first + place;
            Fetch(first, i, count);
            // Everyone here can at best equal the worst kept: then ids decide, and most are told at once.
            if (upper == sink.Floor && segment.Keys[at] > sink.Latest) continue;
            var points = Skills(at, out var ceiling);
            var most = Math.Min(points + rest, ceiling);
            if (most <= sink.Floor && sink.Refuses(most, segment.Keys[at])) continue;
            ref var facts = ref segment.Facts[at];
            points += Scorer.Plain(plan.Job, facts, segment.LanguagesOf(facts.Languages), plan.Today);
            most = Math.Min(points + later, ceiling);
            if (most <= sink.Floor && sink.Refuses(most, segment.Keys[at])) continue;
            if (points >= ceiling) sink.Take(ceiling, segment.Keys[at], source, at);
            else scratch.Kept[kept++] = (place, points, ceiling);
        }
        Finish(block, kept, later);
    }

    // Those found, one after the other, so that the memory of the next can be asked for while one is scored.
    int Places()
    {
        var count = 0;
        for (var w = 0; w < Scratch.Words; w++)
            for (var word = scratch.Found[w]; word != 0; word &= word - 1)
                scratch.Places[count++] = (ushort)(64 * w + BitOperations.TrailingZeroCount(word));
        return count;
    }

    // Most time goes into waiting for memory: a person's numbers first, then the skills they lead to.
    void Fetch(int first, int i, int count)
    {
        if (!Sse.IsSupported || i + Near >= count) return;
        var skills = segment.Facts[first + scratch.Places[i + Near]].Skills;
        Sse.Prefetch0(segment.OwnSkills.Start + skills);
        Sse.Prefetch0(segment.OwnCodes.Start + skills);
        if (i + Far >= count) return;
        Sse.Prefetch0(segment.Facts.Start + first + scratch.Places[i + Far]);
    }

    void Finish(int block, int kept, int later)
    {
        if (terms.Length > 0 && kept >= Many) AddWords(block);
        for (var i = 0; i < kept; i++)
        {
            var (place, points, ceiling) = scratch.Kept[i];
            var at = (block << Segment.BlockShift) + place;
            var most = Math.Min(points + later, ceiling);
            if (most <= sink.Floor && sink.Refuses(most, segment.Keys[at])) continue;
            if (plan.Meaning > 0)
                points += Scorer.Share(plan.Meaning,
                    MeaningFit.Permille(plan.Job.Document.Vector.Values, segment.VectorOf(at)));
            points += plan.Job.Query.IsEmpty ? plan.Words
                : Scorer.Share(plan.Job.TextMax, plan.Job.Query.Saturate(
                    spoken == block ? scratch.Text[place] : Sum(at)));
            sink.Take(Math.Min(points, ceiling), segment.Keys[at], source, at);
        }
    }

    long Sum(int at)
    {
        var sum = 0L;
        foreach (var (term, rarity) in terms) sum += (long)rarity * segment.Impact(term, at);
        return sum;
    }

    /// <summary>
    /// Points of the skills of one freelancer, asked for and expected, exactly, and the ceiling they set.
    /// </summary>
    int Skills(int at, out int ceiling)
    {
        var best = scratch.Best;
        var direct = scratch.Direct;
        for (var a = 0; a < asked; a++) best[a] = direct[a] = 0;
        var (strongest, second) = (0, 0);
        var end = segment.Facts[at + 1].Skills;
        for (var i = segment.Facts[at].Skills; i < end; i++)
        {
            var slot = scratch.Slots[segment.OwnSkills[i]];
            if (slot == 0) continue;
            var code = segment.OwnCodes[i];
            foreach (var usage in usages[slot - 1])
            {
                if (usage.Asked == Usage.Expected)
                {
                    var worth = Expected.Worth(usage.Permille, code);
                    if (worth > strongest) (strongest, second) = (worth, strongest);
                    else if (worth > second) second = worth;
                    continue;
                }
                var credit = (int)EvidenceCode.Credits(plan.Asked[usage.Asked].Level)[code];
                if (usage.Via == SkillVia.Related) credit = SkillFit.Related(credit, usage.Permille);
                else
                {
                    if (usage.Via == SkillVia.Alternative) credit = SkillFit.Alternative(credit);
                    if (credit > direct[usage.Asked]) direct[usage.Asked] = credit;
                }
                if (credit > best[usage.Asked]) best[usage.Asked] = credit;
            }
        }
        var points = plan.Expected(strongest, second);
        var limit = default(Ceiling);
        for (var a = 0; a < asked; a++)
        {
            points += SkillFit.Points(plan.Asked[a].Max, best[a]);
            if (plan.Asked[a].Required) limit.Add(direct[a]);
        }
        ceiling = limit.Points;
        return points;
    }
}
