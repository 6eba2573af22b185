namespace Guildhall.Shared.Web;

static class SameOrigin
{
    /// <summary>
    /// A browser says where a request comes from. Unsafe requests and sockets from another site are refused before
    /// anything reads them; programs with a token send no origin and pass.
    /// </summary>
    public static void UseSameOrigin(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var safe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || HttpMethods.IsOptions(http.Request.Method);
        if (safe && !http.WebSockets.IsWebSocketRequest) return next(http);
        var origin = http.Request.Headers.Origin.ToString();
        var foreign = origin.Length > 0
            ? origin != $"{http.Request.Scheme}://{http.Request.Host}"
            : http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        return foreign
            ? Problems.Write(http, 403,
                new($"This request came from another site and was not carried out.", "cross_site"), http.RequestAborted)
            : next(http);
    });
}
