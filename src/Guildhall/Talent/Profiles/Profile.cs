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
    public const int MostLanguages = 12;
    public const int MostExperiences = 40;
    public const int MostPortfolioItems = 30;

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

public enum LanguageLevel { Basic, Conversational, Fluent, Native }

/// <summary>A language by its ISO 639 code (two letters) and how well it is spoken.</summary>
public sealed record SpokenLanguage(string Code, LanguageLevel Level);

/// <summary>A skill with the level its owner claims, 1 to 10, and whether something stands behind it.</summary>
public sealed class ProfileSkill
{
    public required Guid AccountId { get; init; }
    public required int SkillId { get; init; }
    public required int Level { get; set; }
    public bool IsVerified { get; set; }
    public required DateTime UpdatedAt { get; set; }
}

/// <summary>Something done before, here or elsewhere. Months are dates on the first.</summary>
public sealed class Experience
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Role { get; init; }
    public required string Place { get; init; }
    public required DateOnly From { get; init; }
    /// <summary>Null: until now.</summary>
    public DateOnly? Until { get; init; }
    public string Summary { get; init; } = "";
}

/// <summary>A piece of work shown.</summary>
public sealed class PortfolioItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";
    /// <summary>http or https.</summary>
    public string? Link { get; set; }
    public List<int> SkillIds { get; set; } = [];
    public List<PortfolioFile> Files { get; set; } = [];
    public required DateTime At { get; init; }
}

/// <summary>A public file of a portfolio item; pictures have a size and are shown, others are handed out.</summary>
public sealed record PortfolioFile(Guid BlobId, string Name, string ContentType, long Bytes, int Width, int Height)
{
    public bool IsPicture => Width > 0;
}
