using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>Where the postings of one skill or term in one block begin, and the best of them.</summary>
struct Run
{
    public int Start;
    public ushort Block;
    public byte Best;
}

/// <summary>A word and its number in a segment.</summary>
readonly record struct KnownTerm(ulong Hash, int Number);

/// <summary>What bounds the scores of a block.</summary>
struct BlockFacts
{
    public Key First;
    public int Trust;
}

/// <summary>
/// Freelancers that do not change, in blocks ordered so that people with the same main skills are neighbours.
/// Everything a score reads is here, in columns:
/// <code>
/// by freelancer: facts (32 bytes), details (8), id (16), own skills (2 + 1 each), vector (1 a dimension)
/// by skill:      runs (a block each: start, best) → postings (place in the block: 2 bytes, evidence code: 1)
/// by term:       runs → postings (place: 2 bytes, impact: 1)
/// </code>
/// </summary>
sealed class Segment : KeyedSegment
{
    public static readonly SegmentKind Kind = new(0x31_47_45_53_44_4C_49_47, 1, Scorer.Formula); // "GILDSEG1"

    public Segment(Slab slab) : base(slab, (int)Section.Keys, (int)Section.ByKey)
    {
        var layout = Layout;
        Dimensions = layout.Dimensions;
        Facts = layout.Column<Facts>((int)Section.Facts);
        Details = layout.Column<Details>((int)Section.Details);
        Blocks = layout.Column<BlockFacts>((int)Section.Blocks);
        OwnSkills = layout.Column<ushort>((int)Section.OwnSkills);
        OwnCodes = layout.Column<byte>((int)Section.OwnCodes);
        Skills = layout.Column<int>((int)Section.Skills);
        SkillRuns = layout.Column<int>((int)Section.SkillFirst);
        SkillRun = layout.Column<Run>((int)Section.SkillRuns);
        SkillDocs = layout.Column<ushort>((int)Section.SkillDocs);
        SkillCodes = layout.Column<byte>((int)Section.SkillCodes);
        Terms = layout.Column<ulong>((int)Section.Terms);
        TermRuns = layout.Column<int>((int)Section.TermFirst);
        TermRun = layout.Column<Run>((int)Section.TermRuns);
        TermDocs = layout.Column<ushort>((int)Section.TermDocs);
        TermImpacts = layout.Column<byte>((int)Section.TermImpacts);
        LanguageSets = layout.Column<int>((int)Section.LanguageSets);
        Languages = layout.Column<uint>((int)Section.Languages);
        Vectors = layout.Column<sbyte>((int)Section.Vectors);
    }

    public int Dimensions { get; }

    public readonly Column<Facts> Facts;
    public readonly Column<Details> Details;
    public readonly Column<BlockFacts> Blocks;
    public readonly Column<ushort> OwnSkills;
    public readonly Column<byte> OwnCodes;
    public readonly Column<int> Skills;
    public readonly Column<int> SkillRuns;
    public readonly Column<Run> SkillRun;
    public readonly Column<ushort> SkillDocs;
    public readonly Column<byte> SkillCodes;
    public readonly Column<ulong> Terms;
    public readonly Column<int> TermRuns;
    public readonly Column<Run> TermRun;
    public readonly Column<ushort> TermDocs;
    public readonly Column<byte> TermImpacts;
    public readonly Column<int> LanguageSets;
    public readonly Column<uint> Languages;
    public readonly Column<sbyte> Vectors;

    public int SizeOf(int block) => Math.Min(BlockSize, Count - (block << BlockShift));

    public ReadOnlySpan<uint> LanguagesOf(int set) =>
        Languages.Slice(LanguageSets[set], LanguageSets[set + 1] - LanguageSets[set]);

    public ReadOnlySpan<sbyte> VectorOf(int at)
    {
        var vector = Vectors.Slice(at * Dimensions, Dimensions);
        return vector.ContainsAnyExcept((sbyte)0) ? vector : [];
    }

    public int FindSkill(int skill) => Skills.Span.BinarySearch(skill);

    public int FindTerm(ulong term) => Terms.Span.BinarySearch(term);

