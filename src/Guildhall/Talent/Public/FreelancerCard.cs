using Guildhall.Engine.Money;

namespace Guildhall.Talent.Public;

/// <param name="SkillId">In <see cref="Skills"/>.</param>
/// <param name="Level">1 to 10, see <see cref="SkillLevels"/>.</param>
/// <param name="IsVerified">A test, a certificate or reviewed work stands behind the level.</param>
public readonly record struct SkillLevel(int SkillId, int Level, bool IsVerified);

/// <summary>Who may see a profile. A hidden one is nobody's to find.</summary>
public enum Visibility { Hidden, Members, Everyone }

/// <summary>What introduces a freelancer. What is not stated is null.</summary>
public record FreelancerHead(Guid AccountId)
{
    public required string Headline { get; init; }
    /// <summary>Price of an hour.</summary>
    public Money? Rate { get; init; }
    /// <summary>ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }
}

/// <summary>What a list shows of a freelancer. Names and pictures are People's.</summary>
public record FreelancerLine(Guid AccountId) : FreelancerHead(AccountId)
{
    /// <summary>Best first.</summary>
    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];
    /// <summary>ISO 639 codes, best spoken first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    public string? City { get; init; }
    /// <summary>0 to 80; zero means "not available now".</summary>
    public int? WeeklyHours { get; init; }
    public DateTime? PublishedAt { get; init; }
}

/// <summary>What other modules need of a freelancer: to match, to search, to introduce.</summary>
public sealed record FreelancerCard(Guid AccountId) : FreelancerLine(AccountId)
{
    public required string Bio { get; init; }
    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init; }
    /// <summary>Null: now.</summary>
    public DateOnly? EarliestStart { get; init; }
    public int? ExperienceYears { get; init; }
    public int PortfolioItems { get; init; }
    /// <summary>Titles and summaries of the portfolio, for the text part of a match.</summary>
    public string PortfolioText { get; init; } = "";
    /// <summary>Skills that pieces of the portfolio were made with.</summary>
    public IReadOnlyList<int> PortfolioSkills { get; init; } = [];
    public Visibility Visibility { get; init; }
}
