using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Guildhall.Shared.Web;

/// <summary>Who may call. A suspended account is signed in but not a member: it reads, exports and withdraws.</summary>
public enum Who { Anyone, SignedIn, Member, Client, Freelancer, Admin }

/// <summary>How often. Limits per class are in <see cref="RateLimits"/>.</summary>
public enum Rate { Read, Search, Write, SignIn, Money, Live, Static }

/// <summary>
/// What the answer holds: <c>Public</c>, the caller's <c>Own</c>, <c>Private</c> to the parties, or <c>Admin</c>.
/// </summary>
public enum DataClass { Public, Own, Private, Admin }

/// <summary>Every page, endpoint and hub method carries one; without it the site does not start.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AccessAttribute(Who who, Rate rate, DataClass data) : Attribute, IAuthorizeData
{
    public Who Who => who;
    public Rate Rate => rate;
    public DataClass Data => data;

    string? IAuthorizeData.Policy { get => who.ToString(); set => throw new NotSupportedException(); }
    string? IAuthorizeData.Roles { get; set; }
    string? IAuthorizeData.AuthenticationSchemes { get; set; }
}

/// <summary>Names of the claims that a session or a token carries.</summary>
public static class Claim
{
    public const string Name = "name";
    public const string Session = "sid";
    /// <summary>Twice for an account that is both: "client", "freelancer".</summary>
    public const string Capacity = "capacity";
    /// <summary>Which capacity the person is using now; only changes what the pages show first.</summary>
    public const string Acting = "acting";
    /// <summary>"active" or "suspended".</summary>
    public const string Standing = "standing";
    public const string Admin = "Admin";
}

public static class AccessRules
{
    public static Guid UserId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static Guid? UserIdOrNull(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static Guid? SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(Claim.Session), out var id) ? id : null;

    public static bool Is(this ClaimsPrincipal user, Who who) => who switch
    {
        Who.Anyone => true,
        Who.SignedIn => user.Identity?.IsAuthenticated == true,
        _ when user.FindFirstValue(Claim.Standing) != "active" => false,
        Who.Member => true,
        Who.Client => user.HasClaim(Claim.Capacity, "client"),
        Who.Freelancer => user.HasClaim(Claim.Capacity, "freelancer"),
        Who.Admin => user.IsInRole(Claim.Admin),
        _ => false,
    };

    public static void AddAccessPolicies(this AuthorizationOptions options)
    {
        foreach (var who in Enum.GetValues<Who>())
            options.AddPolicy(who.ToString(), policy => policy.RequireAssertion(context => context.User.Is(who)));
    }

    // The framework serves assets of an unpublished build through this one.
    const string UnpublishedAssets = "Fallback {**path:file}";

    /// <summary>Called once at start: an endpoint that does not say who may call it stops the site.</summary>
    public static void RequireAccess(this WebApplication app)
    {
        var silent = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)
            .Where(e => e.Metadata.GetMetadata<AccessAttribute>() is null && e.DisplayName != UnpublishedAssets)
            .Select(e => e.DisplayName).ToArray();
        if (silent.Length > 0)
            throw new
                InvalidOperationException($"These endpoints do not say who may call them: {string.Join("; ", silent)}");
    }
}
