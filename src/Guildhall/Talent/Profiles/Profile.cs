using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Profiles;

/// <summary>
/// What a freelancer says of themselves. It begins hidden and empty; each part is said on its own, and nothing is shown
/// to others before the freelancer shows it.
/// </summary>
public sealed partial class Profile : IVersioned
{
    public const int MostSkills = 40;
    /// <summary>Skills by the freelancer's own word; beyond them the matcher counts each for less.</summary>
    public const int MostUnverified = 20;
    public const int MostLanguages = 12;
    public const int MostExperiences = 40;
    public const int MostItems = 30;

    public required Guid AccountId { get; init; }
    public string Headline { get; private set; } = "";
    public string Bio { get; private set; } = "";
    public long? RateMinor { get; private set; }
    public string RateCurrency { get; private set; } = "USD";
    public int? ExperienceYears { get; private set; }
    public string? City { get; private set; }
    /// <summary>ISO 3166 alpha-2.</summary>
    public string? Country { get; private set; }
    /// <summary>IANA name.</summary>
    public string? TimeZone { get; private set; }
    public int? WeeklyHours { get; private set; }
    public DateOnly? EarliestStart { get; private set; }
    public List<SpokenLanguage> Languages { get; private set; } = [];
    public Visibility Visibility { get; private set; } = Visibility.Hidden;
    /// <summary>The first time it was shown; null: never.</summary>
    public DateTime? PublishedAt { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public long Version { get; set; }

    public List<ProfileSkill> Skills { get; private set; } = [];
    public List<Experience> Experiences { get; private set; } = [];
    public List<PortfolioItem> Portfolio { get; private set; } = [];

    public Money? Rate => RateMinor is { } minor ? new Money(minor, RateCurrency) : null;

    /// <summary>Hidden profiles are their owner's; those for members need a signed-in reader.</summary>
    public bool IsVisibleTo(Guid? reader) =>
        reader == AccountId || Visibility == Visibility.Everyone
        || Visibility == Visibility.Members && reader is not null;

    /// <summary>Shows or hides the profile. True when it is shown for others from now on and was not before.</summary>
    public bool Show(Visibility to, DateTime now)
    {
        if (to != Visibility.Hidden)
        {
            if (Headline.Length == 0)
                throw new Refused($"Write a headline first: it is what clients read before anything else.",
                    "headline_missing", "Visibility");
            if (Skills.Count == 0)
                throw new Refused($"Add at least one skill first: clients find you by your skills.",
                    "skills_missing", "Visibility");
        }
        var appears = Visibility == Visibility.Hidden && to != Visibility.Hidden;
        Visibility = to;
        if (appears) PublishedAt ??= now;
        return appears;
    }

    public void Touch(DateTime now) => ChangedAt = now;
}

/// <summary>The Common European Framework's levels, and native.</summary>
public enum LanguageLevel { A1, A2, B1, B2, C1, C2, Native }

/// <summary>A language by its ISO 639 code (two letters) and how well it is spoken.</summary>
public sealed record SpokenLanguage(string Code, LanguageLevel Level);

/// <summary>A skill with the level its owner claims, 1 to 10, and whether something stands behind it.</summary>
public sealed class ProfileSkill
{
    public required Guid AccountId { get; init; }
    public required int SkillId { get; init; }
    public required int Level { get; set; }
    public bool IsVerified { get; private set; }
    public required DateTime UpdatedAt { get; set; }

    public void Say(int level, DateTime now)
    {
        if (level == Level) return;
        (Level, IsVerified, UpdatedAt) = (level, false, now);
    }

    /// <summary>The same claim to another skill, when the two were found to be one.</summary>
    public ProfileSkill Under(int skillId) => new()
    {
        AccountId = AccountId, SkillId = skillId, Level = Level, IsVerified = IsVerified, UpdatedAt = UpdatedAt,
    };

    public void Verify(DateTime now) => (IsVerified, UpdatedAt) = (true, now);
}
