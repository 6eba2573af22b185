using Guildhall.Engine.Matching;

namespace Guildhall.Jobs.Public;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    Draft, Open, Paused, InSelection, Awarded, InProgress, Completed, Closed, Expired, Cancelled, Removed,
}

/// <summary>A job as other modules see it.</summary>
public sealed record JobView
{
    public required Guid Id { get; init; }
    public required Guid ClientId { get; init; }
    public required JobState State { get; init; }
    public required Brief Brief { get; init; }
    /// <summary>Proposals received and not withdrawn; anyone may see the number.</summary>
    public required int Proposals { get; init; }
    /// <summary>Who was chosen; null while nobody is.</summary>
    public required Guid? FreelancerId { get; init; }
    /// <summary>Null: never published.</summary>
    public required DateTime? PublishedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }
    /// <summary>Why an operator removed it; null: nobody did.</summary>
    public string? RemovedFor { get; init; }

    public string Title => Brief.Title;
    /// <summary>The spec's "active": somebody can still be hired for it.</summary>
    public bool IsActive => State is JobState.Open or JobState.InSelection;
    public bool TakesProposals => State == JobState.Open;
    /// <summary>
    /// Can be found by everybody. A job its client offers directly is open to whom they invite.
    /// </summary>
    public bool IsListed => State == JobState.Open && Brief.Hiring == HiringMode.Proposals;

    /// <summary>The job as the matching engine reads it.</summary>
    /// <param name="today">The site's day.</param>
    /// <param name="timezoneMinutes">The client's offset from UTC; null when overlap does not matter.</param>
    public JobDocument Document(DateOnly today, int? timezoneMinutes = null) => new(Id, today)
    {
        Requirements = [.. Brief.Skills.Select(s =>
            new Requirement(s.SkillId, s.MinLevel, s.Required) { Alternatives = s.Alternatives })],
        Title = Brief.Title, Text = $"{Brief.Title}\n{Brief.Description}",
        Pricing = Brief switch
        {
            { MaxMinor: null } => Pricing.Open,
            { Pay: PayType.Hourly } => Pricing.Hourly,
            _ => Pricing.Fixed,
        },
        MinMinor = Brief.MinMinor, MaxMinor = Brief.MaxMinor, Currency = Brief.Currency,
        Hours = Brief.Hours, Deadline = Brief.Deadline, Complexity = Brief.Complexity,
        TimezoneMinutes = timezoneMinutes, Languages = Brief.Languages,
    };
}

/// <summary>What a client's past says to a freelancer who considers answering.</summary>
/// <param name="Posted">Jobs published, those still open included.</param>
/// <param name="Hires">Jobs somebody was hired for.</param>
/// <param name="HireRatePercent">Hires among the jobs that are decided; null while none is.</param>
/// <param name="MedianTimeToDecide">From publishing to the award; null before the first hire.</param>
public sealed record ClientRecord(int Posted, int Hires, int? HireRatePercent, TimeSpan? MedianTimeToDecide)
{
    public static readonly ClientRecord None = new(0, 0, null, null);
}
