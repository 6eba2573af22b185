using Guildhall.Engine.Reputation;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Reputation;

/// <summary>
/// What one party of a finished contract says of the other. Hidden until both have spoken or the time is over.
/// </summary>
public sealed class Review : IVersioned
{
    public const int LongestText = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ContractId { get; init; }
    public required Guid JobId { get; init; }
    public required string ContractTitle { get; init; }
    public required Guid ReviewerId { get; init; }
    public required Guid RevieweeId { get; init; }
    /// <summary>Which side the reviewed person was on; a person may have a name on both.</summary>
    public required ReputationSide About { get; init; }
    public required Ratings Ratings { get; init; }
    public required string Text { get; init; }
    public required DateTime SubmittedAt { get; init; }
    /// <summary>Null while hidden.</summary>
    public DateTime? PublishedAt { get; private set; }
    /// <summary>The reviewed person's one answer.</summary>
    public string? Reply { get; private set; }
    public DateTime? RepliedAt { get; private set; }
    public long Version { get; set; }

    public void Publish(DateTime now) => PublishedAt ??= now;

    public bool MayReply(Guid? person) => person == RevieweeId && PublishedAt is not null && Reply is null;

    public void Answer(Guid by, string text, DateTime now)
    {
        if (by != RevieweeId || PublishedAt is null) throw new Missing("review");
        if (Reply is not null) throw new Refused($"You have answered this review. One answer stays.",
            "already_replied");
        new Check().Text(text, "Text", LongestText).ThrowIfAny();
        (Reply, RepliedAt) = (text.Trim(), now);
    }
}

/// <summary>
/// The overall rating and the axes, each 1 to 5 as entered; the overall one is not computed from the axes.
/// </summary>
public sealed record Ratings(
    int Overall, int Success, int Communication, int Professionalism, int Deadlines, int Quality, bool OnTime)
{
    public Ratings Checked()
    {
        var check = new Check();
        foreach (var (field, value) in Axes())
            check.That(value is >= 1 and <= 5, field, $"Choose one to five stars.");
        check.ThrowIfAny();
        return this;
    }

    IEnumerable<(string, int)> Axes() =>
    [
        (nameof(Overall), Overall), (nameof(Success), Success), (nameof(Communication), Communication),
        (nameof(Professionalism), Professionalism), (nameof(Deadlines), Deadlines), (nameof(Quality), Quality),
    ];
}

sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> table)
    {
        table.ToTable("reputation_reviews");
        table.ComplexProperty(r => r.Ratings);
        table.HasIndex(r => new { r.ContractId, r.ReviewerId }).IsUnique();
        table.HasIndex(r => new { r.RevieweeId, r.About, r.PublishedAt });
    }
}
