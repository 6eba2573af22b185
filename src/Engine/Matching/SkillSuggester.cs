using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>
/// Free text, English or Spanish, to skills with levels and the words that caused them. A dictionary, not a model:
/// longest
/// names first, aliases, hints, typing mistakes in words of five letters or more, a negation check ("no WordPress"),
/// and
/// cues for levels. Reads at most <see cref="Tokenizer.MaxText"/> characters; a 2,000-character text takes about a
/// millisecond. Immutable and safe to share.
/// </summary>
public sealed class SkillSuggester(IEnumerable<SkillEntry> skills)
{
    /// <summary>Level suggested when the text gives no cue.</summary>
    public const int DefaultLevel = 5;

    /// <summary>Different unknown words of one text that are checked for typing mistakes.</summary>
    public const int MaxCorrections = 300;

    readonly SkillPhrases phrases = new(skills);

    /// <summary>
    /// The skills of a text: named ones first, then by order of appearance, at most <paramref name="max"/>.
    /// </summary>
    public IReadOnlyList<SkillSuggestion> Suggest(string? text, int max = 12)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var tokens = Tokenizer.Tokenize(text);
        var cues = LevelCues.Find(tokens);
        return [.. Mentions(text, tokens)
            .GroupBy(m => m.Phrase.SkillId)
            .Select(g => g.MinBy(m => (m.Phrase.By, m.At)))
            .OrderBy(m => m.Phrase.By == SuggestedBy.Hint).ThenBy(m => m.At)
            .Take(Math.Max(0, max))
            .Select(m => Suggestion(text, tokens, cues, m))];
    }

    /// <summary>
    /// Skills whose name or alias begins with what was typed, shortest first; when none does, those it mistypes. For
    /// the search
    /// box and the chips.
    /// </summary>
    public IReadOnlyList<int> Complete(string? typed, int max = 8)
    {
        var start = Tokenizer.Normalize(typed);
        if (start.Length == 0 || max <= 0) return [];
        var at = Array.BinarySearch(phrases.Sorted, start, StringComparer.Ordinal);
        var found = new List<string>();
        for (var i = at < 0 ? ~at : at; i < phrases.Sorted.Length; i++)
        {
            if (!phrases.Sorted[i].StartsWith(start, StringComparison.Ordinal)) break;
            found.Add(phrases.Sorted[i]);
        }
        if (found.Count == 0 && phrases.Correct(start) is { } corrected) found.Add(corrected);
        return [.. found.OrderBy(f => f.Length).Select(f => phrases[f].SkillId).Distinct().Take(max)];
    }

    /// <summary>Where a text names skills and where it says which are not wanted, in its order.</summary>
    public IReadOnlyList<SkillPlace> Places(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var unwanted = new List<SkillMention>();
        var wanted = Mentions(text, Tokenizer.Tokenize(text), unwanted);
        return [.. wanted.Select(m => Place(m, true)).Concat(unwanted.Select(m => Place(m, false))).OrderBy(p => p.At)];

        static SkillPlace Place(SkillMention m, bool isWanted) =>
            new(m.Phrase.SkillId, m.Phrase.By, m.At, m.Count, isWanted);
    }

    List<SkillMention> Mentions(string text, IReadOnlyList<Token> tokens, List<SkillMention>? unwanted = null)
    {
        var found = new List<SkillMention>();
        var corrected = new Dictionary<string, string?>();
        for (var at = 0; at < tokens.Count;)
        {
            var count = phrases.Match(tokens, at, out var phrase);
            if (count == 0 && Corrected(tokens[at].Text, corrected) is { } word)
                (count, phrase) = (1, phrases[word] with { By = SuggestedBy.Typo });
            if (count > 0) (IsDenied(tokens, at) ? unwanted : found)?.Add(new(phrase, at, count));
            at += Math.Max(1, count);
        }
        // From left to right: in "Python, Go and React" each makes the next one clear.
        var meant = new bool[found.Count];
        for (var i = 0; i < found.Count; i++) meant[i] = IsMeant(text, tokens, found, i, i > 0 && meant[i - 1]);
        return [.. found.Where((_, i) => meant[i])];
    }

    string? Corrected(string token, Dictionary<string, string?> known)
    {
        if (token.Length < 5) return null;
        if (known.TryGetValue(token, out var word)) return word;
        if (known.Count >= MaxCorrections) return null;
        return known[token] = phrases.Correct(token);
    }

    // "no WordPress", "without jQuery", "sin plugins", "instead of Angular", "en vez de PHP".
    static bool IsDenied(IReadOnlyList<Token> tokens, int at)
    {
        string Before(int n) => at >= n && tokens[at - n].Sentence == tokens[at].Sentence ? tokens[at - n].Text : "";
        return Before(1) is "no" or "not" or "non" or "without" or "sin" or "except" or "excepto" or "nor" or "ni"
            || (Before(2), Before(1)) is ("instead", "of") or ("rather", "than") or ("vez", "de") or ("lugar", "de");
    }

    // "Go" is a language in "experience with Go", "Go developer" and "Python, Go"; it is not in "we go live".
    static bool IsMeant(
        string text, IReadOnlyList<Token> tokens, List<SkillMention> all, int i, bool isMeantBefore)
    {
        var mention = all[i];
        if (!IsAmbiguous(mention) || tokens.Count == 1) return true;
        var token = tokens[mention.At];
        var (before, after) = (Neighbour(mention.At - 1), Neighbour(mention.At + 1));
        if (CommonWords.IsCompany(before.Text ?? "") || CommonWords.IsCompany(after.Text ?? "")) return true;
        if (isMeantBefore && IsListed(all[i - 1], mention)) return true;
        if (i + 1 < all.Count && !IsAmbiguous(all[i + 1]) && IsListed(mention, all[i + 1])) return true;
        if (CommonWords.IsClearAfterIn(token.Text) && IsLeading(before.Text ?? "")) return true;
        var written = mention.Phrase.Written;
        return char.IsUpper(written[0]) && text.AsSpan(token.Start, token.Length).SequenceEqual(written)
            && before.Text is not null
            && written.Length > 1 && (IsLower(before) || IsLower(after));

        Token Neighbour(int at) =>
            at >= 0 && at < tokens.Count && tokens[at].Sentence == token.Sentence ? tokens[at] : default;
        bool IsAmbiguous(SkillMention one) => one.Count == 1 && CommonWords.IsAmbiguous(tokens[one.At].Text);
        bool IsLeading(string word) => word is "in" or "with" or "using" or "en" or "con" or "usando" or "de";
        bool IsJoin(string word) => word is "and" or "or" or "plus" or "y" or "o" or "e";
        bool IsLower(Token word) => word.Text is not null && char.IsLower(text[word.Start]);
        bool IsListed(SkillMention one, SkillMention next)
        {
            var gap = next.At - one.At - one.Count;
            return tokens[one.At].Sentence == tokens[next.At].Sentence
                && (gap == 0 || gap == 1 && IsJoin(tokens[next.At - 1].Text));
        }
    }

    static SkillSuggestion Suggestion(
        string text, IReadOnlyList<Token> tokens, List<LevelCue> cues, SkillMention mention)
    {
        var required = !IsAPlus(tokens, mention);
        var cue = LevelCues.Near(text, cues, tokens, mention.At, mention.Count)
            ?? (required ? LevelCues.OfPerson(cues) : null);
        var words = Slice(text, tokens, mention.At, mention.Count);
        var levelWords = cue is { } found ? Slice(text, tokens, found.At, found.Count) : null;
        var why = mention.Phrase.By == SuggestedBy.Typo
            ? Reason.Of(ReasonKeys.ReadAs, ReasonArg.Word(words), ReasonArg.Skill(mention.Phrase.SkillId))
            : levelWords is null ? Reason.Of(ReasonKeys.Mentions, ReasonArg.Word(words))
            : Reason.Of(ReasonKeys.MentionsWithLevel, ReasonArg.Word(words), ReasonArg.Word(levelWords));
        return new(mention.Phrase.SkillId, cue?.Level ?? DefaultLevel, required, mention.Phrase.By,
            words, tokens[mention.At].Start, levelWords, why);
    }

    // "is a plus", "nice to have", "bonus", "deseable", "opcional", "se valora": anywhere in the sentence.
    static bool IsAPlus(IReadOnlyList<Token> tokens, SkillMention mention)
    {
        var sentence = tokens[mention.At].Sentence;
        var first = mention.At;
        while (first > 0 && tokens[first - 1].Sentence == sentence) first--;
        for (var i = first; i < tokens.Count && tokens[i].Sentence == sentence && i < first + 60; i++)
            if (tokens[i].Text is "plus" or "bonus" or "optional" or "deseable" or "opcional" or "valorable" or "valora"
                || tokens[i].Text == "nice" && i + 2 < tokens.Count && tokens[i + 2].Text == "have")
                return true;
        return false;
    }

    static string Slice(string text, IReadOnlyList<Token> tokens, int at, int count)
    {
        var last = tokens[at + count - 1];
        return text[tokens[at].Start..(last.Start + last.Length)];
    }
}

/// <summary>Where a text mentions a skill.</summary>
readonly record struct SkillMention(SkillPhrase Phrase, int At, int Count);
