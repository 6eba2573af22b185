namespace Guildhall.Engine.Matching;

/// <summary>A skill of the taxonomy, as <see cref="SkillSuggester"/> needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name as written: "Go", "Node.js", "OAuth 2.0". Capitals matter for names that are also
/// common words.</param>
public sealed record SkillEntry(int Id, string Name)
{
    /// <summary>Other names for it, in any language: "k8s", "Postgres", "JS", "redes sociales".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Words that suggest it without naming it: "ingress" for Kubernetes, "login with Google" for OAuth.
    /// </summary>
    public IReadOnlyList<string> Hints { get; init; } = [];
}

/// <summary>How a text led to a skill, strongest first.</summary>
public enum SuggestedBy
{
    /// <summary>The text says its name.</summary>
    Name,
    /// <summary>The text says another name for it.</summary>
    Alias,
    /// <summary>The text says its name with a typing mistake.</summary>
    Typo,
    /// <summary>The text says something that suggests it.</summary>
    Hint,
}

/// <summary>Where a text names a skill.</summary>
/// <param name="SkillId">The skill.</param>
/// <param name="By">How the text led to it.</param>
/// <param name="At">Its first word among those that <see cref="Search.Tokenizer"/> cuts.</param>
/// <param name="Count">How many words name it.</param>
/// <param name="IsWanted">False in "no WordPress".</param>
public readonly record struct SkillPlace(int SkillId, SuggestedBy By, int At, int Count, bool IsWanted);

/// <summary>A skill found in a text.</summary>
/// <param name="SkillId">The skill.</param>
/// <param name="Level">Suggested level, 1..10; <see cref="SkillSuggester.DefaultLevel"/> when the text gives no
/// cue.</param>
/// <param name="Required">False when the text calls it a plus.</param>
/// <param name="By">How the text led to it.</param>
/// <param name="Words">The exact words of the text that caused it.</param>
/// <param name="Start">Where they begin in the text.</param>
/// <param name="LevelWords">The exact words that set the level, or null.</param>
/// <param name="Why">The same as a sentence.</param>
public sealed record SkillSuggestion(
    int SkillId, int Level, bool Required, SuggestedBy By, string Words, int Start, string? LevelWords, Reason Why);
