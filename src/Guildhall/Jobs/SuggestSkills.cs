using System.Collections.Frozen;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Jobs;

/// <summary>A skill found in the client's own words.</summary>
/// <param name="SkillId">The skill.</param>
/// <param name="Slug">Its slug, for the API.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Icon">Its icon; null: it has none.</param>
/// <param name="Level">Suggested level, 1 to 10.</param>
/// <param name="Required">False when the text calls it a plus.</param>
/// <param name="Words">The words of the text that caused it.</param>
/// <param name="LevelWords">The words that set the level; null when none did.</param>
public sealed record SkillHint(
    int SkillId, string Slug, string Name, string? Icon, int Level, bool Required, string Words, string? LevelWords);

/// <summary>A skill that the text does not say but that such work often needs.</summary>
/// <param name="SkillId">The skill.</param>
/// <param name="Slug">Its slug, for the API.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Icon">Its icon; null: it has none.</param>
/// <param name="GoesWith">What speaks for it: a skill found in the text, or words of its first line.</param>
public sealed record SkillBeside(int SkillId, string Slug, string Name, string? Icon, string GoesWith);

/// <summary>Free text to skills with levels. What goes with them is made once per version of the taxonomy.</summary>
public sealed class SuggestSkills(Skills skills)
{
    public const int LongestText = 20_000;

    const int LongestTitle = 200, Worthwhile = 90;

    volatile Dictionary? dictionary;

    /// <param name="Text">The description as typed so far, at most 20,000 characters.</param>
    public sealed record Request(string Text);

    /// <param name="Skills">Found in the text.</param>
    /// <param name="OftenBeside">Not in the text, but such work often needs them; strongest first.</param>
    public sealed record Answer(IReadOnlyList<SkillHint> Skills, IReadOnlyList<SkillBeside> OftenBeside);

    sealed record Dictionary(long Version, SkillKnowledge Knowledge);

    public IReadOnlyList<SkillHint> Run(string text, int max = 12) =>
        [.. from found in skills.Reader.Suggest(text, max)
            let skill = skills.Find(found.SkillId)
            where skill is { IsRetired: false }
            select new SkillHint(skill.Id, skill.Slug, skill.Label, skill.Icon, found.Level, found.Required,
                found.Words,
                found.LevelWords)];

    /// <summary>What often goes with skills found in a text and with the words of its first line.</summary>
    public IReadOnlyList<SkillBeside> Beside(string text, IEnumerable<int> found, int max = 5) =>
        Expected(text.AsSpan(0, Math.Min(text.Length, LongestTitle)).TrimStart().ToString().Split('\n')[0], found)
            .Take(max).ToArray();

    IEnumerable<SkillBeside> Expected(string title, IEnumerable<int> found) =>
        from expected in Known().Knowledge.Expect(new(Guid.Empty, default)
        {
            Title = title,
            Requirements = [.. found.Select(id => new Requirement(id, SkillSuggester.DefaultLevel, false))],
        })
        where expected.Permille >= Worthwhile
        let skill = skills.Find(expected.SkillId)
        where skill is { IsRetired: false }
        select new SkillBeside(skill.Id, skill.Slug, skill.Label, skill.Icon,
            expected.CauseSkill is { } cause ? skills.Label(cause) : AsWritten(expected.CauseWords ?? "", title));

    // The knowledge counts words by their stems; a skill is called by its name, other words as they were written.
    string AsWritten(string stems, string title)
    {
        var (tokens, count) = (Tokenizer.Tokenize(title).ToArray(), stems.Split(' ').Length);
        for (var at = 0; at + count <= tokens.Length; at++)
        {
            var (first, last) = (tokens[at], tokens[at + count - 1]);
            if (string.Join(' ', tokens[at..(at + count)].Select(t => TermVector.Stem(t.Text))) != stems) continue;
            var written = title[first.Start..(last.Start + last.Length)];
            return skills.Find(written)?.Label ?? written;
        }
        return stems;
    }

    Dictionary Known()
    {
        var version = skills.Version;
        if (dictionary is { } known && known.Version == version) return known;
        var entries = skills.All.Select(s => s.Entry()).ToArray();
        var made = new Dictionary(version,
            new(entries, ShippedKnowledge.Lines, null, FrozenDictionary<int, int>.Empty, 0));
        dictionary = made;
        return made;
    }

    public static void Map(Routes routes) => routes.Api.Post(
        "/jobs/suggest-skills", Who.SignedIn, Rate.Search, DataClass.Public, (Request request, SuggestSkills suggest) =>
        {
            new Check().Text(request.Text, "text", LongestText, 0).ThrowIfAny();
            var found = suggest.Run(request.Text);
            return new Answer(found, suggest.Beside(request.Text, found.Select(f => f.SkillId)));
        })
        .WithSummary("Skills and levels that a text asks for, with the words that say so");
}
