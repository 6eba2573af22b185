using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Guildhall.Shared.Web;

/// <summary>The refusals every operation may answer, said once in the generated OpenAPI.</summary>
static class ApiRefusals
{
    static readonly Dictionary<int, (string Name, string When)> known = new()
    {
        [400] = ("Malformed", "The request cannot be read; the words name the field and what was expected."),
        [401] = ("Unauthenticated", "No valid token or session."),
        [403] = ("Forbidden", "Your account may not do this, or the request came from another site."),
        [404] = ("NotFound", "Not there, or not yours: both answer alike."),
        [409] = ("Refused", "A rule says no; the words say which, and what to do."),
        [413] = ("TooLarge", "The request is larger than this address takes."),
        [415] = ("WrongMediaType", "The body is not of a type this address reads."),
        [422] = ("Invalid", "Fields to correct."),
        [429] = ("RateLimited", "Too many calls; Retry-After says for how many seconds to wait."),
    };

    public static Task AddTo(OpenApiOperation operation, OpenApiOperationTransformerContext context,
        CancellationToken ct)
    {
        var access = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessAttribute>().LastOrDefault();
        operation.Responses ??= [];
        foreach (var status in Of(operation, context.Description.HttpMethod != "GET", context.Description.RelativePath!,
            access?.Who ?? Who.Anyone))
            operation.Responses[status.ToString()] =
                new OpenApiResponseReference(known[status].Name, context.Document);
        return Task.CompletedTask;
    }

    static IEnumerable<int> Of(OpenApiOperation operation, bool writes, string path, Who who)
    {
        yield return 400;
        if (who != Who.Anyone) yield return 401;
        if (who > Who.SignedIn || writes) yield return 403;
        if (path.Contains('{')) yield return 404;
        var asks = operation.Parameters?.Any(p => p.In == ParameterLocation.Query) == true;
        if (writes || asks) yield return 409;
        if (operation.RequestBody is not null) yield return 413;
        if (operation.RequestBody is not null) yield return 415;
        if (writes || asks) yield return 422;
        yield return 429;
    }

    /// <summary>Where the operations' references lead.</summary>
    public static async Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context,
        CancellationToken ct)
    {
        document.AddComponent("Problem", await context.GetOrCreateSchemaAsync(typeof(Problem), null, ct));
        foreach (var (name, when) in known.Values)
            document.AddComponent(name, new OpenApiResponse
            {
                Description = when,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", document) },
                },
            });
    }
}

/// <summary>A refusal (RFC 9457).</summary>
/// <param name="Type">Leads to the list of codes.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">For people, in the language of <c>Accept-Language</c>: what happened and what to do.</param>
/// <param name="Code">For programs; stable.</param>
/// <param name="Instance">The path that was called.</param>
/// <param name="Field">The input to correct, when it is one.</param>
/// <param name="Errors">With 422: each input to correct and what to do about it.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code, string Instance,
    string? Field = null, IReadOnlyDictionary<string, string>? Errors = null);
