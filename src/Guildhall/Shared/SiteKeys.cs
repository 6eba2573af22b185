using System.Security.Cryptography;
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

/// <summary>The site's own signing key (ES256), for access tokens and for what it states over its name.</summary>
public sealed class SiteKeys(IServiceScopeFactory scopes)
{
    const string SigningName = "signing-es256";
    ECDsaSecurityKey? signing;

    public async Task<ECDsaSecurityKey> Signing(CancellationToken ct)
    {
        if (signing is { } known) return known;
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(await GetOrMake(SigningName, MakeSigning, ct)), out _);
        var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
        return signing = new(key) { KeyId = id };
    }

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
