using Guildhall.Engine.Search;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>
/// What somebody typed into a search box: skills by any of their names, and words, with typing mistakes forgiven and
/// the last word taken as the beginning of one. Everything typed must be found.
/// </summary>
sealed class SearchText
{
    public const int MostWords = 12;

    sealed record Part(string Typed, int? SkillId, (ulong Hash, string Word)[] Words);

    readonly List<Part> parts = [];
    readonly TextQuery query;

    public SearchText(string? typed, Skills skills, Vocabulary vocabulary)
    {
        var tokens = Tokenizer.Tokenize(typed).Take(MostWords).Select(t => t.Text).ToArray();
        for (var at = 0; at < tokens.Length;)
        {
            var (skill, taken) = Skill(tokens, at, skills);
            if (skill is not null && taken > 1) parts.Add(new(string.Join(' ', tokens[at..(at + taken)]), skill, []));
            else if (Word(tokens[at], at == tokens.Length - 1, skill, vocabulary) is { } part) parts.Add(part);
            at += taken;
        }
        var words = parts.SelectMany(p => p.Words.Select(w => w.Word));
        query = new(TermVector.Of(string.Join(' ', words)), vocabulary.Corpus);
    }

    public bool IsEmpty => parts.Count == 0;

    /// <summary>Whether every part is found, as a skill or as a word.</summary>
    public bool Matches(TermVector words, Func<int, bool> has) =>
        parts.TrueForAll(p => p.SkillId is { } skill && has(skill) || Heard(p, words) is not null);

    /// <summary>Skills that were typed.</summary>
    public IEnumerable<int> SkillIds => parts.Select(p => p.SkillId).OfType<int>();

    /// <summary>The words of this document that answer, as they stand in it.</summary>
    public IReadOnlyList<string> Heard(TermVector words, Func<int, bool> has) =>
        [.. parts.Where(p => p.SkillId is not { } skill || !has(skill)).Select(p => Heard(p, words))
            .OfType<string>().Distinct()];

    /// <summary>How well the words answer, 0 to 1000.</summary>
    public int Relevance(TermVector words) => query.Permille(words);

    static string? Heard(Part part, TermVector words)
    {
        foreach (var (hash, word) in part.Words)
            if (words.Hashes.BinarySearch(hash) >= 0) return word;
        return null;
    }

    static (int? Skill, int Taken) Skill(string[] tokens, int at, Skills skills)
    {
        for (var count = Math.Min(4, tokens.Length - at); count > 0; count--)
            if (skills.Find(string.Join(' ', tokens[at..(at + count)])) is { } found) return (found.Id, count);
        return (null, 1);
    }

    static Part? Word(string token, bool last, int? skill, Vocabulary vocabulary)
    {
        // The engine's own count tells which words say nothing: "a", "for", "de".
        if (skill is null && TermVector.Of(token).Length == 0) return null;
        var stem = TermVector.Stem(token);
        IEnumerable<string> words = [stem];
        if (last && token.Length >= 3) words = words.Concat(vocabulary.Endings(token));
        if (!vocabulary.Knows(stem)) words = words.Concat(vocabulary.Corrections(stem));
        return new(token, skill, [.. words.Distinct().Select(w => (TermVector.Hash(w), w))]);
    }
}
