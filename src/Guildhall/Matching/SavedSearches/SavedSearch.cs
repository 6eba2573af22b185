using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching.SavedSearches;

/// <summary>What is searched for.</summary>
public enum SearchKind { Talent, Jobs }

/// <summary>When its owner hears of new results.</summary>
public enum AlertChoice { None, Immediately, Daily }

/// <summary>A search somebody keeps, as it stood in the address. Only its owner knows of it.</summary>
public sealed class SavedSearch : IVersioned
{
    public const int NameMax = 60, QueryMax = 1_000, MostOfOne = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OwnerId { get; init; }
    public required SearchKind Kind { get; init; }
    /// <summary>The address behind the question mark, without page and order: "q=postgres&amp;country=ES".</summary>
    public required string Query { get; init; }
    public string Name { get; private set; } = "";
    public AlertChoice Alerts { get; private set; }
    public required DateTime CreatedAt { get; init; }
    /// <summary>When alerts were last turned on; what was shown before is no news.</summary>
    public DateTime AlertsSince { get; private set; }
    /// <summary>When the owner last looked at the results.</summary>
    public DateTime LookedAt { get; private set; }
    /// <summary>When results were last looked through for a daily alert.</summary>
    public DateTime CheckedAt { get; private set; }
    public long Version { get; set; }

    public string Path => Kind == SearchKind.Talent ? "/talent" : "/jobs";
    public string Url => Query.Length == 0 ? Path : $"{Path}?{Query}";

    public void Choose(string name, AlertChoice alerts, DateTime now)
    {
        // Who turns alerts on hears of what comes from now on.
        if (Alerts == AlertChoice.None) (AlertsSince, CheckedAt) = (now, now);
        (Name, Alerts) = (name, alerts);
    }

    public void Look(DateTime now) => LookedAt = now;

    public void Check(DateTime now) => CheckedAt = now;
}

/// <summary>A result its owner was told of; each is told once.</summary>
public sealed class ToldResult
{
    public required Guid SearchId { get; init; }
    /// <summary>The freelancer's account, or the job.</summary>
    public required Guid SubjectId { get; init; }
    public required DateTime At { get; init; }
}

sealed class SavedSearchTable : IEntityTypeConfiguration<SavedSearch>, IEntityTypeConfiguration<ToldResult>
{
    public void Configure(EntityTypeBuilder<SavedSearch> table)
    {
        table.ToTable("matching_searches");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Ignore(s => s.Path).Ignore(s => s.Url);
        // The same search is kept once, also when two tabs save it.
        table.HasIndex(s => new { s.OwnerId, s.Kind, s.Query }).IsUnique();
        table.HasIndex(s => new { s.Kind, s.Alerts });
    }

    public void Configure(EntityTypeBuilder<ToldResult> table) =>
        table.ToTable("matching_search_alerts").HasKey(t => new { t.SearchId, t.SubjectId });
}
