using System.Text.Json;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Shared.Jobs;

public enum JobState { Waiting, Dead }

/// <summary>
/// One piece of work owed to one handler: an event to react to, a deadline, a mail. Written in the transaction that
/// causes it, deleted in the transaction that does it. While a worker holds it, <c>DueAt</c> is the end of its lease.
/// </summary>
public sealed class Job
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Queue { get; init; }
    public required string Handler { get; init; }
    public required string Payload { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime DueAt { get; set; }
    /// <summary>At most one waiting job per key; null: no such promise.</summary>
    public string? UniqueKey { get; init; }
    public int Attempts { get; set; }
    public JobState State { get; set; }
    public string? LockedBy { get; set; }
    public string? LastError { get; set; }

    public static Job For(Subscription subscription, object message, DateTime due, DateTime now, string? key) => new()
    {
        Queue = subscription.Queue,
        Handler = subscription.Name,
        Payload = JsonSerializer.Serialize(message, subscription.Message),
        CreatedAt = now,
        DueAt = due,
        UniqueKey = key,
    };
}

sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> table)
    {
        table.ToTable("shared_jobs");
        table.Property(j => j.State).HasConversion<string>();
        table.HasIndex(j => new { j.Queue, j.DueAt }).HasFilter("\"State\" = 'Waiting'");
        table.HasIndex(j => j.UniqueKey).IsUnique();
    }
}
