using System.Runtime.InteropServices;

namespace Guildhall.Engine.Matching.Indexing;

/// <summary>Working memory of one search at a time; each thread keeps one.</summary>
sealed unsafe class Scratch
{
    public const int Words = Segment.BlockSize / 64;

    [ThreadStatic] static Scratch? mine;

    readonly Slab slab = new(Segment.BlockSize * 8 + Words * 8 * 3 + 4_096);

    Scratch()
    {
        Skills = (uint*)slab.Start;
        Text = (int*)(Skills + Segment.BlockSize);
        Found = (ulong*)(Text + Segment.BlockSize);
        Other = Found + Words;
        Done = Other + Words;
        Best = (int*)(Done + Words);
        Direct = Best + 64;
    }

    public static Scratch Mine => mine ??= new();

    /// <summary>Points and saved thousandths by place in the block.</summary>
    public readonly uint* Skills;

    /// <summary>BM25 sums by place in the block.</summary>
    public readonly int* Text;

    /// <summary>Sets of places in the block.</summary>
    public readonly ulong* Found, Other, Done;

    /// <summary>Credits of the requirements of one freelancer, in all and without related skills.</summary>
    public readonly int* Best, Direct;

    /// <summary>By number of a skill in the segment: which usage, plus one.</summary>
    public ushort[] Slots = [];

    /// <summary>By block and pattern: the run, plus one.</summary>
    public int[] Runs = [];

    /// <summary>By block and requirement: the most credit.</summary>
    public int[] Credits = [];

    public int[] Upper = [];

    /// <summary>By block: the most that expected skills can give.</summary>
    public int[] Expected = [];

    public long[] Order = [];
    public int[] Blocks = [];
    public readonly (ushort Place, int Points, int Ceiling)[] Kept =
        new (ushort, int, int)[Segment.BlockSize];

    /// <summary>Places in the block to score, in order.</summary>
    public readonly ushort[] Places = new ushort[Segment.BlockSize];

    public static T[] Room<T>(ref T[] array, int length, bool clear = true)
    {
        if (array.Length < length) array = new T[length + length / 2];
        else if (clear) Array.Clear(array, 0, length);
        return array;
    }
}
