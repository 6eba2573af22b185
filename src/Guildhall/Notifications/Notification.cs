using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Guildhall.Shared.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Notifications;

/// <summary>What news is about; each has its own choice of where it is told.</summary>
public enum Topic { Proposals, Contracts, Milestones, Money, Reviews, Jobs, Matches, Account }

/// <summary>One piece of news for one person, kept as a text and its values so that it reads in any language.</summary>
public sealed class Notification
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required Topic Topic { get; init; }
    /// <summary>The English format: "Both have signed {0}."</summary>
    public required string Format { get; init; }
    public required string Values { get; init; }
    /// <summary>A path of this site.</summary>
    public required string Link { get; init; }
    public required DateTime At { get; init; }
    public DateTime? ReadAt { get; set; }

    sealed record Value(string Kind, string Text);

    public static string Pack(FormattableString words) =>
        JsonSerializer.Serialize(words.GetArguments().Select(v => v switch
    {
        Money money => new Value(money.Currency, money.Minor.ToString(CultureInfo.InvariantCulture)),
        DateTime at => new("time", at.ToString("O", CultureInfo.InvariantCulture)),
        int or long => new("number", Convert.ToString(v, CultureInfo.InvariantCulture)!),
        _ => new("text", v?.ToString() ?? ""),
    }));

    public string Text(Words words) => words[FormattableStringFactory.Create(Format, Unpack())];

    object?[] Unpack() => [.. JsonSerializer.Deserialize<Value[]>(Values)!.Select(v => (object?)(v.Kind switch
    {
        "text" => v.Text,
        "number" => long.Parse(v.Text, CultureInfo.InvariantCulture),
        "time" => DateTime.Parse(v.Text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        var currency => new Money(long.Parse(v.Text, CultureInfo.InvariantCulture), currency),
    }))];
}

/// <summary>Where one person wants one topic told. No row: in the app, and by mail what needs an answer.</summary>
public sealed class Preference
{
    public required Guid PersonId { get; init; }
    public required Topic Topic { get; init; }
    public bool InApp { get; set; } = true;
    public bool Mail { get; set; } = true;
}

sealed class NotificationTable : IEntityTypeConfiguration<Notification>, IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Notification> table)
    {
        table.ToTable("notifications");
        table.HasIndex(n => new { n.PersonId, n.At });
        table.HasIndex(n => n.PersonId).HasFilter("\"ReadAt\" IS NULL").HasDatabaseName("IX_notifications_unread");
    }

    public void Configure(EntityTypeBuilder<Preference> table) =>
        table.ToTable("notifications_preferences").HasKey(p => new { p.PersonId, p.Topic });
}
