using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Guildhall.Accounts.Sessions;

/// <summary>
/// Cookie for browsers, bearer token for programs; both only point to a session, asked for on each request.
/// </summary>
static class SignInSetup
{
    const string CookieOrToken = "cookie-or-token";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(o => o.DefaultScheme = CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0
                || http.Request.Path.StartsWithSegments("/live") && HasToken(http)
                    ? JwtBearerDefaults.AuthenticationScheme : IdentityConstants.ApplicationScheme)
            .AddJwtBearer()
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Cookie));
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<SiteKeys, TimeProvider>(Tokens);
    }

    static bool HasToken(HttpContext http) => http.Request.Query.ContainsKey("access_token");

    static void Cookie(CookieAuthenticationOptions options)
    {
        options.CookieManager = new HostCookies();
        options.Cookie.Name = "session";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Session.Idle;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "then";
        options.Events = new()
        {
            OnValidatePrincipal = async context =>
            {
                var identity = await IdentityOf(context.HttpContext, context.Principal,
                    IdentityConstants.ApplicationScheme);
                if (identity is not null) { context.ReplacePrincipal(new(identity)); return; }
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            },
            OnRedirectToLogin = context =>
            {
                if (Problems.IsApi(context.HttpContext) || context.Request.Path.StartsWithSegments("/live"))
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            },
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    static void Tokens(JwtBearerOptions options, SiteKeys keys, TimeProvider clock)
    {
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new RememberedTokens(keys, clock) { MapInboundClaims = false });
        options.TokenValidationParameters = new()
        {
            ValidIssuer = AccessTokens.Issuer,
            ValidAudience = AccessTokens.Audience,
            ValidAlgorithms = ["ES256"],
            IssuerSigningKeyResolver = (_, _, _, _) => [keys.Signing(default).GetAwaiter().GetResult()],
            LifetimeValidator = (from, until, _, _) => from <= clock.Now().AddSeconds(30) && clock.Now() < until,
        };
        options.Events = new()
        {
            OnMessageReceived = message =>
            {
                if (message.Request.Path.StartsWithSegments("/live"))
                    message.Token = message.Request.Query["access_token"];
                return Task.CompletedTask;
            },
            OnTokenValidated = async context =>
            {
                var identity = await IdentityOf(context.HttpContext, context.Principal,
                    JwtBearerDefaults.AuthenticationScheme);
                if (identity is null) context.Fail("The session of this token has ended.");
                else context.Principal = new(identity);
            },
        };
    }

    static async Task<ClaimsIdentity?> IdentityOf(HttpContext http, ClaimsPrincipal? pointer, string scheme) =>
        Guid.TryParse(pointer?.FindFirstValue(Shared.Web.Claim.Session), out var session)
            ? await http.RequestServices.GetRequiredService<SessionKeeper>()
                .Identity(session, Origin.Of(http), scheme, http.RequestAborted)
            : null;
}

/// <summary>Over https the cookie takes the __Host- prefix: no other host or path can have set it.</summary>
sealed class HostCookies : ICookieManager
{
    readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext http, string key) => inner.GetRequestCookie(http, Name(http, key));

    public void AppendResponseCookie(HttpContext http, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(http, Name(http, key), value, Whole(options));

    public void DeleteCookie(HttpContext http, string key, CookieOptions options) =>
        inner.DeleteCookie(http, Name(http, key), Whole(options));

    static string Name(HttpContext http, string key) => http.Request.IsHttps ? $"__Host-{key}" : key;

    static CookieOptions Whole(CookieOptions options)
    {
        (options.Path, options.Domain) = ("/", null);
        return options;
    }
}
