using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Guildhall.Accounts;

/// <summary>The module's table of contents.</summary>
static class AccountsModule
{
    const string CookieOrToken = "cookie-or-token";

    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(o => o.User.RequireUniqueEmail = true)
            .AddSignInManager().AddDefaultTokenProviders().AddEntityFrameworkStores<Db>();
        services.AddSingleton<SiteKeys>().AddSingleton<AccessTokens>();
        services.AddAuthentication(o => o.DefaultScheme = CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0 || http.Request.Path.StartsWithSegments("/live") && HasToken(http)
                    ? JwtBearerDefaults.AuthenticationScheme : IdentityConstants.ApplicationScheme)
            .AddJwtBearer()
            .AddIdentityCookies();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SiteKeys, TimeProvider>(Tokens);
    }

    static bool HasToken(HttpContext http) => http.Request.Query.ContainsKey("access_token");

    static void Tokens(JwtBearerOptions options, SiteKeys keys, TimeProvider clock)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = AccessTokens.Issuer,
            ValidAudience = AccessTokens.Audience,
            ValidAlgorithms = ["ES256"],
            IssuerSigningKeyResolver = (_, _, _, _) => [keys.Signing(default).GetAwaiter().GetResult()],
            LifetimeValidator = (from, until, _, _) => from <= clock.Now().AddSeconds(30) && clock.Now() < until,
            NameClaimType = Shared.Web.Claim.Name,
            RoleClaimType = ClaimTypes.Role,
        };
        options.Events = new()
        {
            OnMessageReceived = message =>
            {
                if (message.Request.Path.StartsWithSegments("/live")) message.Token = message.Request.Query["access_token"];
                return Task.CompletedTask;
            },
        };
    }

    public static void MapAccounts(this Routes routes)
    {
    }
}
