using System.Security.Cryptography;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Accounts;

/// <summary>An account asked for and not yet opened. It is forgotten after a day.</summary>
public sealed class Registration
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Email { get; init; }
    public required string NormalizedEmail { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    /// <summary>"client", "freelancer" or "both".</summary>
    public required string Role { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public required string PasswordHash { get; init; }
    /// <summary>The page of ours that the newcomer wanted.</summary>
    public string? Then { get; init; }
    public required DateTime AskedAt { get; init; }
    /// <summary>When the mail about it was written; null when it is still owed or was one too many.</summary>
    public DateTime? MailedAt { get; private set; }
    /// <summary>Hash of the mailed token; null until the mail is written, and for an address with an account.</summary>
    public string? LinkHash { get; private set; }

    public void Mailed(DateTime now) => MailedAt = now;

    public bool IsGood(DateTime now) => now - AskedAt < Register.GoodFor;

    /// <summary>The path that opens the account. Only its hash is kept.</summary>
    public string MakeLink()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        LinkHash = HashOf(token);
        return $"/register/{token}";
    }

    public static string HashOf(string token) => Sessions.RefreshToken.HashOf(token);

    /// <param name="proved">the mail address is theirs: they followed a link mailed to it</param>
    public Account Open(DateTime now, bool proved)
    {
        var account = Account.Open(FirstName, LastName, Email,
            client: Role != Account.Freelancer, freelancer: Role != Account.Client, now);
        account.Prefer(Language, TimeZone);
        (account.PasswordHash, account.EmailConfirmed) = (PasswordHash, proved);
        return account;
    }
}

sealed class RegistrationTable : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> table)
    {
        table.ToTable("accounts_registrations");
        table.HasIndex(r => r.LinkHash).IsUnique();
        table.HasIndex(r => r.NormalizedEmail);
        table.HasIndex(r => r.AskedAt);
    }
}
