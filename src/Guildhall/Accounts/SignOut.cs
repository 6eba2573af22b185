using System.Security.Claims;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared.Web;

namespace Guildhall.Accounts;

/// <summary>Ends the session that asks; its cookie and its tokens are dead everywhere.</summary>
public sealed class SignOut(SessionBook sessions)
{
    public async Task Run(ClaimsPrincipal user, CancellationToken ct)
    {
        if (user.UserIdOrNull() is { } account
            && Guid.TryParse(user.FindFirstValue(Shared.Web.Claim.Session), out var session))
            await sessions.End(account, session, ct);
    }

    public static void Map(Routes routes)
    {
        routes.Api.Post("/auth/logout", Who.SignedIn, Rate.Write, DataClass.Own,
            async (ClaimsPrincipal user, SignOut signOut, CancellationToken ct) =>
            {
                await signOut.Run(user, ct);
                return TypedResults.NoContent();
            }).WithName("logout").WithSummary("Ends the session of the token that is sent");
        routes.Site.Post("/sign-out", Who.Anyone, Rate.Write, DataClass.Own,
            async (HttpContext http, SignOut signOut, Browsers browsers, CancellationToken ct) =>
            {
                await signOut.Run(http.User, ct);
                await browsers.Leave(http);
                return TypedResults.LocalRedirect("/");
            });
    }
}
