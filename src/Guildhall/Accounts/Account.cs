using Guildhall.Shared.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Accounts;

public enum Standing { Active, Suspended }

/// <summary>A person's account. One account may be client and freelancer; <c>ActingAs</c> only says what pages show first.</summary>
public sealed class Account : IdentityUser<Guid>, IVersioned
{
    public Account() => Id = Guid.CreateVersion7();

    public required string FirstName { get; set; }
    public required string LastName { get; set; }
    public bool IsClient { get; set; }
    public bool IsFreelancer { get; set; }
    public bool IsAdmin { get; set; }
    /// <summary>"client" or "freelancer".</summary>
    public required string ActingAs { get; set; }
    public Standing Standing { get; set; }
    public required DateTime JoinedAt { get; init; }
    /// <summary>IANA name, e.g. "Europe/Madrid".</summary>
    public string TimeZone { get; set; } = "UTC";
    /// <summary>"en" or "es".</summary>
    public string Language { get; set; } = "en";
    public Guid? AvatarId { get; set; }
    public long Version { get; set; }

    public string FullName => $"{FirstName} {LastName}".Trim();
}

sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("accounts");
        table.HasIndex(a => a.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        table.Ignore(a => a.FullName);
    }
}
