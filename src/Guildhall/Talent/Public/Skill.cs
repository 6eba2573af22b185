using System.Globalization;
using Guildhall.Engine.Matching;

namespace Guildhall.Talent.Public;

public enum SkillKind { Language, Framework, Tool, Cloud, Database, Method, Domain, Craft }

/// <summary>One thing a person can be good at. Immutable: an edit of the taxonomy makes a new snapshot.</summary>
public sealed record Skill
{
    /// <summary>Stays the same for ever, also when names change. Ids differ between sites; slugs do not.</summary>
    public required int Id { get; init; }
    /// <summary>In addresses and in the API: <c>csharp</c>, <c>motion-design</c>.</summary>
    public required string Slug { get; init; }
    public required string Name { get; init; }
    /// <summary>Null: Spanish uses the same name (Python).</summary>
    public string? NameEs { get; init; }
    /// <summary>Slug of a <see cref="SkillCategory"/>.</summary>
    public required string Category { get; init; }
    public required SkillKind Kind { get; init; }
    /// <summary>1 (weeks to be useful) to 5 (years).</summary>
    public required int Difficulty { get; init; }
    /// <summary>Other words for it (k8s, JS); no word means two skills.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
    /// <summary>Skills one normally has first.</summary>
    public IReadOnlyList<int> Prerequisites { get; init; } = [];
    /// <summary>Skills often asked for together with it.</summary>
    public IReadOnlyList<int> Related { get; init; } = [];
    /// <summary>Name of the technology's icon in the sprite; null: it has none.</summary>
    public string? Icon { get; init; }
    /// <summary>Open jobs that ask for it, as <see cref="SkillDemand"/> was last told.</summary>
    public int Demand { get; init; }
    /// <summary>No longer offered; profiles and jobs that hold it keep it.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The name in the reader's language.</summary>
    public string Label => Names.InReadersLanguage(Name, NameEs);

    /// <summary>Every way of saying it, as the engine reads texts: the slug too, written as people write it.</summary>
    public SkillEntry Entry() => new(Id, Name) { Aliases = [.. Aliases, NameEs ?? Spoken, Spoken] };

    // "excel" is Excel as in Microsoft Excel; "aws" is AWS.
    string Spoken
    {
        get
        {
            var words = Slug.Replace('-', ' ');
            var at = Name.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            return at >= 0 ? Name[at..(at + words.Length)] : words.Length <= 4 ? words.ToUpperInvariant() : words;
        }
    }
}

/// <summary>A shelf of the taxonomy; two levels, the upper one has no parent.</summary>
public sealed record SkillCategory(string Slug, string Name, string? NameEs, string? Parent, string? Icon)
{
    public string Label => Names.InReadersLanguage(Name, NameEs);
}

/// <summary>A kind of project: "Software · Web · Back end".</summary>
public sealed record ProjectType(
    string Slug, string SuperType, string? SuperTypeEs, string? Type, string? TypeEs, string? Platform,
    string? PlatformEs, string Category)
{
    public string Label => string.Join(" · ", new[]
    {
        Names.InReadersLanguage(SuperType, SuperTypeEs),
        Type is null ? null : Names.InReadersLanguage(Type, TypeEs),
        Platform is null ? null : Names.InReadersLanguage(Platform, PlatformEs),
    }.Where(part => !string.IsNullOrEmpty(part)));
}

static class Names
{
    public static string InReadersLanguage(string name, string? spanish) =>
        spanish is not null && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? spanish : name;
}
