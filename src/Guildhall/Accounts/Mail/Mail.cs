using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Accounts;

/// <summary>A mail that stayed here because no mail server is configured. The page /outbox shows it.</summary>
public sealed class Mail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
}

sealed class MailTable : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> table)
    {
        table.ToTable("accounts_mails");
        table.HasIndex(m => m.At);
    }
}
