namespace Guildhall.Engine.Search;

/// <summary>Reads a text word by word and keeps none: how <see cref="Tokenizer"/> cuts.</summary>
ref struct WordReader(ReadOnlySpan<char> text, Span<char> room)
{
    static readonly string[] dotted = ["js", "net", "io", "ai", "ts", "py"];
    static readonly string[] slashed = ["ci/cd", "ui/ux", "ux/ui", "tcp/ip", "pl/sql", "a/b"];

    readonly ReadOnlySpan<char> text = text[..Math.Min(text.Length, Tokenizer.MaxText)];
    readonly Span<char> word = room[..Tokenizer.MaxWord];
    int at, read;

    /// <summary>The folded word; gone with the next.</summary>
    public readonly ReadOnlySpan<char> Word => word[..read];

    /// <summary>As <see cref="Token"/> has them.</summary>
    public int Start { get; private set; }
    public readonly int Length => at - Start;
    public int Sentence { get; private set; }

    /// <summary>False at the end.</summary>
    public bool Next()
    {
        for (; at < text.Length; at++)
        {
            if (StartsWord())
            {
                Start = at;
                read = Read();
                return true;
            }
            if (EndsSentence()) Sentence++;
        }
        return false;
    }

    readonly bool StartsWord() => Folding.Fold(text[at]) != '\0'
        || text[at] == '.' && Follows(at + 1, "net") && !WordBefore();

    readonly bool WordBefore() => at > 0 && Folding.Fold(text[at - 1]) != '\0';

    int Read()
    {
        var length = 0;
        if (text[at] == '.') { word[length++] = '.'; at++; }
        if (Slashed() is { } whole)
        {
            whole.CopyTo(word);
            at += whole.Length;
            return whole.Length;
        }
        for (; at < text.Length; at++)
        {
            var letter = Folding.Fold(text[at]);
            if (letter == '\0')
            {
                if (Folding.IsMark(text[at])) continue;
                if (text[at] != '.' || !DotInside()) break;
                letter = '.';
            }
            if (length < word.Length) word[length++] = letter;
        }
        return Suffix(length);
    }

    // c# and f# but not "issue#"; c++ and g++ but not "1++".
    int Suffix(int length)
    {
        if (length == 1 && at < text.Length && text[at] == '#' && char.IsLetter(word[0]))
        {
            word[length++] = '#';
            at++;
        }
        else if (length is 1 or 2 && char.IsLetter(word[0]) && at + 1 < text.Length && text[at] == '+'
                 && text[at + 1] == '+')
        {
            word[length++] = '+';
            word[length++] = '+';
            at += 2;
        }
        return length;
    }

    readonly bool DotInside()
    {
        foreach (var tail in dotted)
            if (Follows(at + 1, tail)) return true;
        return false;
    }

    readonly string? Slashed()
    {
        const int longestStart = 3;
        if (!text[at..Math.Min(at + longestStart + 1, text.Length)].Contains('/') || WordBefore()) return null;
        foreach (var whole in slashed)
            if (Follows(at, whole)) return whole;
        return null;
    }

    readonly bool Follows(int from, string lower)
    {
        if (from + lower.Length > text.Length) return false;
        for (var i = 0; i < lower.Length; i++)
        {
            var c = text[from + i];
            if ((lower[i] == '/' ? c : Folding.Fold(c)) != lower[i]) return false;
        }
        return from + lower.Length == text.Length || Folding.Fold(text[from + lower.Length]) == '\0';
    }

    readonly bool EndsSentence() => text[at] switch
    {
        '\n' or '!' or '?' or ';' or '¿' or '¡' => true,
        '.' => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };
}
