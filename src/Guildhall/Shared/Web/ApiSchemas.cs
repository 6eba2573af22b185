using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Guildhall.Shared.Web;

/// <summary>How the generated OpenAPI names and describes the types of bodies.</summary>
static class ApiSchemas
{
    /// <summary>
    /// Use cases keep their Request inside: by its own name every one of them would be the same schema.
    /// Null where a type is written in place.
    /// </summary>
    public static string? NameOf(JsonTypeInfo json)
    {
        var usual = OpenApiOptions.CreateDefaultSchemaReferenceId(json);
        return usual is not null && HasNested(json.Type) ? NameOf(json.Type) : usual;
    }

    static bool HasNested(Type type) =>
        type.IsNested || Nullable.GetUnderlyingType(type) is { IsNested: true }
        || type.GetGenericArguments().Any(HasNested);

    static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return NameOf(value);
        var name = type.Name.Split('`')[0];
        if (type.DeclaringType is { } outer) name = NameOf(outer) + name;
        return type.IsConstructedGenericType
            ? $"{name}Of{string.Join("And", type.GetGenericArguments().Select(NameOf))}"
            : name;
    }

    /// <summary>Texts are read by a converter of ours, of which the generator knows nothing.</summary>
    public static Task SayText(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } element }
            && element == typeof(string))
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String };
        if (context.JsonTypeInfo.Type != typeof(string)) return Task.CompletedTask;
        var mayBeNull = context.JsonPropertyInfo is { } property && (property.IsGetNullable || property.IsSetNullable);
        schema.Type = mayBeNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        return Task.CompletedTask;
    }
}
