using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Guildhall.Shared.Web;

/// <summary>What the generated OpenAPI says beyond the signatures: security, and who may call each operation.</summary>
static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = ApiSchemas.NameOf;
        options.AddSchemaTransformer(ApiSchemas.SayText);
        options.AddOperationTransformer(ApiRefusals.AddTo);
        options.AddOperationTransformer(ApiParameters.Describe);
        options.AddDocumentTransformer(ApiRefusals.Describe);
        options.ShouldInclude = api => api.RelativePath is { } path && !path.StartsWith("site/");
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Guildhall API", Version = "v1",
                Description =
                    "Everything the site does, for programs. Errors are problem documents (RFC 9457) whose `detail` "
                    + "says what to do next. Lists page by cursor. Unsafe calls take an `Idempotency-Key`.",
            };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT",
                Description = "An access token from POST /api/v1/auth/login, valid for 10 minutes.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var access = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessAttribute>()
                .LastOrDefault();
            if (access is null) return Task.CompletedTask;
            operation.Description =
                $"{operation.Description}\n\nWho: {access.Who}. Data: {access.Data}. Rate class: {access.Rate}."
                .Trim();
            if (access.Who != Who.Anyone)
                operation.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
