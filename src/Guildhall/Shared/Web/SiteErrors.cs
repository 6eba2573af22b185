using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing.Template;

namespace Guildhall.Shared.Web;

static class SiteErrors
{
    /// <summary>
    /// API callers get a problem document for every bare error status; people get the error page in place,
    /// with the words of the refusal if there was one.
    /// </summary>
    public static void UseSiteErrors(this WebApplication app)
    {
        app.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            if (!Problems.IsApi(http) && !IsAlias(http)) { await ShowErrorPage(http, context.Next); return; }
            var refused = http.Response.StatusCode switch
            {
                401 => new Refused($"Sign in or send a valid access token.", "unauthenticated"),
                403 => new Refused($"Your account may not do this.", "forbidden"),
                404 => new Refused($"There is nothing at this address.", "not_found"),
                405 => new Refused($"This address does not answer that method.", "method_not_allowed"),
                413 => new Refused($"This is larger than one request may be.", "request_too_large"),
                415 => new Refused($"Send JSON with Content-Type: application/json.", "unsupported_media_type"),
                _ => new Refused($"The request could not be answered.", "refused"),
            };
            await Problems.Write(http, http.Response.StatusCode, refused, http.RequestAborted);
        });
        app.UseExceptionHandler();
    }

    // Where no endpoint takes the method, the framework answers from one that knows nothing of the others.
    static bool IsAlias(HttpContext http) =>
        http.Response.StatusCode == 405
        && http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ApiAlias>() is not null && e.RoutePattern.RawText is not null)
            .Any(e => new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!), [])
                .TryMatch(http.Request.Path, []));

    // In a scope of its own: the page that failed has used up this one's navigation and may have left its data half
    // read.
    static async Task ShowErrorPage(HttpContext http, RequestDelegate next)
    {
        var (request, services, endpoint) = (http.Request, http.RequestServices, http.GetEndpoint());
        var (path, query, method) = (request.Path, request.QueryString, request.Method);
        http.Items["error-status"] = http.Response.StatusCode;
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath =
            path, OriginalPathBase = "" });
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        (request.Path, request.QueryString, request.Method) = ("/error", QueryString.Empty, HttpMethods.Get);
        await using var scope = services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await next(http);
        }
        finally
        {
            (request.Path, request.QueryString, request.Method, http.RequestServices) = (path, query, method, services);
            http.SetEndpoint(endpoint);
        }
    }
}
