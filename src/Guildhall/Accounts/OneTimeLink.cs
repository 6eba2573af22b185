using System.Security.Cryptography;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Accounts;

/// <summary>A link that sets a password, once, for a while. Only its hash is kept.</summary>
public sealed class OneTimeLink
{
    public required string Hash { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
}

sealed class OneTimeLinkTable : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> table)
    {
        table.ToTable("accounts_links").HasKey(l => l.Hash);
        table.HasIndex(l => l.AccountId);
    }
}

/// <summary>Makes and redeems one-time links.</summary>
public sealed class OneTimeLinks(Db db, TimeProvider clock)
{
    /// <summary>Adds a link to the caller's unit of work; returns the path of its page.</summary>
    public string PathFor(Guid account, TimeSpan goodFor)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var until = clock.Now() + goodFor;
        db.Add(new OneTimeLink { Hash = RefreshToken.HashOf(token), AccountId = account, ExpiresAt = until });
        return $"/reset-password/{token}";
    }

    public Task<bool> IsGood(string token, CancellationToken ct)
    {
        var (hash, now) = (RefreshToken.HashOf(token), clock.Now());
        return db.Set<OneTimeLink>().AnyAsync(l => l.Hash == hash && l.UsedAt == null && l.ExpiresAt > now, ct);
    }

    /// <summary>Uses the link up, and with it every other link of the account. In the caller's transaction.</summary>
    public async Task<Guid> Redeem(string token, CancellationToken ct)
    {
        var (hash, now) = (RefreshToken.HashOf(token), clock.Now());
        var link = await db.Set<OneTimeLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash, ct);
        var mine = link is null ? 0 : await db.Set<OneTimeLink>()
            .Where(l => l.Hash == hash && l.UsedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), ct);
        if (mine == 0)
            throw new Refused($"This link has been used or is too old. Ask for a new one.", "link_used");
        await db.Set<OneTimeLink>().Where(l => l.AccountId == link!.AccountId && l.UsedAt == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), ct);
        return link!.AccountId;
    }
}
