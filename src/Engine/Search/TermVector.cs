namespace Guildhall.Engine.Search;

/// <summary>
/// The words of one document, counted, ready to be compared: stop words gone, plural <c>s</c> removed from words of
/// four
/// letters or more. Terms are 64-bit hashes in ascending order, so two documents are compared by one merge.
/// </summary>
public sealed class TermVector
{
    /// <summary>The vector of a document without words.</summary>
    public static readonly TermVector Empty = new([], [], [], 0);

    readonly ulong[] hashes;
    readonly byte[] impacts;

    internal TermVector(ulong[] hashes, byte[] impacts, string[] terms, int length)
    {
        this.hashes = hashes;
        this.impacts = impacts;
        Terms = terms;
        Length = length;
    }

    /// <summary>Hashes of the distinct terms, ascending.</summary>
    public ReadOnlySpan<ulong> Hashes => hashes;

    /// <summary>What each term of <see cref="Hashes"/> says about the document: <see cref="Bm25.Impact"/>.</summary>
    public ReadOnlySpan<byte> Impacts => impacts;

    /// <summary>The distinct terms, in the order of <see cref="Hashes"/>; empty when read back from an index.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Number of counted words, repetitions included.</summary>
    public int Length { get; }

    /// <summary>Counts the words of a text (its first <see cref="Tokenizer.MaxText"/> characters).</summary>
    public static TermVector Of(string? text) => new WordCount().Add(text).Vector();

    /// <summary>The form under which a folded word is counted: its singular, roughly.</summary>
    public static string Stem(string word) => IsPlural(word) ? word[..^1] : word;

    internal static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) => IsPlural(word) ? word[..^1] : word;

    static bool IsPlural(ReadOnlySpan<char> word) =>
        word.Length >= 4 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !word.Contains('.');

    /// <summary>FNV-1a over the UTF-16 units, finished with a 64-bit mix. The same on every machine.</summary>
    public static ulong Hash(ReadOnlySpan<char> term) => Finished(Begun(term));

    /// <summary>The same of two texts with a line break between them.</summary>
    internal static ulong Hash(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        Finished(Begun(second, Begun("\n", Begun(first))));

    static ulong Begun(ReadOnlySpan<char> text, ulong hash = 14695981039346656037UL)
    {
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    static ulong Finished(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }
}
