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
            if (!Problems.IsApi(http)) { await ShowErrorPage(http, context.Next); return; }
            var refused = http.Response.StatusCode switch
            {
                401 => new Refused($"Sign in or send a valid access token.", "unauthenticated"),
                403 => new Refused($"Your account may not do this.", "forbidden"),
                404 => new Refused($"There is nothing at this address.", "not_found"),
                405 => new Refused($"This address does not answer that method.", "method_not_allowed"),
                415 => new Refused($"Send JSON with Content-Type: application/json.", "unsupported_media_type"),
                _ => new Refused($"The request could not be answered.", "refused"),
            };
            await Problems.Write(http, http.Response.StatusCode, refused, http.RequestAborted);
        });
        app.UseExceptionHandler();
    }

    static async Task ShowErrorPage(HttpContext http, RequestDelegate next)
    {
        var (path, query, method, endpoint) = (http.Request.Path, http.Request.QueryString, http.Request.Method, http.GetEndpoint());
        http.Items["error-status"] = http.Response.StatusCode;
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = path, OriginalPathBase = "" });
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        (http.Request.Path, http.Request.QueryString, http.Request.Method) = ("/error", QueryString.Empty, HttpMethods.Get);
        try { await next(http); }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method) = (path, query, method);
            http.SetEndpoint(endpoint);
        }
    }
}
