using System.Text.Json;

namespace Guildhall.Demo.Data;

/// <summary>The story in <c>demo/</c>: days are counted from the day of seeding, money is in minor units.</summary>
static class DemoFiles
{
    static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static T Read<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, Snake)!;
    }

    /// <summary>Rows of a table of tab-separated values, without its heading.</summary>
    public static IReadOnlyList<string[]> Table(string file)
    {
        using var reader = new StreamReader(Open(file));
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Where(l => l.Trim().Length > 0)
            .Select(l => l.TrimEnd('\r').Split('\t'))];
    }

    static Stream Open(string file) => typeof(DemoFiles).Assembly.GetManifestResourceStream($"Guildhall.demo.{file}")
        ?? throw new InvalidOperationException($"The program was built without demo/{file}.");
}

sealed record SiteData(AdminData Admin, SignInData SignIns);

sealed record AdminData(string Ref, string Name, string Email, string TimeZone);

sealed record SignInData(string Client, string Freelancer, string Admin);

sealed record LanguageData(string Code, string Level);

sealed record SkillData(string Slug, int Level, bool Verified);

sealed record ExperienceData(string Role, string Company, int FromYearsAgo, int ToYearsAgo);

sealed record PortfolioData(string Title, string Summary, string[] Skills);

sealed record FreelancerData(
    string Ref, string Name, string Email, string City, string CountryCode, string TimeZone,
    string Headline, string Bio, long HourlyRate, string Currency, int WeeklyHours, int StartsInDays,
    int ExperienceYears, LanguageData[] Languages, SkillData[] Skills, ExperienceData[] Experience,
    PortfolioData[] Portfolio);

sealed record ClientData(
    string Ref, string Person, string Email, string Company, string Industry, string City, string CountryCode,
    string TimeZone, string Size, string About);

sealed record NeedData(string Slug, int MinLevel, bool Required, string[] Alternatives);

sealed record PartData(string Title, long Amount, int? DueInDays);

sealed record JobData(
    string Ref, string Client, string Language, string Title, string Description, string? MicroGigType, string Category,
    string? ProjectType, string State, int? PostedInDays, int? DeadlineInDays, string Pricing,
    long? BudgetMin, long BudgetMax, string Currency, int? Hours, int Complexity, NeedData[] Skills,
    PartData[] Milestones, string[]? Languages = null);

sealed record ProposalData(
    string Job, string Freelancer, string State, int SubmittedInDays, long Amount, int? Hours, string CoverLetter,
    string? DeclineReason, PartData[] Milestones);

sealed record ContractPartData(
    string Title, long Amount, int? DueInDays, string State, string? Note, string? SubmissionNote,
    string? ChangeRequest, int? FundedInDays, int? SubmittedInDays, int? ReleasedInDays);

sealed record ContractData(
    string Job, string Freelancer, string State, long Total, int ProposedInDays, int? SignedInDays,
    ContractPartData[] Milestones);

sealed record ReviewData(
    string Job, string By, int Success, int Communication, int Professionalism, int Deadlines, int Quality, bool OnTime,
    string Text, int WrittenInDays);

sealed record InvitationData(
    string Job, string Freelancer, int InDays, string State, string Note, string? Reason, string? ReasonNote);

sealed record FavouriteData(string Owner, string? Freelancer, string? Job, int InDays, string Note);

sealed record SearchData(string Owner, string Kind, string Name, string Query, int InDays);

sealed record PlacementData(string Freelancer, int Days);
