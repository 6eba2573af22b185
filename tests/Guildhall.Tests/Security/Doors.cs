using System.Reflection;
using System.Text.RegularExpressions;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

namespace Guildhall.Tests.Security;

/// <summary>One way into the site: a method and a route, and what its registration promises.</summary>
sealed partial record Door(string Method, string Route, AccessAttribute? Access, bool IsPage)
{
    public IReadOnlyList<string> Parameters => [.. Parameter().Matches(Route).Select(m => m.Groups[1].Value)];

    public override string ToString() => $"{Method} {Route}";

    /// <summary>Every endpoint of the running site, except its static files and its health.</summary>
    public static IReadOnlyList<Door> All(IEnumerable<Endpoint> endpoints) =>
    [
        .. from endpoint in endpoints.OfType<RouteEndpoint>()
           where endpoint.DisplayName?.StartsWith("Fallback {**path:file}") != true
           let access = endpoint.Metadata.GetMetadata<AccessAttribute>()
           where access is null || access.Rate != Rate.Static || endpoint.RoutePattern.Parameters.Count > 0
           let route = "/" + Constraint().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "{$1}")
           let isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null || IsForPeople(endpoint)
           from method in MethodsOf(endpoint)
           where !Framework().IsMatch(route)
           select new Door(method, route, access, isPage)
    ];

    // Form posts outside a page (sign-out, preferences) answer people: the sign-in page instead of 401.
    static bool IsForPeople(RouteEndpoint endpoint) =>
        !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/")
        && endpoint.Metadata.GetMetadata<ApiAlias>() is null && endpoint.Metadata.GetMetadata<HubMetadata>() is null;

    static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods.Where(m => m is not ("HEAD" or "OPTIONS")) : ["GET", "POST"];

    /// <summary>Hub methods that do not say who may call them.</summary>
    public static IEnumerable<string> SilentHubMethods(Assembly assembly) =>
        from type in assembly.GetTypes()
        where typeof(Hub).IsAssignableFrom(type) && !type.IsAbstract
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetBaseDefinition().DeclaringType == type && method.GetCustomAttribute<AccessAttribute>() is null
        select $"{type.Name}.{method.Name}";

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();

    // Blazor's own helpers and the unpublished assets' catch-all.
    [GeneratedRegex(@"^/(_framework|_blazor)|^/\{path\}$")]
    private static partial Regex Framework();
}
