namespace Guildhall.Engine.Search;

/// <summary>Bounded edit distance for typing mistakes.</summary>
public static class Spelling
{
    /// <summary>
    /// Mistakes forgiven in a word of this length: none below five letters, one to eight, two from nine.
    /// </summary>
    public static int Allowed(int length) => length < 5 ? 0 : length < 9 ? 1 : 2;

    /// <summary>
    /// Number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other,
    /// or <paramref name="most"/> + 1 when it is more. O(length · most) time.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || b.Length > 63) return most + 1;
        Span<int> before = stackalloc int[64], last = stackalloc int[64], row = stackalloc int[64];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            row.Fill(most + 1);
            if (i <= most) row[0] = i;
            var best = row[0];
            for (var j = from; j <= to; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = Math.Min(cost, most + 1);
                best = Math.Min(best, row[j]);
            }
            // The row before last can still be reached by a swap, so stop only when both are out of reach.
            if (best > most && i > 1 && Lowest(last, from - 1, to) > most) return most + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.Length];
    }

    /// <summary>
    /// True when <paramref name="typed"/> is <paramref name="word"/> with a typing mistake: same first letter, within
    /// <see cref="Allowed"/>; in words of five or six letters a replaced letter counts only between vowels, since
    /// "string" is not a mistyped "spring".
    /// </summary>
    public static bool IsTypo(string typed, string word)
    {
        var most = Allowed(Math.Min(typed.Length, word.Length));
        if (most == 0 || typed[0] != word[0] || typed == word) return false;
        if (Distance(typed, word, most) > most) return false;
        return word.Length > 6 || typed.Length != word.Length || OnlyVowelsDiffer(typed, word);
    }

    static bool OnlyVowelsDiffer(string a, string b)
    {
        var different = 0;
        var vowels = true;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i]) continue;
            different++;
            vowels &= "aeiouy".Contains(a[i]) && "aeiouy".Contains(b[i]);
        }
        return different == 2 || vowels;
    }

    static int Lowest(Span<int> row, int from, int to)
    {
        var best = int.MaxValue;
        for (var j = from; j <= to; j++) best = Math.Min(best, row[j]);
        return best;
    }
}
