using System.Security.Claims;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Guildhall.Accounts;

/// <summary>
/// Short-lived ES256 tokens for the API. They point to a session, whose account says what they may do.
/// </summary>
public sealed class AccessTokens(SiteKeys keys, IServiceScopeFactory scopes, TimeProvider clock)
{
    public const string Issuer = "guildhall";
    public const string Audience = "guildhall-api";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>A token with a session of its own.</summary>
    public async Task<string> Issue(Account account, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<SessionBook>()
            .Begin(account, SessionKind.Api, new("local", "guildhall"));
        await scope.ServiceProvider.GetRequiredService<Db>().SaveChangesAsync(ct);
        return await Issue(account, session.Id, ct);
    }

    public async Task<string> Issue(Account account, Guid session, CancellationToken ct) =>
        new JsonWebTokenHandler().CreateToken(
        new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = clock.Now(),
            NotBefore = clock.Now(),
            Expires = clock.Now() + Lifetime,
            Subject = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new(Shared.Web.Claim.Session, session.ToString()),
            ]),
            SigningCredentials = new(await keys.Signing(ct), SecurityAlgorithms.EcdsaSha256),
        });

    public static IEnumerable<Claim> ClaimsOf(Account account)
    {
        yield return new(ClaimTypes.NameIdentifier, account.Id.ToString());
        yield return new(Shared.Web.Claim.Name, account.FullName);
        yield return new(Shared.Web.Claim.Acting, account.ActingAs);
        yield return new(Shared.Web.Claim.Standing, account.IsSuspended ? "suspended" : "active");
        if (account.IsClient) yield return new(Shared.Web.Claim.Capacity, Account.Client);
        if (account.IsFreelancer) yield return new(Shared.Web.Claim.Capacity, Account.Freelancer);
        if (account.IsAdmin) yield return new(ClaimTypes.Role, Shared.Web.Claim.Admin);
    }
}
