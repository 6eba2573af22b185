using Guildhall.Engine.Matching;
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

/// <summary>Free text to skills with levels. The dictionary is built once per version of the taxonomy.</summary>
public sealed class SuggestSkills(Skills skills)
{
    public const int LongestText = 20_000;

    volatile Dictionary? dictionary;

    /// <param name="Text">The description as typed so far, at most 20,000 characters.</param>
    public sealed record Request(string Text);

    public sealed record Answer(IReadOnlyList<SkillHint> Skills);

    sealed record Dictionary(long Version, SkillSuggester Suggester);

    public IReadOnlyList<SkillHint> Run(string text, int max = 12) =>
        [.. from found in Suggester().Suggest(text, max)
            let skill = skills.Find(found.SkillId)
            where skill is { IsRetired: false }
            select new SkillHint(skill.Id, skill.Slug, skill.Label, skill.Icon, found.Level, found.Required,
                found.Words,
                found.LevelWords)];

    SkillSuggester Suggester()
    {
        var version = skills.Version;
        if (dictionary is { } known && known.Version == version) return known.Suggester;
        var made = new Dictionary(version, new(skills.All.Select(s => new SkillEntry(s.Id, s.Name)
        {
            Aliases = [.. s.Aliases, .. s.NameEs is { } spanish ? [spanish] : Array.Empty<string>()],
        })));
        dictionary = made;
        return made.Suggester;
    }

    public static void Map(Routes routes) => routes.Api.Post(
        "/jobs/suggest-skills", Who.SignedIn, Rate.Search, DataClass.Public, (Request request, SuggestSkills suggest) =>
        {
            new Check().Text(request.Text, "text", LongestText, 0).ThrowIfAny();
            return new Answer(suggest.Run(request.Text));
        });
}
