using Guildhall.Engine.Money;

namespace Guildhall.Jobs.Public;

/// <summary>What sort of work it is: a project, or one of the six micro-gigs.</summary>
public enum JobKind { Project, CodeReview, BugFix, Feature, ApiIntegration, Performance, SecurityAudit }

/// <summary>One price for the whole, or a price per hour.</summary>
public enum PayType { Fixed, Hourly }

/// <summary>Freelancers send proposals, or the client asks one freelancer directly.</summary>
public enum HiringMode { Proposals, Direct }

/// <summary>A skill the work needs.</summary>
/// <param name="SkillId">In the taxonomy of module Talent.</param>
/// <param name="MinLevel">1 to 10.</param>
/// <param name="Required">False: welcome, but not necessary.</param>
/// <param name="Alternatives">Skills accepted in its place, at the same level.</param>
public sealed record SkillNeed(int SkillId, int MinLevel, bool Required, IReadOnlyList<int> Alternatives);

/// <summary>A part of the work, when the client already knows the parts.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Minor">Its price before fees, in minor units of the job's currency; null: to be agreed.</param>
/// <param name="Due">The day it is due; null: to be agreed.</param>
public sealed record JobMilestone(string Title, long? Minor, DateOnly? Due);

/// <summary>Everything a client says about the work. Immutable: each change is a new one.</summary>
public sealed record Brief
{
    public JobKind Kind { get; init; }
    public string Title { get; init; } = "";
    /// <summary>Plain text.</summary>
    public string Description { get; init; } = "";
    /// <summary>Slug of a skill category; null: not chosen.</summary>
    public string? Category { get; init; }
    /// <summary>Slug of a project type; null: not chosen.</summary>
    public string? ProjectType { get; init; }
    public IReadOnlyList<SkillNeed> Skills { get; init; } = [];
    /// <summary>
    /// Languages the work is done in: ISO 639-1 codes in small letters, distinct. Empty: it does not matter.
    /// </summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    /// <summary>1 (routine) to 5 (few could do it).</summary>
    public int Complexity { get; init; } = 3;
    public PayType Pay { get; init; }
    public string Currency { get; init; } = "USD";
    /// <summary>Lower end of the budget, or of the price per hour; minor units. Null: not stated.</summary>
    public long? MinMinor { get; init; }
    /// <summary>Upper end; minor units. Null only in drafts.</summary>
    public long? MaxMinor { get; init; }
    /// <summary>Estimated hours of the whole.</summary>
    public int? Hours { get; init; }
    /// <summary>Hours a week the client expects.</summary>
    public int? WeeklyHours { get; init; }
    /// <summary>Last day on which the work is in time, UTC.</summary>
    public DateOnly? Deadline { get; init; }
    public HiringMode Hiring { get; init; }
    /// <summary>What makes the work good enough, in the client's words.</summary>
    public string Quality { get; init; } = "";
    public IReadOnlyList<JobMilestone> Milestones { get; init; } = [];
    /// <summary>In a draft: what was typed into a field and cannot be read yet, kept as typed.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public Money? Min => MinMinor is { } minor ? new Money(minor, Currency) : null;
    public Money? Max => MaxMinor is { } minor ? new Money(minor, Currency) : null;
    public bool IsMicroGig => Kind != JobKind.Project;
}
