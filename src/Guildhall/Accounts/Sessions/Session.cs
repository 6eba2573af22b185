using System.Security.Cryptography;
using System.Text;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Accounts.Sessions;

public enum SessionKind { Browser, Api }

/// <summary>
/// One sign-in, on record: what a cookie or a token points to. Revoking the row ends both everywhere.
/// </summary>
public sealed class Session
{
    /// <summary>Without use a session ends after this; in use it goes on to <see cref="Longest"/>.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required SessionKind Kind { get; init; }
    public required string UserAgent { get; init; }
    public required string Address { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime LastSeenAt { get; set; }
    public DateTime? RevokedAt { get; set; }

    public bool IsLive(DateTime now) => RevokedAt is null && now - LastSeenAt < Idle && now - StartedAt < Longest;
}

/// <summary>
/// One link of a chain of refresh tokens; the session is the chain's family. Only the hash is kept. A token that
/// comes back after use means two hold it, so the whole family ends.
/// </summary>
public sealed class RefreshToken
{
    public required string Hash { get; init; }
    public required Guid SessionId { get; init; }
    public required DateTime IssuedAt { get; init; }
    public DateTime? UsedAt { get; set; }

    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

sealed class SessionTable : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("accounts_sessions");
        table.HasIndex(s => s.AccountId);
    }

    public void Configure(EntityTypeBuilder<RefreshToken> table)
    {
        table.ToTable("accounts_refresh_tokens").HasKey(t => t.Hash);
        table.HasIndex(t => t.SessionId);
    }
}
