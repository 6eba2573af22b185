using Microsoft.AspNetCore.Diagnostics;

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
            var isAlias = SayOtherMethods(http);
            if (!Problems.IsApi(http) && !isAlias) { await ShowErrorPage(http, context.Next); return; }
            var refused = http.Response.StatusCode switch
            {
                401 => new Refused($"Sign in or send a valid access token.", "unauthenticated"),
                403 => new Refused($"Your account may not do this.", "forbidden"),
                404 => new Refused($"There is nothing at this address.", "not_found"),
                405 => new Refused($"This address does not answer that method.", "method_not_allowed"),
                413 => Misread.TooLarge,
                415 => new Refused($"Send JSON with Content-Type: application/json.", "unsupported_media_type"),
                _ => new Refused($"The request could not be answered.", "refused"),
            };
            await Problems.Write(http, http.Response.StatusCode, refused, http.RequestAborted);
        });
        app.UseExceptionHandler();
    }

    /// <summary>
    /// An address of the API that takes other methods answers 405 and names them. True at one of the seeds' paths.
    /// </summary>
    static bool SayOtherMethods(HttpContext http)
    {
        if (http.Response.StatusCode is not (404 or 405)) return false;
        var doors = http.RequestServices.GetRequiredService<Doors>().At(http);
        string[] methods = [.. doors.SelectMany(Doors.Methods).Distinct().Order()];
        var isAlias = doors.Any(door => door.Metadata.GetMetadata<ApiAlias>() is not null);
        if (methods.Length == 0 || methods.Contains(http.Request.Method)) return false;
        if (isAlias || Problems.IsApi(http))
            (http.Response.StatusCode, http.Response.Headers.Allow) = (405, string.Join(", ", methods));
        return isAlias;
    }

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
