using System.Text.Json;
using System.Text.Json.Serialization;
using Guildhall.Shared.Ui;
using Microsoft.AspNetCore.Diagnostics;

namespace Guildhall.Shared.Web;

/// <summary>
/// Refusals, translated once for the API (RFC 9457). Pages get the same words through <see cref="FormPage"/>.
/// </summary>
sealed class Problems(Words words, Misread misread, ILogger<Problems> log) : IExceptionHandler
{
    public const string RefusalItem = "refusal";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception e, CancellationToken ct)
    {
        var refused = Understand(e, http, out var status);
        if (refused is null)
        {
            log.LogError(e, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            (status, refused) =
                (500, new($"Something failed on our side. Nothing was lost; try again in a moment.", "fault"));
        }
        http.Response.StatusCode = status;
        if (refused.RetryAfter is { } wait) http.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):0}";
        http.Items[RefusalItem] = words[refused.Words];
        if (IsApi(http)) await Write(http, status, refused, ct, (e as Invalid)?.Errors);
        return true;
    }

    Refused? Understand(Exception e, HttpContext http, out int status)
    {
        var endpoint = EndpointOf(http);
        (status, var refused) = e switch
        {
            Refused r => (r.Status ?? (IsOfAddress(r, http) ? 422 : 409), r),
            Invalid => (422, new Refused($"Some fields need another look.", "invalid")),
            Missing => (404, new Refused($"There is nothing here that you may see.", "not_found")),
            BadHttpRequestException bad => (bad.StatusCode, misread.Of(bad, endpoint)),
            JsonException bad => (400, misread.Of(bad, endpoint)),
            OperationCanceledException => (499, new Refused($"The request was cancelled.", "cancelled")),
            _ => (500, null),
        };
        return refused;
    }

    // Who only reads runs into no rule: what is refused with its field is a value of the address to correct.
    static bool IsOfAddress(Refused refused, HttpContext http) =>
        refused.Field is not null && HttpMethods.IsGet(http.Request.Method);

    public static bool IsApi(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Items.ContainsKey("api")
        || EndpointOf(http)?.Metadata.GetMetadata<ApiAlias>() is not null
        || EndpointOf(http) is null && http.Request.Headers.Accept.ToString() == "application/json";

    // The exception handler takes the endpoint off the request before it asks us.
    static Endpoint? EndpointOf(HttpContext http) =>
        http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;

    static readonly JsonSerializerOptions json =
        new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static Task Write(HttpContext http, int status, Refused refused, CancellationToken ct,
        IReadOnlyDictionary<string, FormattableString>? errors = null)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        http.Response.StatusCode = status;
        var problem = new Problem(
            $"{http.Request.Scheme}://{http.Request.Host}/docs/errors#{refused.Code}", Title(status), status,
            words[refused.Words], refused.Code, http.Request.Path.Value ?? "", refused.Field,
            errors?.ToDictionary(e => e.Key, e => words[e.Value]));
        return http.Response.WriteAsJsonAsync(problem, json, "application/problem+json", ct);
    }

    static string Title(int status) => status switch
    {
        400 => "Malformed request", 401 => "Sign in first", 403 => "Not allowed", 404 => "Not found",
        405 => "Method not allowed", 409 => "Refused", 413 => "Too large", 414 => "Address too long",
        415 => "Unsupported media type", 422 => "Invalid input", 429 => "Too many requests",
        >= 500 => "Fault on our side", _ => "Refused",
    };
}

/// <summary>Marks the seeds' paths outside /api: they answer like the API.</summary>
public sealed class ApiAlias;
