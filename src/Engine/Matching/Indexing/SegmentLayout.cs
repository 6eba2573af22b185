using System.Runtime.CompilerServices;

namespace Guildhall.Engine.Matching.Indexing;

enum Section
{
    Facts, Details, Keys, ByKey, Blocks, OwnSkills, OwnCodes, Skills, SkillFirst, SkillRuns, SkillDocs, SkillCodes,
    Terms, TermFirst, TermRuns, TermDocs, TermImpacts, LanguageSets, Languages, Vectors,
}

/// <summary>What a file holds, in which version of its form, made by which version of the formulas.</summary>
readonly record struct SegmentKind(ulong Magic, int Version, int Formula);

/// <summary>
/// Which bytes of a slab are what: a head of 1,024 bytes (magic, version, number of freelancers, dimensions, then for
/// each section where it begins and how many values it has), and the sections, each at a multiple of 64.
/// </summary>
readonly unsafe struct SegmentLayout
{
    public const int HeadLength = 1_024;

    const int FirstSection = 64;

    readonly Slab slab;

    public SegmentLayout(Slab slab) => this.slab = slab;

    public int Count => ((int*)slab.Start)[3];

    public int Dimensions => ((int*)slab.Start)[4];

    public static SegmentLayout Make(
        SegmentKind kind, int count, int dimensions, ReadOnlySpan<(int Length, int Size)> sections)
    {
        var length = (long)HeadLength;
        foreach (var (number, size) in sections) length = Aligned(length + (long)number * size);
        var layout = new SegmentLayout(new(length));
        var start = layout.slab.Start;
        *(ulong*)start = kind.Magic;
        ((int*)start)[2] = kind.Version;
        ((int*)start)[3] = count;
        ((int*)start)[4] = dimensions;
        var at = (long)HeadLength;
        for (var i = 0; i < sections.Length; i++)
        {
            ((long*)(start + FirstSection))[2 * i] = at;
            ((long*)(start + FirstSection))[2 * i + 1] = sections[i].Length;
            at = Aligned(at + (long)sections[i].Length * sections[i].Size);
        }
        return layout;
    }

    public Slab Slab => slab;

    public Column<T> Column<T>(int section) where T : unmanaged
    {
        var place = (long*)(slab.Start + FirstSection) + 2 * section;
        var (at, length) = (place[0], place[1]);
        if (at < HeadLength || length is < 0 or > int.MaxValue || at % 64 != 0
            || at + length * Unsafe.SizeOf<T>() > slab.Length)
            throw new InvalidDataException($"Section {section} lies outside the file.");
        return new(slab.Start + at, (int)length);
    }

    static long Aligned(long at) => (at + 63) & ~63L;
}
