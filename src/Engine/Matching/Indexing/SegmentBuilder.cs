namespace Guildhall.Engine.Matching.Indexing;

/// <summary>
/// Turns a draft into a segment. Order: by the two most wide-spread skills of each person, then trust, then id, so that
/// a block holds people alike and bounds say something.
/// </summary>
sealed class SegmentBuilder
{
    readonly SegmentDraft draft;
    readonly int[] order;
    readonly int[] skills;
    readonly ushort[] ranks;
    readonly Dictionary<int, int> skillIndex = [];

    SegmentBuilder(SegmentDraft draft)
    {
        this.draft = draft;
        var spread = new Dictionary<int, int>();
        foreach (var skill in draft.Skills.Span) spread[skill] = spread.GetValueOrDefault(skill) + 1;
        skills = [.. spread.Keys.Order()];
        if (skills.Length >= ushort.MaxValue) throw new InvalidOperationException("An index holds 65,534 skills.");
        for (var i = 0; i < skills.Length; i++) skillIndex[skills[i]] = i;
        ranks = new ushort[skills.Length];
        var byRank = skills.OrderByDescending(s => spread[s]).ThenBy(s => s);
        foreach (var (rank, skill) in byRank.Index()) ranks[skillIndex[skill]] = (ushort)rank;
        order = Order();
    }

    public static Segment Build(SegmentDraft draft) => new SegmentBuilder(draft).Build();

    int[] Order()
    {
        var keys = new (ulong Skills, Key Key)[draft.Count];
        var order = new int[draft.Count];
        for (var at = 0; at < order.Length; at++)
        {
            ulong first = ushort.MaxValue, second = ushort.MaxValue;
            for (var i = draft.SkillFirst.Items[at]; i < draft.SkillFirst.Items[at + 1]; i++)
            {
                ulong rank = ranks[skillIndex[draft.Skills.Items[i]]];
                if (rank < first) (first, second) = (rank, first);
                else if (rank < second) second = rank;
            }
            keys[at] = (first << 48 | second << 32 | (uint)(1_000 - draft.Facts.Items[at].Trust), draft.Keys.Items[at]);
            order[at] = at;
        }
        Array.Sort(keys, order, Comparer<(ulong Skills, Key Key)>.Create((a, b) =>
            a.Skills != b.Skills ? a.Skills.CompareTo(b.Skills) : a.Key.CompareTo(b.Key)));
        return order;
    }

    Segment Build()
    {
        var blocks = (order.Length + Segment.BlockMask) >> Segment.BlockShift;
        var own = new int[draft.Skills.Count];
        for (var i = 0; i < own.Length; i++) own[i] = skillIndex[draft.Skills.Items[i]];
        var terms = draft.Terms();
        var termOrder = Enumerable.Range(0, terms.Length).ToArray();
        Array.Sort(terms, termOrder);
        var termIndex = new int[terms.Length];
        for (var i = 0; i < termOrder.Length; i++) termIndex[termOrder[i]] = i;

        var bySkill = new Inversion(skills.Length, order, draft.SkillFirst.Items, own);
        var byTerm = new Inversion(terms.Length, order, draft.TermFirst.Items, draft.TermIds.Items, termIndex);
        var n = order.Length;
        var layout = SegmentLayout.Make(Segment.Kind, n, draft.Dimensions,
        [
            (n + 1, 32), (n, 8), (n, 16), (n, 4), (blocks, 24), (own.Length, 2), (own.Length, 1),
            (skills.Length, 4), (skills.Length + 1, 4), (bySkill.Runs + 1, 8), (own.Length, 2), (own.Length, 1),
            (terms.Length, 8), (terms.Length + 1, 4), (byTerm.Runs + 1, 8),
            (draft.TermIds.Count, 2), (draft.TermIds.Count, 1),
            (draft.LanguageSets.Count, 4), (draft.Languages.Count, 4), (n * draft.Dimensions, 1),
        ]);
        var segment = new Segment(layout.Slab);
        Rows(segment, own);
        skills.CopyTo(segment.Skills.Span);
        bySkill.Write(segment.SkillRuns, segment.SkillRun, segment.SkillDocs, segment.SkillCodes,
            draft.Codes.Items, EvidenceCode.Better);
        terms.CopyTo(segment.Terms.Span);
        byTerm.Write(segment.TermRuns, segment.TermRun, segment.TermDocs, segment.TermImpacts,
            draft.Impacts.Items, Math.Max);
        draft.LanguageSets.Span.CopyTo(segment.LanguageSets.Span);
        draft.Languages.Span.CopyTo(segment.Languages.Span);
        return segment;
    }

