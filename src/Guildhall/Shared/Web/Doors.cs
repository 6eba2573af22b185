using Microsoft.AspNetCore.Routing.Template;

namespace Guildhall.Shared.Web;

/// <summary>
/// Which methods an address takes. Where none takes the one that came, the framework does not always say so: the
/// assets of an unpublished build answer to any address with GET.
/// </summary>
sealed class Doors(EndpointDataSource site, ParameterPolicyFactory policies)
{
    // Read when first asked: the endpoints are mapped after the services are built.
    readonly Lazy<(RouteEndpoint Endpoint, TemplateMatcher Address)[]> all = new(() => [.. site.Endpoints
        .OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText is not null && Methods(e).Any())
        .Select(e => (e, new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!), [])))]);

    /// <summary>Those at this address, whatever their method.</summary>
    public IReadOnlyList<RouteEndpoint> At(HttpContext http) => [.. all.Value
        .Where(door => new RouteValueDictionary() is var values && door.Address.TryMatch(http.Request.Path, values)
            && Fits(door.Endpoint, http, values))
        .Select(door => door.Endpoint)];

    public static IEnumerable<string> Methods(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    bool Fits(RouteEndpoint endpoint, HttpContext http, RouteValueDictionary values) =>
        endpoint.RoutePattern.ParameterPolicies.All(part => part.Value.All(policy =>
            policies.Create(endpoint.RoutePattern.GetParameter(part.Key), policy) is not IRouteConstraint rule
            || rule.Match(http, null, part.Key, values, RouteDirection.IncomingRequest)));
}
