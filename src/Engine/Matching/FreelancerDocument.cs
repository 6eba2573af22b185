namespace Guildhall.Engine.Matching;

/// <summary>
/// What the engine knows of a freelancer. Unknown is null, never zero: zero hours means "not available".
/// </summary>
/// <param name="Id">The freelancer; also the tie-break between equal scores.</param>
public sealed record FreelancerDocument(Guid Id)
{
    /// <summary>Skills. Of several claims to one skill the verified one counts, then the highest.</summary>
    public IReadOnlyList<SkillClaim> Claims { get; init; } = [];

    /// <summary>Headline, bio and portfolio words. Not the skills' names: they are matched by id.</summary>
    public string Text { get; init; } = "";

    /// <summary>Price of an hour in minor units of <see cref="Currency"/>, ≥ 0; null when not stated.</summary>
    public long? HourlyRateMinor { get; init; }

    /// <summary>ISO 4217 code of <see cref="HourlyRateMinor"/>.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Hours free in a week, 0..100; null when not stated.</summary>
    public int? WeeklyHours { get; init; }

    /// <summary>First day they could begin; null means today.</summary>
    public DateOnly? EarliestStart { get; init; }

    /// <summary>Published reputation, 0..1000 points; says nothing without <see cref="Reviews"/>.</summary>
    public int Reputation { get; init; }

    /// <summary>Number of reviews behind <see cref="Reputation"/>, ≥ 0.</summary>
    public int Reviews { get; init; }

    /// <summary>Offset from UTC in minutes, -720..840; null when not stated.</summary>
    public int? TimezoneMinutes { get; init; }

    /// <summary>Languages spoken with clients, ISO 639 codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>ISO 3166 country. Never scored; it is here for filters and the fairness figures.</summary>
    public string? Country { get; init; }

    /// <summary>Years in the trade, ≥ 0; null when not stated.</summary>
    public int? ExperienceYears { get; init; }

    /// <summary>Contracts completed here, ≥ 0.</summary>
    public int CompletedJobs { get; init; }

    /// <summary>
    /// Hours past work took over hours it was estimated at, in thousandths, 500..3000; null without past work.
    /// </summary>
    public int? PacePermille { get; init; }

    /// <summary>Portfolio items shown, ≥ 0.</summary>
    public int PortfolioItems { get; init; }

    /// <summary>Skills and words as a direction; scored only when the weights give meaning any points.</summary>
    public SemanticVector Vector { get; init; } = SemanticVector.None;
}
