using Guildhall.Accounts.Public;
using Guildhall.Engine.Money;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Profiles;

public sealed record SkillView(string Slug, string Name, int Level, string LevelName, bool Verified);

public sealed record WorkFileView(string Url, string Name, string ContentType, long Bytes, int? Width, int? Height);

public sealed record WorkView(
    Guid Id, string Title, string Summary, string? Link, IReadOnlyList<string> Skills,
        IReadOnlyList<WorkFileView> Files);

public sealed record ExperienceView(Guid Id, string Role, string Place, DateOnly From, DateOnly? Until, string Summary);

/// <summary>A freelancer's profile as the API gives it. What is not stated is null.</summary>
public sealed record ProfileView(
    Guid Id, string Name, string? PhotoUrl, string Headline, string Bio, Money? Rate, int? ExperienceYears,
        string? City,
    string? Country, string? TimeZone, int? WeeklyHours, DateOnly? EarliestStart,
        IReadOnlyList<SpokenLanguage> Languages,
    IReadOnlyList<SkillView> Skills, IReadOnlyList<ExperienceView> Experience, IReadOnlyList<WorkView> Portfolio,
    Visibility Visibility, DateTime MemberSince)
{
    public static ProfileView Of(Profile profile, Person person, Skills skills) => new(
        profile.AccountId, person.Name, person.AvatarId is { } photo ? $"/files/{photo}" : null, profile.Headline,
            profile.Bio,
        profile.Rate, profile.ExperienceYears, profile.City, profile.Country, profile.TimeZone, profile.WeeklyHours,
        profile.EarliestStart, profile.Languages,
        [.. profile.Skills.Select(s => (Skill: skills.Find(s.SkillId), s)).Where(s => s.Skill is not null).Select(s =>
            new SkillView(s.Skill!.Slug, s.Skill.Label, s.s.Level, SkillLevels.Word(s.s.Level), s.s.IsVerified))],
        [.. profile.Experiences.Select(e => new ExperienceView(e.Id, e.Role, e.Place, e.From, e.Until, e.Summary))],
        [.. profile.Portfolio.Select(i => Work(i, skills))], profile.Visibility, person.JoinedAt);

    static WorkView Work(PortfolioItem item, Skills skills) => new(
        item.Id, item.Title, item.Summary, item.Link,
        [.. item.SkillIds.Select(skills.Find).OfType<Skill>().Select(s => s.Slug)],
        [.. item.Files.Select(f => new WorkFileView($"/files/{f.BlobId}", f.Name, f.ContentType, f.Bytes,
            f.IsPicture ? f.Width : null, f.IsPicture ? f.Height : null))]);
}
