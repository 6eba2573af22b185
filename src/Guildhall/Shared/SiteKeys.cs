using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Guildhall.Shared.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.IdentityModel.Tokens;

namespace Guildhall.Shared;

/// <summary>A secret of the site that all its nodes share, made at first use.</summary>
public sealed class SiteKey
{
    public required string Name { get; init; }
    public required string Value { get; init; }
}

sealed class SiteKeyTable : IEntityTypeConfiguration<SiteKey>
{
    public void Configure(EntityTypeBuilder<SiteKey> table) => table.ToTable("shared_site_keys").HasKey(k => k.Name);
}

/// <summary>A public key of the site. <c>RetiredAt</c> is null for the one it signs with now.</summary>
public sealed record PublicKey(ECDsaSecurityKey Key, DateTime? RetiredAt);

/// <summary>
/// The site's own signing key (ES256), for access tokens and for what it states over its name, and the public halves
/// of those it used before: what they signed still verifies.
/// </summary>
public sealed class SiteKeys(IServiceScopeFactory scopes, TimeProvider clock)
{
    const string SigningName = "signing-es256";
    const string RetiredPrefix = $"{SigningName}:";

    // Another process may have rotated; after this long a node asks again.
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    static readonly TimeSpan FreshForUnknown = TimeSpan.FromSeconds(2);

    sealed record Ring(ECDsaSecurityKey Current, IReadOnlyList<PublicKey> Retired, long ReadAt);

    sealed record Retired(string PublicKey, DateTime RetiredAt);

    volatile Ring? ring;

    public async Task<ECDsaSecurityKey> Signing(CancellationToken ct) => (await Read(Fresh, ct)).Current;

    /// <summary>The key with this id, in use or retired, to verify with; null when the site never had it.</summary>
    public async Task<ECDsaSecurityKey?> Find(string keyId, CancellationToken ct) =>
        Find(await Read(Fresh, ct), keyId) ?? Find(await Read(FreshForUnknown, ct), keyId);

    /// <summary>The key in use first, then the retired ones, latest first.</summary>
    public async Task<IReadOnlyList<PublicKey>> All(CancellationToken ct)
    {
        var known = await Read(TimeSpan.Zero, ct);
        return [new(known.Current, null), .. known.Retired];
    }

    /// <summary>A new key signs from now on. Of the old one only the public half stays; its secret is gone.</summary>
    public async Task<ECDsaSecurityKey> Rotate(CancellationToken ct)
    {
        var old = (await Read(TimeSpan.Zero, ct)).Current;
        var fresh = MakeSigning();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.Transact(async () =>
        {
            var retired = new Retired(Convert.ToBase64String(old.ECDsa.ExportSubjectPublicKeyInfo()), clock.Now());
            var kept = JsonSerializer.Serialize(retired, JsonSerializerOptions.Web);
            db.Add(new SiteKey { Name = RetiredPrefix + old.KeyId, Value = kept });
            await db.Set<SiteKey>().Where(k => k.Name == SigningName)
                .ExecuteUpdateAsync(k => k.SetProperty(x => x.Value, fresh), ct);
            var facts = new { retired = old.KeyId, now = KeyOf(fresh).KeyId };
            db.Record(null, "keys.rotated", "site_key", Guid.Empty, facts);
        }, ct);
        return (await Read(TimeSpan.Zero, ct)).Current;
    }

    static ECDsaSecurityKey? Find(Ring ring, string keyId) => ring.Current.KeyId == keyId ? ring.Current
        : ring.Retired.FirstOrDefault(k => k.Key.KeyId == keyId)?.Key;

    async Task<Ring> Read(TimeSpan fresh, CancellationToken ct)
    {
        if (ring is { } known && fresh > TimeSpan.Zero && clock.GetElapsedTime(known.ReadAt) < fresh) return known;
        var readAt = clock.GetTimestamp();
        var current = await GetOrMake(SigningName, MakeSigning, ct);
        await using var scope = scopes.CreateAsyncScope();
        var retired = await scope.ServiceProvider.GetRequiredService<Db>().Set<SiteKey>().AsNoTracking()
            .Where(k => k.Name.StartsWith(RetiredPrefix)).Select(k => k.Value).ToListAsync(ct);
        return ring = new(KeyOf(current), [.. retired.Select(PublicKeyOf).OrderByDescending(k => k.RetiredAt)], readAt);
    }

    static ECDsaSecurityKey KeyOf(string secret)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(secret), out _);
        return Named(key);
    }

    static PublicKey PublicKeyOf(string stored)
    {
        var retired = JsonSerializer.Deserialize<Retired>(stored, JsonSerializerOptions.Web)!;
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(retired.PublicKey), out _);
        return new(Named(key), retired.RetiredAt);
    }

    static ECDsaSecurityKey Named(ECDsa key) => new(key)
        { KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16] };

    static string MakeSigning()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    async Task<string> GetOrMake(string name, Func<string> make, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (await db.Set<SiteKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Name == name, ct)
            is { } stored) return stored.Value;
        db.Add(new SiteKey { Name = name, Value = make() });
        try { await db.SaveChangesAsync(ct); }
        catch (Refused) { db.ChangeTracker.Clear(); } // another node made it first
        return (await db.Set<SiteKey>().AsNoTracking().SingleAsync(k => k.Name == name, ct)).Value;
    }
}

/// <summary>Data protection keys in the database, so that every node reads every cookie.</summary>
sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    const string Prefix = "protection:";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return [.. db.Set<SiteKey>().AsNoTracking().Where(k => k.Name.StartsWith(Prefix)).AsEnumerable()
            .Select(k => XElement.Parse(k.Value))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(new SiteKey { Name = $"{Prefix}{friendlyName}", Value =
            element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChangesAsync().GetAwaiter().GetResult(); // data protection asks synchronously, once in 90 days
    }
}
