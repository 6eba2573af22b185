using System.Collections.Frozen;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>A word or two that set a level.</summary>
/// <param name="At">Index of the first token.</param>
/// <param name="Count">Number of tokens.</param>
/// <param name="Level">1..10.</param>
/// <param name="OfPerson">True for words about the person wanted ("senior"); they hold for the whole text.</param>
readonly record struct LevelCue(int At, int Count, int Level, bool OfPerson);

/// <summary>
/// Words that tell a level, English and Spanish: lead 9; senior, expert, advanced 8; production, scale, complex 7; mid,
/// intermediate 5; junior, basic, simple 3. Years: 1 → 4, 2 → 5, 3 → 6, 5 → 8, 8 → 9.
/// </summary>
static class LevelCues
{
    const int Reach = 8;

    static readonly FrozenDictionary<string, int> person = Table(
        (9, "lead architect lider arquitecto arquitecta"),
        (8, "senior sr"),
        (5, "mid midlevel semisenior"),
        (3, "junior jr beginner intern principiante becario becaria"));

    static readonly FrozenDictionary<string, int> work = Table(
        (8, "expert experts expertise experto experta expertos expertas specialist especialista " +
            "advanced avanzado avanzada avanzados mastery dominio deep profundo profunda"),
        (7, "production produccion scale scalable escalable enterprise proficient solid solido solida strong " +
            "complex complejo compleja critical critico critica demanding exigente"),
        (5, "intermediate intermedio intermedia competent"),
        (3, "basic basics basico basica basicos simple sencillo sencilla familiar familiarity nociones entry"));

    public static List<LevelCue> Find(IReadOnlyList<Token> tokens)
    {
        var cues = new List<LevelCue>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (person.TryGetValue(tokens[i].Text, out var level)) cues.Add(new(i, 1, level, true));
            else if (work.TryGetValue(tokens[i].Text, out level)) cues.Add(new(i, 1, level, false));
            else if (Years(tokens, i) is { } years) cues.Add(new(i, 2, years, false));
        }
        return cues;
    }

    /// <summary>The text's first cue about the person wanted.</summary>
    public static LevelCue? OfPerson(List<LevelCue> cues) =>
        cues.Find(c => c.OfPerson) is { Count: > 0 } found ? found : null;

    /// <summary>The nearest cue in the sentence, those before the words preferred.</summary>
    public static LevelCue? Near(string text, List<LevelCue> cues, IReadOnlyList<Token> tokens, int at, int count)
    {
        LevelCue? best = null;
        var nearest = int.MaxValue;
        foreach (var cue in cues)
        {
            if (tokens[cue.At].Sentence != tokens[at].Sentence) continue;
            var before = cue.At < at;
            var distance = before ? 2 * (at - cue.At - cue.Count + 1) : 2 * (cue.At - at - count + 1) + 1;
            if (distance > 2 * Reach) continue;
            distance += 4 * Commas(text, tokens[Math.Min(cue.At, at)], tokens[Math.Max(cue.At, at)]);
            if (distance < nearest) (best, nearest) = (cue, distance);
        }
        return best;
    }

    // "Figma basic, React expert": a comma sets things further apart than a word.
    static int Commas(string text, Token from, Token to) => text.AsSpan(from.Start, to.Start - from.Start).Count(',');

    static int? Years(IReadOnlyList<Token> tokens, int i)
    {
        var unit = i + 1 < tokens.Count ? tokens[i + 1].Text : "";
        if (unit is not ("years" or "year" or "yrs" or "anos" or "ano")) return null;
        if (!int.TryParse(tokens[i].Text, out var years) || years is < 1 or > 40) return null;
        return years switch { 1 => 4, 2 => 5, < 5 => 6, < 8 => 8, _ => 9 };
    }

    static FrozenDictionary<string, int> Table(params (int Level, string Words)[] rows) => rows
        .SelectMany(r => r.Words.Split(' ').Select(w => KeyValuePair.Create(w, r.Level))).ToFrozenDictionary();
}
