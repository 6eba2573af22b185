using System.Security.Claims;

namespace Guildhall.Shared.Web;

/// <summary>Which pages let a visitor in, so that nobody is shown a link that would refuse them.</summary>
public sealed class Entrances(EndpointDataSource site)
{
    // Read when first asked: the pages are mapped after the services are built.
    readonly Lazy<Dictionary<string, Who>> pages = new(() => site.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Where(e => e.Metadata.GetMetadata<AccessAttribute>() is not null)
        .GroupBy(e => "/" + e.RoutePattern.RawText?.Trim('/'))
        .ToDictionary(g => g.Key, g => g.First().Metadata.GetMetadata<AccessAttribute>()!.Who));

    /// <summary>Whoever has not signed in may try every door: it leads them through the sign-in.</summary>
    public bool LetIn(ClaimsPrincipal user, string path) =>
        user.Identity?.IsAuthenticated != true || !pages.Value.TryGetValue(path, out var who) || user.Is(who);
}

public static class EntranceRules
{
    /// <param name="path">A page's address without values in it: "/jobs/new".</param>
    public static bool MayOpen(this HttpContext http, string path) =>
        http.RequestServices.GetRequiredService<Entrances>().LetIn(http.User, path);
}
