using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>What of a job can speak for a skill: words of its title, pairs of neighbours, skills asked for.</summary>
static class JobFeatures
{
    const int MostWords = 40;

    /// <summary>The key of a skill asked for; words never contain a number sign first.</summary>
    public static string Skill(int id) => $"#{id}";

    /// <summary>The keys of a title: each word that is not a stop word, and each pair with at least one such.</summary>
    public static IEnumerable<string> Words(string title)
    {
        string? before = null;
        var stopped = true;
        var seen = new HashSet<string>();
        foreach (var token in Tokenizer.Tokenize(title).Take(MostWords))
        {
            var (word, stop) = (TermVector.Stem(token.Text), StopWords.Contains(token.Text));
            if (!stop && seen.Add(word)) yield return word;
            var pair = $"{before} {word}";
            if (before is not null && !(stop && stopped) && seen.Add(pair)) yield return pair;
            (before, stopped) = (word, stop);
        }
    }

    /// <summary>A name as the keys of <see cref="Words"/> write it.</summary>
    public static string Key(string name) =>
        string.Join(' ', Tokenizer.Tokenize(name).Select(t => TermVector.Stem(t.Text)));
}
