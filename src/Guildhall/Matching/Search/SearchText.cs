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
    const int MostCorrections = 8, MostEndings = 40, ShortestStart = 3;

    sealed record Part(int? SkillId, (string Word, ulong Key)[] Words);

    readonly List<Part> parts = [];

    public SearchText(string? typed, Skills skills, SearchIndex index)
    {
        var tokens = Tokenizer.Tokenize(typed).Take(MostWords).Select(t => t.Text).ToArray();
        for (var at = 0; at < tokens.Length;)
        {
            var (skill, taken) = Skill(tokens, at, skills);
            if (skill is not null && taken > 1) parts.Add(new(skill, []));
            else if (Word(tokens[at], at == tokens.Length - 1, skill, index) is { } part) parts.Add(part);
            at += taken;
        }
        Query = new(TermVector.Of(string.Join(' ', parts.SelectMany(p => p.Words).Select(w => w.Word))), index.Corpus);
    }

    public bool IsEmpty => parts.Count == 0;

    /// <summary>How well the words answer, 0 to 1000.</summary>
    public TextQuery Query { get; }

    /// <summary>Each part is found, as a skill or as a word.</summary>
    public IEnumerable<SearchCondition> Conditions => parts.Select(p => new AnyOf("q",
        [.. p.Words.Select(word => new Sought(word.Key)),
            .. p.SkillId is { } skill ? [new Sought(SearchKey.Skill(skill))] : Array.Empty<Sought>()]));

    /// <summary>Skills that were typed.</summary>
    public IEnumerable<int> SkillIds => parts.Select(p => p.SkillId).OfType<int>();

    /// <summary>The words of this document that answer, as they stand in it.</summary>
    /// <param name="says">Which keys of the index it has; null: it has gone.</param>
    /// <param name="has">Whether it has a skill.</param>
    public IReadOnlyList<string> Heard(Func<ulong, bool>? says, Func<int, bool> has) => says is null ? [] :
        [.. parts.Where(p => p.SkillId is not { } skill || !has(skill))
            .Select(p => Array.Find(p.Words, word => says(word.Key)).Word).OfType<string>().Distinct()];

    static (int? Skill, int Taken) Skill(string[] tokens, int at, Skills skills)
    {
        for (var count = Math.Min(4, tokens.Length - at); count > 0; count--)
            if (skills.Find(string.Join(' ', tokens[at..(at + count)])) is { } found) return (found.Id, count);
        return (null, 1);
    }

    static Part? Word(string token, bool last, int? skill, SearchIndex index)
    {
        // The engine's own count tells which words say nothing: "a", "for", "de".
        if (skill is null && TermVector.Of(token).Length == 0) return null;
        var stem = TermVector.Stem(token);
        IEnumerable<string> words = [stem];
        if (last && token.Length >= ShortestStart) words = words.Concat(index.Endings(token, MostEndings));
        if (!index.Knows(stem)) words = words.Concat(index.Corrections(stem, MostCorrections));
        return new(skill, [.. words.Distinct().Select(word => (word, SearchKey.Word(word)))]);
    }
}
