namespace Guildhall.Engine.Search;

/// <summary>
/// Cuts text into folded words. Keeps the names of the trade whole: <c>c#</c>, <c>c++</c>, <c>.net</c>, <c>node.js</c>,
/// <c>ci/cd</c>, <c>k8s</c>. Linear in the length of the text; reads at most <see cref="MaxText"/> characters.
/// </summary>
public static class Tokenizer
{
    /// <summary>Characters of a text that are read; the rest is ignored. 20,000 is about eight pages.</summary>
    public const int MaxText = 20_000;

    /// <summary>Longest word kept, in characters; the rest of a longer run is skipped.</summary>
    public const int MaxWord = 40;

    static readonly string[] dotted = ["js", "net", "io", "ai", "ts", "py"];
    static readonly string[] slashed = ["ci/cd", "ui/ux", "ux/ui", "tcp/ip", "pl/sql", "a/b"];

    /// <summary>The words of <paramref name="text"/> in order. Never throws, whatever the text holds.</summary>
    public static IReadOnlyList<Token> Tokenize(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var end = Math.Min(text.Length, MaxText);
        var tokens = new List<Token>(Math.Min(end / 5 + 1, 4_096));
        Span<char> word = stackalloc char[MaxWord];
        var sentence = 0;
        for (var at = 0; at < end;)
        {
            if (StartsWord(text, at, end))
            {
                var start = at;
                var length = Read(text, ref at, end, word);
                tokens.Add(new(new string(word[..length]), start, at - start, sentence));
                continue;
            }
            if (EndsSentence(text, at, end)) sentence++;
            at++;
        }
        return tokens;
    }

    /// <summary>The words of a name joined by single spaces: the form in which names are compared.</summary>
    public static string Normalize(string? name) => string.Join(' ', Tokenize(name).Select(t => t.Text));

    static bool StartsWord(string text, int at, int end) =>
        Folding.Fold(text[at]) != '\0' || text[at] == '.' && Follows(text, at + 1, end, "net") && !WordBefore(text, at);

    static bool WordBefore(string text, int at) => at > 0 && Folding.Fold(text[at - 1]) != '\0';

    static int Read(string text, ref int at, int end, Span<char> word)
    {
        var length = 0;
        if (text[at] == '.') { word[length++] = '.'; at++; }
        if (Slashed(text, at, end) is { } whole)
        {
            whole.CopyTo(word);
            at += whole.Length;
            return whole.Length;
        }
        for (; at < end; at++)
        {
            var letter = Folding.Fold(text[at]);
            if (letter == '\0')
            {
                if (Folding.IsMark(text[at])) continue;
                if (text[at] != '.' || !DotInside(text, at, end)) break;
                letter = '.';
            }
            if (length < MaxWord) word[length++] = letter;
        }
        return Suffix(text, ref at, end, word, length);
    }

    // c# and f# but not "issue#"; c++ and g++ but not "1++".
    static int Suffix(string text, ref int at, int end, Span<char> word, int length)
    {
        if (length == 1 && at < end && text[at] == '#' && char.IsLetter(word[0]))
        {
            word[length++] = '#';
            at++;
        }
        else if (length is 1 or 2 && char.IsLetter(word[0]) && at + 1 < end && text[at] == '+' && text[at + 1] == '+')
        {
            word[length++] = '+';
            word[length++] = '+';
            at += 2;
        }
        return length;
    }

    static bool DotInside(string text, int dot, int end)
    {
        foreach (var tail in dotted)
            if (Follows(text, dot + 1, end, tail)) return true;
        return false;
    }

    static string? Slashed(string text, int at, int end)
    {
        if (at + 3 > end || WordBefore(text, at)) return null;
        foreach (var whole in slashed)
            if (Follows(text, at, end, whole)) return whole;
        return null;
    }

    static bool Follows(string text, int at, int end, string lower)
    {
        if (at + lower.Length > end) return false;
        for (var i = 0; i < lower.Length; i++)
        {
            var c = text[at + i];
            if ((lower[i] == '/' ? c : Folding.Fold(c)) != lower[i]) return false;
        }
        return at + lower.Length == end || Folding.Fold(text[at + lower.Length]) == '\0';
    }

    static bool EndsSentence(string text, int at, int end) => text[at] switch
    {
        '\n' or '!' or '?' or ';' or '¿' or '¡' => true,
        '.' => at + 1 == end || char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };
}
