using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching.Placements;

/// <summary>Where a placement is at a moment; time alone moves it on, except where an operator ends it.</summary>
public enum PlacementState
{
    /// <summary>Bought to follow another one.</summary>
    Waiting,
    Running,
    Over,
    /// <summary>Ended by an operator before its time; the rest was paid back.</summary>
    Stopped,
}

/// <summary>
/// Days a freelancer bought in the labelled slot above search results. It changes neither a number nor an order: search
/// and match never read this table. Extending buys another one that begins where the last ends.
/// </summary>
public sealed class Placement : IVersioned
{
    /// <summary>Chosen by the buyer, so that the same request again is the same purchase.</summary>
    public required Guid Id { get; init; }
    public required Guid FreelancerId { get; init; }
    public required int Days { get; init; }
    /// <summary>Of all the days, paid when it was bought.</summary>
    public required Money Price { get; init; }
    public required DateTime BoughtAt { get; init; }
    public required DateTime StartsAt { get; init; }
    /// <summary>As bought; <see cref="StoppedAt"/> comes before it.</summary>
    public required DateTime EndsAt { get; init; }
    /// <summary>When an operator ended it; null: nobody did.</summary>
    public DateTime? StoppedAt { get; private set; }
    /// <summary>Why, for its buyer to read.</summary>
    public string? Reason { get; private set; }
    /// <summary>What was paid back, in minor units of the price's currency.</summary>
    public long ReturnedMinor { get; private set; }
    public long Version { get; set; }

    public Money Returned => Price with { Minor = ReturnedMinor };

    public PlacementState At(DateTime now) => StoppedAt is not null ? PlacementState.Stopped
        : now >= EndsAt ? PlacementState.Over : now >= StartsAt ? PlacementState.Running : PlacementState.Waiting;

    /// <summary>An operator ends it; what was paid for the time that is left is owed back.</summary>
    public void Stop(string reason, DateTime now)
    {
        if (At(now) is PlacementState.Over or PlacementState.Stopped)
            throw new Refused($"This placement is over already.", "placement_over");
        var left = EndsAt - (now > StartsAt ? now : StartsAt);
        ReturnedMinor = PlacementJournals.Unused(Price, left, EndsAt - StartsAt).Minor;
        (StoppedAt, Reason) = (now, reason);
    }
}

sealed class PlacementTable : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> table)
    {
        table.ToTable("matching_placements");
        table.Property(p => p.Id).ValueGeneratedNever();
        table.ComplexProperty(p => p.Price);
        table.Ignore(p => p.Returned);
        // Two that would run at once cannot be bought for one person.
        table.HasIndex(p => new { p.FreelancerId, p.StartsAt }).IsUnique();
        table.HasIndex(p => p.EndsAt);
    }
}
