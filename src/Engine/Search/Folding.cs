using System.Text;

namespace Guildhall.Engine.Search;

/// <summary>Case and diacritics folding of single characters: "Ñ" and "n" are one letter to the engine.</summary>
static class Folding
{
    const int TableSize = 0x2000;
    static readonly char[] table = Table();

    /// <summary>The folded letter or digit, or '\0' when the character separates words.</summary>
    public static char Fold(char c) => c < TableSize ? table[c]
        : char.IsSurrogate(c) || !char.IsLetterOrDigit(c) ? '\0'
        : char.ToLowerInvariant(c);

    /// <summary>
    /// True for an accent written as its own character after the letter; it belongs to the word and folds away.
    /// </summary>
    public static bool IsMark(char c) => c >= '\u0300' && c <= '\u036F';

    static char[] Table()
    {
        var letters = new char[TableSize];
        for (var i = 0; i < TableSize; i++)
            if (char.IsLetterOrDigit((char)i)) letters[i] = Base((char)i);
        return letters;
    }

    static char Base(char c)
    {
        if (c < 128) return char.ToLowerInvariant(c);
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
            if (char.IsLetterOrDigit(part))
                return char.ToLowerInvariant(part);
        return char.ToLowerInvariant(c);
    }
}
