using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Guildhall.Accounts;

/// <summary>Short-lived ES256 tokens for the API. They carry the same claims as a web session.</summary>
public sealed class AccessTokens(SiteKeys keys, TimeProvider clock)
{
    public const string Issuer = "guildhall";
    public const string Audience = "guildhall-api";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task<string> Issue(Account account, CancellationToken ct) => new JsonWebTokenHandler().CreateToken(
        new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = clock.Now(),
            NotBefore = clock.Now(),
            Expires = clock.Now() + Lifetime,
            Subject = new ClaimsIdentity(ClaimsOf(account)),
            SigningCredentials = new(await keys.Signing(ct), SecurityAlgorithms.EcdsaSha256),
        });

    public static IEnumerable<System.Security.Claims.Claim> ClaimsOf(Account account)
    {
        yield return new(ClaimTypes.NameIdentifier, account.Id.ToString());
        yield return new(Shared.Web.Claim.Name, account.FullName);
        yield return new(Shared.Web.Claim.Acting, account.ActingAs);
        yield return new(Shared.Web.Claim.Standing, account.Standing == Standing.Active ? "active" : "suspended");
        if (account.IsClient) yield return new(Shared.Web.Claim.Capacity, "client");
        if (account.IsFreelancer) yield return new(Shared.Web.Claim.Capacity, "freelancer");
        if (account.IsAdmin) yield return new(ClaimTypes.Role, Shared.Web.Claim.Admin);
    }
}
