using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching;

/// <summary>Who speaks: the job's client about a freelancer, or the freelancer about the job.</summary>
public enum FeedbackSide { Client, Freelancer }

/// <summary>What they say; <c>None</c> takes back what was said before and is never stored.</summary>
public enum FeedbackVerdict { Good, NotForMe, None }

/// <summary>What one side says of a match. One for each pair and side; the last word counts.</summary>
public sealed class MatchFeedback : IVersioned
{
    public const int LongestReason = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid JobId { get; init; }
    public required Guid FreelancerId { get; init; }
    public required FeedbackSide Side { get; init; }
    public FeedbackVerdict Verdict { get; private set; }
    /// <summary>In their own words; null: not said. Nobody but its writer and the operator reads it.</summary>
    public string? Reason { get; private set; }
    public DateTime At { get; private set; }
    public long Version { get; set; }

    /// <summary>The same said twice changes nothing.</summary>
    public void Say(FeedbackVerdict verdict, string? reason, DateTime now)
    {
        if (Verdict == verdict && Reason == reason && At != default) return;
        (Verdict, Reason, At) = (verdict, reason, now);
    }
}

sealed class MatchFeedbackTable : IEntityTypeConfiguration<MatchFeedback>
{
    public void Configure(EntityTypeBuilder<MatchFeedback> table)
    {
        table.ToTable("matching_feedback");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Reason).HasMaxLength(MatchFeedback.LongestReason);
        table.HasIndex(f => new { f.JobId, f.FreelancerId, f.Side }).IsUnique();
        table.HasIndex(f => new { f.FreelancerId, f.Side });
    }
}
