using System.Runtime.InteropServices;

namespace Guildhall.Engine.Matching;

/// <summary>
/// The numbers of a freelancer that every score reads, in half a cache line. Skills, words, languages and vector are
/// kept beside it.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
struct Facts
{
    /// <summary>Minor units an hour; -1 when not stated.</summary>
    public long Rate;

    /// <summary><see cref="CurrencyCode"/> of <see cref="Rate"/>.</summary>
    public uint Currency;

    /// <summary>First possible day as a day number; 0 for today.</summary>
    public int Start;

    /// <summary>In an index: where this freelancer's skills begin.</summary>
    public int Skills;

    /// <summary><see cref="Standing.Trust"/>, 0..1000.</summary>
    public ushort Trust;

    /// <summary>Pace of past work in thousandths; 1000 without any.</summary>
    public ushort Pace;

    /// <summary>Minutes from UTC, 0..1439; -1 when not stated.</summary>
    public short Zone;

    /// <summary>In an index: which set of languages.</summary>
    public ushort Languages;

    /// <summary>Free hours a week, 0..100; 255 when not stated.</summary>
    public byte Weekly;

    /// <summary>Years in the trade, 0..10; 255 when not stated.</summary>
    public byte Years;

    /// <summary>Contracts completed here, 0..20.</summary>
    public byte Completed;

    /// <summary>1: the pace is known; 2: there is a portfolio.</summary>
    public byte Flags;

    public const byte Unknown = 255, HasPace = 1, HasPortfolio = 2;
}

/// <summary>The numbers that only an explanation reads.</summary>
struct Details
{
    /// <summary>Published reputation, 0..1000.</summary>
    public ushort Reputation;

    /// <summary>Number of reviews.</summary>
    public ushort Reviews;

    /// <summary>Counted words of the text.</summary>
    public ushort Words;

    /// <summary>Distinct unverified skills.</summary>
    public ushort Unverified;
}
