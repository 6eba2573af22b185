using Guildhall.Jobs.Public;

namespace Guildhall.Jobs;

/// <summary>How kinds and states are called, as keys for Words.</summary>
static class JobWords
{
    public static readonly IReadOnlyList<(JobKind Kind, string Name, string Meaning, string Icon)> Kinds =
    [
        (JobKind.Project, "Project", "Anything with several parts, in any trade.", "briefcase"),
        (JobKind.Feature, "New feature", "One thing added to what exists.", "puzzle"),
        (JobKind.BugFix, "Bug fix", "One fault found and repaired.", "tool"),
        (JobKind.CodeReview, "Code review", "Somebody reads your code and tells you what they see.", "eye"),
        (JobKind.ApiIntegration, "API integration", "Two systems learn to talk to each other.", "arrows-exchange"),
        (JobKind.Performance, "Performance", "The same, faster, measured before and after.", "bolt"),
        (JobKind.SecurityAudit, "Security audit", "Weak places found before others find them.", "shield-check"),
    ];

    public static readonly string[] Complexities =
        ["Routine", "Needs care", "Demanding", "Hard", "Few could do it"];

    public static string Of(JobKind kind) => Kinds.First(k => k.Kind == kind).Name;

    public static string Of(JobState state) => state switch
    {
        JobState.Draft => "Draft",
        JobState.Open => "Open",
        JobState.Paused => "Paused",
        JobState.InSelection => "Choosing",
        JobState.Awarded => "Awarded",
        JobState.InProgress => "In progress",
        JobState.Completed => "Completed",
        JobState.Closed => "Closed",
        JobState.Expired => "Expired",
        JobState.Cancelled => "Cancelled",
        _ => "Removed",
    };

    public static string? Tone(JobState state) => state switch
    {
        JobState.Open => "success",
        JobState.InSelection or JobState.Awarded => "info",
        JobState.InProgress => "primary",
        JobState.Paused => "warning",
        JobState.Removed => "error",
        _ => null,
    };

    public static bool IsHollow(JobState state) =>
        state is JobState.Draft or JobState.Closed or JobState.Expired or JobState.Cancelled or JobState.Removed;
}
