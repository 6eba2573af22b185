using System.Collections.Frozen;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>What a phrase stands for.</summary>
readonly record struct SkillPhrase(int SkillId, SuggestedBy By, string Written);

/// <summary>Every way of saying every skill, as folded phrases.</summary>
sealed class SkillPhrases
{
    const int LongestPhrase = 6;

    readonly FrozenDictionary<string, SkillPhrase> phrases;
    readonly FrozenDictionary<string, int> longestFrom;
    readonly FrozenDictionary<(char First, int Length), string[]> words;

    public SkillPhrases(IEnumerable<SkillEntry> skills)
    {
        var all = new Dictionary<string, SkillPhrase>();
        var entries = skills.ToArray();
        foreach (var skill in entries) Add(all, skill.Id, SuggestedBy.Name, [skill.Name]);
        foreach (var skill in entries) Add(all, skill.Id, SuggestedBy.Alias, skill.Aliases);
        foreach (var skill in entries) Add(all, skill.Id, SuggestedBy.Hint, skill.Hints);
        phrases = all.ToFrozenDictionary();
        longestFrom = all.Keys.Select(p => p.Split(' ')).GroupBy(p => p[0])
            .ToFrozenDictionary(g => g.Key, g => g.Max(p => p.Length));
        Sorted = [.. all.Where(p => p.Value.By != SuggestedBy.Hint).Select(p => p.Key).Order(StringComparer.Ordinal)];
        words = Sorted.Where(CanBeMistyped).GroupBy(w => (w[0], w.Length))
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Folded names and aliases in ordinal order.</summary>
    public string[] Sorted { get; }

    public SkillPhrase this[string phrase] => phrases[phrase];

    /// <summary>
    /// The longest phrase that begins at this token, within its sentence; its number of tokens, or 0.
    /// </summary>
    public int Match(IReadOnlyList<Token> tokens, int at, out SkillPhrase phrase)
    {
        phrase = default;
        var first = Key(tokens[at].Text);
        if (!longestFrom.TryGetValue(first, out var longest)) return 0;
        var key = first;
        var found = phrases.TryGetValue(key, out phrase) ? 1 : 0;
        for (var n = 2; n <= longest && at + n <= tokens.Count; n++)
        {
            var next = tokens[at + n - 1];
            if (next.Sentence != tokens[at].Sentence) break;
            key += " " + Key(next.Text);
            if (phrases.TryGetValue(key, out var longer)) (phrase, found) = (longer, n);
        }
        return found;
    }

    /// <summary>
    /// The word this one is a mistyping of, or null. The nearest wins, then the alphabetically first.
    /// </summary>
    public string? Correct(string typed)
    {
        // "wordpres" is a mistyped "wordpress", not a plural.
        return Nearest(typed, Key(typed)) ?? (Key(typed) == typed ? null : Nearest(typed, typed));
    }

    string? Nearest(string typed, string key)
    {
        if (!CanBeMistyped(key) || CommonWords.Contains(typed) || CommonWords.Contains(key)) return null;
        var (best, nearest) = ((string?)null, int.MaxValue);
        var most = Spelling.Allowed(key.Length + 1);
        for (var length = key.Length - most; length <= key.Length + most; length++)
        {
            if (!words.TryGetValue((key[0], length), out var candidates)) continue;
            foreach (var word in candidates)
            {
                if (!Spelling.IsTypo(key, word)) continue;
                var distance = Spelling.Distance(key, word, 2);
                if (distance < nearest) (best, nearest) = (word, distance);
            }
        }
        return best;
    }

    // Plural and singular are one word from six letters on; below, "sale" is not "Sales".
    static string Key(string token) =>
        token.Length >= 6 && !token.EndsWith("js", StringComparison.Ordinal) ? TermVector.Stem(token) : token;

    static bool CanBeMistyped(string word) =>
        word.Length >= 5 && word.All(char.IsAsciiLetterLower) && !CommonWords.IsAmbiguous(word);

    static void Add(Dictionary<string, SkillPhrase> all, int id, SuggestedBy by, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var tokens = Tokenizer.Tokenize(name).Select(t => Key(t.Text)).Take(LongestPhrase).ToArray();
            foreach (var phrase in Spellings(tokens))
                if (phrase.Length > 0) all.TryAdd(phrase, new(id, by, name));
        }
    }

    // "Node.js" is also written nodejs and node js; "CI/CD" ci cd and cicd; "OAuth 2.0" just OAuth.
    static IEnumerable<string> Spellings(string[] tokens)
    {
        var whole = string.Join(' ', tokens);
        yield return whole;
        var named = tokens.Reverse().SkipWhile(t => t.All(char.IsAsciiDigit)).Reverse().ToArray();
        if (named.Length > 0 && named.Length < tokens.Length) yield return string.Join(' ', named);
        if (whole.EndsWith(".js", StringComparison.Ordinal))
        {
            yield return Key(whole[..^3] + "js");
            yield return Key(whole[..^3]) + " js";
        }
        if (!whole.Contains('/')) yield break;
        yield return whole.Replace('/', ' ');
        yield return whole.Replace("/", "");
    }
}
