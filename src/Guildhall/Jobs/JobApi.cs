using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Talent.Public;

namespace Guildhall.Jobs;

/// <summary>A skill the work needs, as the API takes it.</summary>
/// <param name="Skill">Slug, name or alias.</param>
/// <param name="MinLevel">1 to 10.</param>
/// <param name="Required">False: welcome, but not necessary.</param>
/// <param name="Alternatives">Skills accepted in its place.</param>
public sealed record JobSkillRequest(
    string Skill, int MinLevel = 5, bool Required = true, IReadOnlyList<string>? Alternatives = null);

/// <summary>A range in minor units (cents) of one currency: of the whole, or of an hour.</summary>
public sealed record JobBudget(long? MinMinor = null, long? MaxMinor = null, string Currency = "USD");

/// <summary>A job as the API takes it. What is left out is not stated.</summary>
/// <param name="Languages">
/// Languages the work is done in, at most 5: ISO 639-1, as "es"; a region is dropped. Left out or empty: it does not
/// matter.
/// </param>
public sealed record JobRequest(
    string Title, string Description, JobKind Kind = JobKind.Project, string? Category = null,
    string? ProjectType = null, IReadOnlyList<JobSkillRequest>? Skills = null, int Complexity = 3,
    PayType Pay = PayType.Fixed,
    JobBudget? Budget = null, int? EstimatedHours = null, int? WeeklyHours = null, DateOnly? Deadline = null,
    HiringMode Hiring = HiringMode.Proposals, string QualityRequirements = "",
    IReadOnlyList<JobMilestone>? Milestones = null, bool? Publish = null,
    IReadOnlyList<string>? Languages = null);

/// <summary>Turns what programs send into a brief; names that are not known are refused.</summary>
static class JobApi
{
    public static Brief Read(JobRequest request, Skills skills)
    {
        var check = new Check();
        if (request.Category is { } category)
            check.That(skills.Category(category) is not null, "category", $"Choose a category from the list.");
        if (request.ProjectType is { } type)
            check.That(skills.ProjectTypes.Any(t => t.Slug == type), "projectType",
                $"Choose a project type from the list.");
        var needs = Needs(request.Skills ?? [], skills, check);
        var languages = Languages(request.Languages ?? [], check);
        check.ThrowIfAny();
        return new()
        {
            Kind = request.Kind, Title = request.Title.Trim(), Description = request.Description.Trim(),
            Category = request.Category, ProjectType = request.ProjectType, Skills = needs,
            Languages = languages, Complexity = request.Complexity, Pay = request.Pay,
            Currency = request.Budget?.Currency ?? "USD", MinMinor = request.Budget?.MinMinor,
            MaxMinor = request.Budget?.MaxMinor, Hours = request.EstimatedHours, WeeklyHours = request.WeeklyHours,
            Deadline = request.Deadline, Hiring = request.Hiring, Quality = request.QualityRequirements.Trim(),
            Milestones = request.Milestones ?? [],
        };
    }

    static List<SkillNeed> Needs(IReadOnlyList<JobSkillRequest> asked, Skills skills, Check check)
    {
        var needs = new List<SkillNeed>();
        check.That(asked.Count <= BriefCheck.SkillsMax, "skills", $"Name at most {BriefCheck.SkillsMax} skills.");
        foreach (var one in asked.Take(BriefCheck.SkillsMax))
        {
            var alternatives = (one.Alternatives ?? []).Take(BriefCheck.AlternativesMax + 1).ToArray();
            check.That(alternatives.Length <= BriefCheck.AlternativesMax, "skills",
                $"Name at most {BriefCheck.AlternativesMax} alternatives for a skill.");
            foreach (var name in alternatives.Prepend(one.Skill))
                check.That(Find(skills, name) is not null, "skills",
                    $"“{name}” is not a skill we know. Choose one from the list.");
            if (Find(skills, one.Skill) is not { } id) continue;
            check.That(alternatives.All(a => Find(skills, a) != id), "skills",
                $"“{one.Skill}” cannot stand in for itself. Name another skill, or none.");
            needs.Add(new(id, one.MinLevel, one.Required,
                [.. alternatives.Select(a => Find(skills, a)).OfType<int>().Distinct()]));
        }
        return needs;
    }

    static List<string> Languages(IReadOnlyList<string> asked, Check check)
    {
        var languages = new List<string>();
        check.That(asked.Count <= BriefCheck.LanguagesMax, "languages",
            $"Name at most {BriefCheck.LanguagesMax} languages.");
        foreach (var text in asked.Take(BriefCheck.LanguagesMax))
        {
            var code = KnownPlaces.LanguageCode(text);
            check.That(code is not null, "languages",
                $"“{text}” is not a language we know. Write its code of two letters, such as es.");
            if (code is not null && !languages.Contains(code)) languages.Add(code);
        }
        return languages;
    }

    static int? Find(Skills skills, string name) =>
        int.TryParse(name, out var id) && skills.Find(id) is { } byId ? byId.Id : skills.Find(name)?.Id;
}