    /// <summary>The run of a term (its number here) in a block, or -1.</summary>
    public int TermRunIn(int term, int block) => RunIn(TermRun, TermRuns[term], TermRuns[term + 1] - 1, block);

    /// <summary>The run of a skill (its number here) in a block, or -1.</summary>
    public int SkillRunIn(int skill, int block) => RunIn(SkillRun, SkillRuns[skill], SkillRuns[skill + 1] - 1, block);

    static int RunIn(Column<Run> runs, int low, int high, int block)
    {
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = runs[middle].Block;
            if (at == block) return middle;
            if (at < block) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /// <summary>What a term says about one freelancer; 0 for nothing.</summary>
    public int Impact(int term, int at)
    {
        var run = TermRunIn(term, at >> BlockShift);
        if (run < 0) return 0;
        var start = TermRun[run].Start;
        var found = TermDocs.Slice(start, TermRun[run + 1].Start - start).BinarySearch((ushort)(at & BlockMask));
        return found < 0 ? 0 : TermImpacts[start + found];
    }

    /// <summary>
    /// The words of a query that somebody here uses, with their numbers; ascending.
    /// </summary>
    public KnownTerm[] Known(TextQuery query)
    {
        var known = new List<KnownTerm>();
        foreach (var hash in query.Hashes)
            if (FindTerm(hash) is >= 0 and var term) known.Add(new(hash, term));
        GC.KeepAlive(this);
        return [.. known];
    }

    /// <summary>
    /// A freelancer as the <see cref="Scorer"/> reads one, with those words only that the query asks for.
    /// </summary>
    public PreparedFreelancer Read(int at, KnownTerm[] terms)
    {
        Span<int> impacts = stackalloc int[terms.Length];
        for (var t = 0; t < terms.Length; t++) impacts[t] = Impact(terms[t].Number, at);
        return Read(at, terms, impacts);
    }

    /// <summary>Those alive, one after the other: the list of each word is gone through once.</summary>
    public IEnumerable<PreparedFreelancer> Read(KnownTerm[] terms, Predicate<int> alive)
    {
        var (next, end, impacts) = (new int[terms.Length], new int[terms.Length], new int[terms.Length]);
        for (var at = 0; at < Count; at++)
        {
            if ((at & BlockMask) == 0)
                for (var t = 0; t < terms.Length; t++)
                {
                    var run = TermRunIn(terms[t].Number, at >> BlockShift);
                    (next[t], end[t]) = run < 0 ? (0, 0) : (TermRun[run].Start, TermRun[run + 1].Start);
                }
            for (var t = 0; t < terms.Length; t++)
                impacts[t] = next[t] < end[t] && TermDocs[next[t]] == (at & BlockMask) ? TermImpacts[next[t]++] : 0;
            if (alive(at)) yield return Read(at, terms, impacts);
        }
    }

    PreparedFreelancer Read(int at, KnownTerm[] terms, ReadOnlySpan<int> impacts)
    {
        var (facts, details) = (Facts[at], Details[at]);
        var (from, to) = (facts.Skills, Facts[at + 1].Skills);
        var skills = new int[to - from];
        for (var i = 0; i < skills.Length; i++) skills[i] = Skills[OwnSkills[from + i]];
        var read = new PreparedFreelancer(Keys[at].Id, facts, details, skills,
            OwnCodes.Slice(from, skills.Length).ToArray(), LanguagesOf(facts.Languages).ToArray(),
            Said(terms, impacts, details.Words), SemanticVector.Kept(VectorOf(at)));
        GC.KeepAlive(this);
        return read;
    }

    static TermVector Said(KnownTerm[] terms, ReadOnlySpan<int> impacts, int words)
    {
        var said = impacts.Length - impacts.Count(0);
        ulong[] hashes = said == 0 ? [] : new ulong[said];
        byte[] kept = said == 0 ? [] : new byte[said];
        for (int t = 0, i = 0; i < said; t++)
            if (impacts[t] > 0) (hashes[i], kept[i++]) = (terms[t].Hash, (byte)impacts[t]);
        return new(hashes, kept, [], words);
    }
}
