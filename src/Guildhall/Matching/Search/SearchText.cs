using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>
/// What somebody typed into a search box: skills by any of their names, and words, with typing mistakes forgiven and
/// the last word taken as the beginning of one. Where it names skills, those must be found and the other words only
/// order; where it names none, the words must be. Of several, as many as anybody answers to at all.
/// </summary>
sealed class SearchText
{
    public const int MostWords = 12;
    const int MostCorrections = 8, MostEndings = 40, ShortestStart = 3, FewWords = 4, RareAsATypo = 100;

    /// <param name="Typed">The words of the text that make it.</param>
    /// <param name="Words">In the form of the index; each answers.</param>
    sealed record Part(int? SkillId, string Typed, (string Word, ulong Key)[] Words)
    {
        public AnyOf Condition => new("q", [.. Words.Select(word => new Sought(word.Key)),
            .. SkillId is { } skill ? [new Sought(SearchKey.Skill(skill))] : Array.Empty<Sought>()]);
    }

    readonly List<Part> parts = [], beside = [];
    readonly Skills skills;
    readonly SearchIndex index;
    readonly int least;

    /// <param name="typed">As it was typed; null: nothing.</param>
    /// <param name="skills">Those that can be named.</param>
    /// <param name="index">Where to search.</param>
    /// <param name="isOfPeople">Whether the names in it are those of people.</param>
    /// <param name="visible">What of it the reader may see. Filters are not asked: they narrow what the text means.
    /// </param>
    public SearchText(
        string? typed, Skills skills, SearchIndex index, bool isOfPeople = false,
        params IReadOnlyList<SearchCondition> visible)
    {
        (this.skills, this.index) = (skills, index);
        var tokens = Tokenizer.Tokenize(typed);
        string Slice(int at, int count) =>
            typed![tokens[at].Start..(tokens[at + count - 1].Start + tokens[at + count - 1].Length)];

        var places = isOfPeople && IsName(typed, tokens) ? [] : Places(typed, tokens);
        for (int at = 0, next = 0; at < tokens.Count;)
        {
            var count = 1;
            if (next < places.Count && places[next].At == at)
            {
                var place = places[next++];
                count = place.Count;
                if (place.IsWanted && !parts.Exists(p => p.SkillId == place.SkillId)) parts.Add(new(
                    place.SkillId, Slice(at, count), count > 1 ? [] : Forms(tokens[at].Text, isWhole: true)));
            }
            // The engine's own count tells which words say nothing: "a", "for", "de".
            else if (beside.Count < MostWords && TermVector.Of(tokens[at].Text).Length > 0)
                beside.Add(new(null, Slice(at, 1), Forms(tokens[at].Text, isWhole: at < tokens.Count - 1)));
            at += count;
        }
        if (parts.Count == 0) (parts, beside) = (beside, parts);
        AnyOf[] all = [.. parts.Select(p => p.Condition)];
        least = all.Length < 2 ? all.Length : Math.Max(1, index.MostMet(all, visible));
        Query = new(TermVector.Of(string.Join(' ', parts.Concat(beside).SelectMany(p => p.Words)
            .Select(w => w.Word))), index.Corpus);
    }

    public bool IsEmpty => parts.Count == 0;

    /// <summary>How well the words answer, 0 to 1000.</summary>
    public TextQuery Query { get; }

    /// <summary>Each part is found, as a skill or as a word; or as many of them as anybody has.</summary>
    public IEnumerable<SearchCondition> Conditions => least == parts.Count ? parts.Select(p => p.Condition)
        : [new AtLeast("q", [.. parts.Select(p => p.Condition)], least)];

    /// <summary>Skills that were typed.</summary>
    public IEnumerable<int> SkillIds => parts.Select(p => p.SkillId).OfType<int>();

    /// <summary>How it was read; null when nothing was typed.</summary>
    public TextRead? Read => IsEmpty ? null : new(
        [.. from part in parts where part.SkillId is not null select (part.SkillId!.Value, part.Typed)],
        [.. from part in parts where part.SkillId is null select part.Typed],
        [.. beside.Select(p => p.Typed)], least);

