using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Accounts;

public enum Standing { Active, Suspended }

/// <summary>Why an account was suspended, by which rule of the house, and until when the person may appeal.</summary>
public sealed record Suspension(string Rule, string Reason, Guid ById, DateTime At, DateTime AppealUntil);

/// <summary>
/// A person's account. One account may be client and freelancer; <c>ActingAs</c> only says what pages show first.
/// </summary>
public sealed class Account : IdentityUser<Guid>, IVersioned
{
    public const string Client = "client";
    public const string Freelancer = "freelancer";

    Account() => Id = Guid.CreateVersion7();

    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";
    public bool IsClient { get; private set; }
    public bool IsFreelancer { get; private set; }
    public bool IsAdmin { get; private set; }
    /// <summary>"client" or "freelancer".</summary>
    public string ActingAs { get; private set; } = Client;
    public Standing Standing { get; private set; }
    public Suspension? Suspension { get; private set; }
    public DateTime JoinedAt { get; private init; }
    /// <summary>IANA name, e.g. "Europe/Madrid".</summary>
    public string TimeZone { get; private set; } = "UTC";
    /// <summary>"en" or "es".</summary>
    public string Language { get; private set; } = "en";
    public Guid? AvatarId { get; private set; }
    public long Version { get; set; }

    public string FullName => $"{FirstName} {LastName}".Trim();
    public bool IsSuspended => Standing == Standing.Suspended;

    public static Account Open(
        string firstName, string lastName, string email, bool client, bool freelancer, DateTime now) => new()
    {
        FirstName = firstName.Trim(), LastName = lastName.Trim(),
        Email = email.Trim(), NormalizedEmail = Normalize(email), UserName = email.Trim(),
        NormalizedUserName = Normalize(email),
        IsClient = client, IsFreelancer = freelancer, ActingAs = freelancer && !client ? Freelancer : Client,
        JoinedAt = now, SecurityStamp = Guid.CreateVersion7().ToString("N"),
    };

    /// <summary>Two spellings of one address are one account.</summary>
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    public bool Has(string capacity) => capacity == Client ? IsClient : capacity == Freelancer && IsFreelancer;

    public void Become(string capacity)
    {
        RefuseIfSuspended();
        if (Has(capacity)) throw new Refused($"Your account already has this capacity.", "has_capacity", "capacity");
        if (capacity == Client) IsClient = true;
        else IsFreelancer = true;
        ActingAs = capacity;
    }

    public void ActAs(string capacity)
    {
        if (!Has(capacity)) throw new Refused($"Add this capacity in your settings first.", "no_capacity", "acting");
        ActingAs = capacity;
    }

    public void MakeAdmin() => IsAdmin = true;

    public void Rename(string firstName, string lastName) =>
        (FirstName, LastName) = (firstName.Trim(), lastName.Trim());

    public void Prefer(string language, string timeZone) => (Language, TimeZone) = (language, timeZone);

    public void Picture(Guid? blobId) => AvatarId = blobId;

    public void Suspend(Suspension suspension)
    {
        if (IsSuspended) throw new Refused($"This account is already suspended.", "already_suspended");
        if (suspension.ById == Id) throw new Refused($"You cannot suspend your own account.", "own_account");
        (Standing, Suspension) = (Standing.Suspended, suspension);
    }

    public void Reinstate()
    {
        if (!IsSuspended) throw new Refused($"This account is not suspended.", "not_suspended");
        (Standing, Suspension) = (Standing.Active, null);
    }

    void RefuseIfSuspended()
    {
        if (IsSuspended)
            throw new Refused($"A suspended account can read, export and withdraw, but not act.", "suspended");
    }
}

sealed class AccountTable : IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("accounts");
        table.HasIndex(a => a.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        table.HasIndex(a => a.JoinedAt);
        table.Ignore(a => a.FullName).Ignore(a => a.IsSuspended);
        table.OwnsOne(a => a.Suspension, s => s.ToJson());
    }

    // Room for what comes with two-factor sign-in, passkeys and outside identity providers.
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> table) => table.ToTable("accounts_claims");
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> table) => table.ToTable("accounts_logins");
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> table) => table.ToTable("accounts_tokens");
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> table) => table.ToTable("accounts_passkeys");
}
