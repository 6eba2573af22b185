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

    /// <summary>The words of <paramref name="text"/> in order. Never throws, whatever the text holds.</summary>
    public static IReadOnlyList<Token> Tokenize(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var tokens = new List<Token>(Math.Min(text.Length / 5 + 1, 4_096));
        var words = new WordReader(text, stackalloc char[MaxWord]);
        while (words.Next())
            tokens.Add(new(new string(words.Word), words.Start, words.Length, words.Sentence));
        return tokens;
    }

    /// <summary>The words of a name joined by single spaces: the form in which names are compared.</summary>
    public static string Normalize(string? name) => string.Join(' ', Tokenize(name).Select(t => t.Text));
}
