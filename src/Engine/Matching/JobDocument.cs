namespace Guildhall.Engine.Matching;

/// <summary>How a job is paid.</summary>
public enum Pricing
{
    /// <summary>The client has not said.</summary>
    Open,
    /// <summary>By the hour: the range is per hour.</summary>
    Hourly,
    /// <summary>One price for the whole: the range is the budget.</summary>
    Fixed,
}

/// <summary>One skill a job asks for.</summary>
/// <param name="SkillId">The skill in the site's taxonomy.</param>
/// <param name="MinLevel">Level asked for, 1..10; values outside are clamped.</param>
/// <param name="Required">False for "nice to have".</param>
public sealed record Requirement(int SkillId, int MinLevel, bool Required)
{
    /// <summary>Skills the client accepts instead, at the same level. They earn nine tenths of the points.</summary>
    public IReadOnlyList<int> Alternatives { get; init; } = [];
}

/// <summary>What the engine knows of a job. Ranges given the wrong way round are turned round.</summary>
/// <param name="Id">The job; also the tie-break between equal scores.</param>
/// <param name="Today">The day the match is made on, as the site sees it. The engine has no clock.</param>
public sealed record JobDocument(Guid Id, DateOnly Today)
{
    /// <summary>Most requirements that are read; later ones are ignored.</summary>
    public const int MaxRequirements = 50;

    /// <summary>Skills asked for. Of several entries for one skill the first counts.</summary>
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>
    /// The title alone: its words say which skills such a job usually needs. Empty: only the skills asked for say so.
    /// </summary>
    public string Title { get; init; } = "";

    /// <summary>Title and description.</summary>
    public string Text { get; init; } = "";

    /// <summary>What <see cref="MinMinor"/> and <see cref="MaxMinor"/> are the range of.</summary>
    public Pricing Pricing { get; init; }

    /// <summary>Lower end in minor units of <see cref="Currency"/>; null when only the upper end is stated.</summary>
    public long? MinMinor { get; init; }

    /// <summary>Upper end in minor units of <see cref="Currency"/>; null when only the lower end is stated.</summary>
    public long? MaxMinor { get; init; }

    /// <summary>ISO 4217 code of the range.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Estimated hours of the whole, 1..100,000; null when not stated.</summary>
    public int? Hours { get; init; }

    /// <summary>Last day on which the work is in time; null for none.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Difficulty, 1 (routine) to 5 (few could do it).</summary>
    public int Complexity { get; init; } = 3;

    /// <summary>The client's offset from UTC in minutes; null when overlap does not matter.</summary>
    public int? TimezoneMinutes { get; init; }

    /// <summary>Working hours a day the client wants to share, 1..8.</summary>
    public int MinOverlapHours { get; init; } = 4;

    /// <summary>Languages needed, ISO 639 codes; empty when it does not matter.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Skills and words as a direction; scored only when the weights give meaning any points.</summary>
    public SemanticVector Vector { get; init; } = SemanticVector.None;
}
