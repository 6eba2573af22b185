using System.Text.Json;
using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

/// <summary>
/// Money paid in · what the platform earned · what a freelancer earned · money paid out · what an invoice is less by.
/// </summary>
public enum PaperKind { Receipt, Invoice, Earnings, Payout, CreditNote }

/// <summary>One line of a paper.</summary>
/// <param name="Words">English, a key for translation.</param>
/// <param name="About">What the people called it; not translated.</param>
/// <param name="Minor">Signed minor units of the paper's currency.</param>
public sealed record PaperLine(string Words, string? About, long Minor);

/// <summary>What a paper says beside its lines.</summary>
/// <param name="Issuer">Who issues it, as named on that day.</param>
/// <param name="ForName">Whose it is, as named on that day.</param>
/// <param name="Method">"Visa ···· 4242"; null for the wallet.</param>
/// <param name="Note">English, a key for translation.</param>
/// <param name="Lines">In order; they sum to the total.</param>
public sealed record PaperContent(
    string Issuer, string ForName, string? Method, string? Note, IReadOnlyList<PaperLine> Lines);

/// <summary>A receipt, an invoice or a statement of earnings: numbered without gaps, never changed.</summary>
public sealed class Paper : IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required PaperKind Kind { get; init; }
    public required string Series { get; init; }
    /// <summary>From 1, consecutive within the series.</summary>
    public required int Number { get; init; }
    public required Guid ForId { get; init; }
    /// <summary>The payment, milestone, payout or placement.</summary>
    public required Guid SubjectId { get; init; }
    public Guid? ContractId { get; init; }
    public required DateTime IssuedAt { get; init; }
    public required Money Total { get; init; }
    public required PaperContent Content { get; init; }

    /// <summary>"R-000042".</summary>
    public string Code => $"{Series}-{Number:D6}";
    public string Address => Kind is PaperKind.Receipt or PaperKind.Payout ? $"/receipts/{Id}" : $"/invoices/{Id}";
    public string Title => Kind switch
    {
        PaperKind.Receipt => "Receipt", PaperKind.Invoice => "Invoice",
        PaperKind.Earnings => "Statement of earnings", PaperKind.CreditNote => "Credit note", _ => "Payout receipt",
    };
}

/// <summary>The last number given in a series.</summary>
public sealed class PaperSeries
{
    public required string Name { get; init; }
    public int Last { get; init; }
}

sealed class PaperTable : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> table)
    {
        table.ToTable("payments_papers");
        table.ComplexProperty(p => p.Total);
        table.Ignore(p => p.Code).Ignore(p => p.Address).Ignore(p => p.Title);
        table.Property(p => p.Content).HasConversion(
            content => JsonSerializer.Serialize(content, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<PaperContent>(text, JsonSerializerOptions.Web)!);
        table.HasIndex(p => new { p.Series, p.Number }).IsUnique();
        table.HasIndex(p => new { p.Kind, p.SubjectId }).IsUnique();
        table.HasIndex(p => new { p.ForId, p.IssuedAt });
    }
}

sealed class PaperSeriesTable : IEntityTypeConfiguration<PaperSeries>
{
    public void Configure(EntityTypeBuilder<PaperSeries> table) => table.ToTable("payments_series").HasKey(s => s.Name);
}