    void Rows(Segment segment, int[] own)
    {
        var at = 0;
        var d = draft.Dimensions;
        for (var to = 0; to < order.Length; to++)
        {
            var from = order[to];
            var facts = draft.Facts.Items[from];
            facts.Skills = at;
            segment.Facts[to] = facts;
            segment.Details[to] = draft.Details.Items[from];
            segment.Keys[to] = draft.Keys.Items[from];
            segment.ByKey[to] = to;
            draft.Vectors.Items.AsSpan(from * d, d).CopyTo(segment.Vectors.Slice(to * d, d));
            for (var i = draft.SkillFirst.Items[from]; i < draft.SkillFirst.Items[from + 1]; i++, at++)
            {
                segment.OwnSkills[at] = (ushort)own[i];
                segment.OwnCodes[at] = draft.Codes.Items[i];
            }
            ref var block = ref segment.Blocks[to >> Segment.BlockShift];
            if ((to & Segment.BlockMask) == 0) block.First = Key.Last;
            if (segment.Keys[to] < block.First) block.First = segment.Keys[to];
            block.Trust = Math.Max(block.Trust, facts.Trust);
        }
        segment.Facts[order.Length].Skills = at;
        var keys = segment.Keys.Span.ToArray();
        var places = segment.ByKey.Span.ToArray();
        Array.Sort(keys, places);
        places.CopyTo(segment.ByKey.Span);
    }
}

/// <summary>From "what each freelancer has" to "who has each thing, block by block".</summary>
sealed class Inversion
{
    readonly int things;
    readonly int[] order, first, ids;
    readonly int[]? renumbered;
    readonly int[] counts, runs;

    public Inversion(int things, int[] order, int[] first, int[] ids, int[]? renumbered = null)
    {
        (this.things, this.order, this.first, this.ids, this.renumbered) = (things, order, first, ids, renumbered);
        (counts, runs) = (new int[things], new int[things]);
        var last = new int[things];
        Array.Fill(last, -1);
        for (var to = 0; to < order.Length; to++)
            for (var i = first[order[to]]; i < first[order[to] + 1]; i++)
            {
                var thing = Thing(i);
                counts[thing]++;
                if (last[thing] == to >> Segment.BlockShift) continue;
                last[thing] = to >> Segment.BlockShift;
                runs[thing]++;
            }
        Runs = runs.Sum();
    }

    public int Runs { get; }

    public void Write(Column<int> firstRun, Column<Run> run, Column<ushort> docs, Column<byte> values,
        byte[] value, Func<byte, byte, byte> better)
    {
        var (place, open) = (new int[things], new int[things]);
        var (posting, number) = (0, 0);
        for (var thing = 0; thing < things; thing++)
        {
            (place[thing], open[thing], firstRun[thing]) = (posting, number - 1, number);
            posting += counts[thing];
            number += runs[thing];
        }
        firstRun[things] = number;
        run[number] = new() { Start = posting };
        for (var to = 0; to < order.Length; to++)
            for (var i = first[order[to]]; i < first[order[to] + 1]; i++)
            {
                var thing = Thing(i);
                var at = place[thing]++;
                var block = (ushort)(to >> Segment.BlockShift);
                if (open[thing] < firstRun[thing] || run[open[thing]].Block != block)
                    run[++open[thing]] = new() { Start = at, Block = block };
                docs[at] = (ushort)(to & Segment.BlockMask);
                values[at] = value[i];
                ref var best = ref run[open[thing]].Best;
                best = better(best, value[i]);
            }
    }

    int Thing(int i) => renumbered is null ? ids[i] : renumbered[ids[i]];
}