    /// <summary>
    /// The words of this document that answer, as they were typed or as they stand in it; what only fills a sentence
    /// is told where it was asked for by itself.
    /// </summary>
    /// <param name="says">Which keys of the index it has; null: it has gone.</param>
    /// <param name="has">Whether it has a skill.</param>
    /// <param name="shown">What is shown of it.</param>
    public IReadOnlyList<string> Heard(Func<ulong, bool>? says, Func<int, bool> has, Func<string?> shown) =>
        says is null ? [] : [.. (from part in parts.Concat(beside.Where(p => !FillerWords.Contains(p.Typed)))
            where part.SkillId is not { } skill || !has(skill)
            let word = Array.Find(part.Words, word => says(word.Key)).Word
            where word is not null
            select TermVector.Stem(Tokenizer.Normalize(part.Typed)) == word ? part.Typed : Written(word, shown()))
            .Distinct()];

    // Words are kept without a plural s; a name that ends in one is shown whole.
    string Written(string word, string? shown)
    {
        foreach (var token in Tokenizer.Tokenize(shown))
            if (TermVector.Stem(token.Text) == word) return shown!.Substring(token.Start, token.Length);
        return skills.Find(word) is null && skills.Find(word + "s") is not null ? word + "s" : word;
    }

    // Somebody called Julia Roberts is looked for, not a programmer of Julia.
    bool IsName(string? typed, IReadOnlyList<Token> tokens)
    {
        if (tokens.Count is < 2 or > FewWords) return false;
        var words = TermVector.Of(typed).Hashes.ToArray();
        return words.Length > 1 && index.Find(new()
        {
            Conditions = [.. words.Select(word => new AnyOf("name", [new(SearchKey.Named(word))]))],
        }).Total > 0;
    }

    // Few words name things, and need no sentence around them: "react hooks".
    IReadOnlyList<SkillPlace> Places(string? typed, IReadOnlyList<Token> tokens)
    {
        var places = skills.Reader.Places(typed).Where(p => p.By != SuggestedBy.Typo || IsTypo(p, tokens)).ToList();
        if (tokens.Count > FewWords) return places;
        for (var at = 0; at < tokens.Count;)
        {
            var free = places.Find(p => p.At >= at) is { Count: > 0 } next ? next.At - at : tokens.Count - at;
            var (skill, count) = free == 0 ? (null, places.Find(p => p.At == at).Count) : Named(tokens, at, free);
            if (skill is { } id) places.Add(new(id, SuggestedBy.Name, at, count, IsWanted: true));
            at += count;
        }
        return [.. places.OrderBy(p => p.At)];
    }

    (int? Skill, int Count) Named(IReadOnlyList<Token> tokens, int at, int most)
    {
        for (var count = most; count > 0; count--)
            if (skills.Find(string.Join(' ', tokens.Skip(at).Take(count).Select(t => t.Text))) is { } found)
                return (found.Id, count);
        return (null, 1);
    }

    // A word that people use as it was typed is theirs, were it ever so near to a skill: "Marina" is not MariaDB.
    bool IsTypo(SkillPlace place, IReadOnlyList<Token> tokens) =>
        index.Frequency(TermVector.Stem(tokens[place.At].Text)) is var uses && (uses == 0 || uses * RareAsATypo
            < index.Find(new() { Conditions = [new AnyOf("q", [new(SearchKey.Skill(place.SkillId))])] }).Total);

    (string Word, ulong Key)[] Forms(string token, bool isWhole)
    {
        var stem = TermVector.Stem(token);
        IEnumerable<string> words = [stem];
        if (!isWhole && token.Length >= ShortestStart) words = words.Concat(index.Endings(token, MostEndings));
        if (!index.Knows(stem)) words = words.Concat(index.Corrections(stem, MostCorrections));
        return [.. words.Distinct().Select(word => (word, SearchKey.Word(word)))];
    }
}

/// <summary>How a text was read.</summary>
/// <param name="Skills">Skills that it names, each with the words that name it.</param>
/// <param name="Needed">Words that must be found, where it names none.</param>
/// <param name="Beside">Words that only order.</param>
/// <param name="Least">So many of the skills, or of the words needed, each result answers to: all, where any does.
/// </param>
public sealed record TextRead(
    IReadOnlyList<(int SkillId, string Words)> Skills, IReadOnlyList<string> Needed, IReadOnlyList<string> Beside,
    int Least)
{
    /// <summary>How many skills or words are asked for.</summary>
    public int Asked => Skills.Count + Needed.Count;
}
