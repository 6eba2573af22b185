using System.Security.Cryptography;

namespace Guildhall.Shared.Web;

static class Headers
{
    public const string NonceItem = "nonce";

    /// <summary>
    /// Security headers on everything, a nonce for the few scripts and styles a page names, HEAD answered as GET.
    /// </summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceItem] = nonce;
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=()";
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; "
                    + $"style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; connect-src 'self'; "
                    + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
            if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get; // page components answer GET and POST only
            http.Response.Body = Stream.Null;
        }
        // A draft saved by itself is answered by the status alone; a page would render itself all the same.
        if (http.Request.Headers.ContainsKey("X-Autosave")) http.Response.Body = Stream.Null;
        await next(http);
    });

    /// <summary>An address that no database could store or find is answered in words, not looked up.</summary>
    public static void UseReadableAddresses(this IApplicationBuilder app) =>
        app.Use((http, next) => IsTooLong(http.Request)
        ? throw new Refused($"This address is longer than {LongestAddress} characters.", "address_too_long")
            { Status = 414 }
        : Unreadable(http.Request)
        ? throw new Refused($"The address contains characters that are not text.", "malformed") { Status = 400 }
        : next(http));

    /// <summary>As long as servers commonly read; Kestrel reads on, so that the refusal is in words.</summary>
    const int LongestAddress = 8000;

    public const int LongestRequestLine = 64 * 1024;

    static bool IsTooLong(HttpRequest request) =>
        (request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > LongestAddress;

    static bool Unreadable(HttpRequest request) =>
        request.Path.Value?.Contains('\0') == true || request.Path.Value?.Contains('\uFFFD') == true
        || request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
        || request.Query.Any(q => q.Key.Contains('\uFFFD')
            || q.Value.Any(v => v?.AsSpan().IndexOfAny('\uFFFD', '\uFFFE') >= 0));
}
