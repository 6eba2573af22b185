using System.Text.Json;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Shared;

/// <summary>Who did what to which thing, written in the same transaction as the thing done. Never changed.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Null: the site itself (a timer).</summary>
    public Guid? ActorId { get; init; }
    /// <summary>Noun and past verb: "milestone.approved".</summary>
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public string? Details { get; init; }
    public required DateTime At { get; init; }
}

sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.ToTable("shared_audit");
        table.HasIndex(a => new { a.ActorId, a.At });
        table.HasIndex(a => a.Subject);
    }
}

public static class Audit
{
    public static void Record(this Db db, Guid? actor, string action, string kind, Guid id, object? details = null) =>
        db.Add(new AuditEntry
        {
            ActorId = actor, Action = action, Subject = $"{kind}:{id}", At = db.Clock.Now(),
            Details = details is null ? null : JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
        });
}
