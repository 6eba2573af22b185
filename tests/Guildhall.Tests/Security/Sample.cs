using System.Text.Json.Nodes;

namespace Guildhall.Tests.Security;

/// <summary>Makes the smallest JSON that fits a schema of the site's OpenAPI.</summary>
sealed class Sample(JsonNode document)
{
    public JsonNode? Operation(string method, string path) => document["paths"]?[path]?[method.ToLowerInvariant()];

    public IEnumerable<(string Method, string Path, JsonNode Operation)> Operations =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject && operation.Key != "parameters"
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!);

    /// <summary>The schema of the JSON body, null when there is none.</summary>
    public JsonNode? BodySchema(JsonNode? operation) =>
        operation?["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Resolve(schema) : null;

    public JsonNode? Body(JsonNode? operation) => BodySchema(operation) is { } schema ? Of(schema, 0) : null;

    public JsonNode Resolve(JsonNode schema)
    {
        while (true)
        {
            if ((string?)schema["$ref"] is { } name) schema = document["components"]!["schemas"]![name.Split('/')[^1]]!;
            else if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray().FirstOrDefault(s => (string?)s!["type"] != "null")
                is { } one)
                schema = one;
            else return schema;
        }
    }

    JsonNode? Of(JsonNode schema, int depth)
    {
        schema = Resolve(schema);
        if (depth > 6) return null;
        if (schema["enum"]?.AsArray().FirstOrDefault(e => e is not null) is { } first) return first.DeepClone();
        return TypeOf(schema) switch
        {
            "object" => new JsonObject((schema["properties"]?.AsObject() ?? [])
                .Where(p => IsRequired(schema, p.Key))
                    .Select(p => KeyValuePair.Create(p.Key, Of(p.Value!, depth + 1)))),
            "array" => new JsonArray(Of(schema["items"] ?? new JsonObject { ["type"] = "string" }, depth + 1)),
            "integer" => JsonValue.Create(1),
            "number" => JsonValue.Create(1.0),
            "boolean" => JsonValue.Create(true),
            _ => (string?)schema["format"] switch
            {
                "uuid" => Guid.CreateVersion7().ToString(),
                "date-time" => "2031-01-02T03:04:05Z",
                "date" => "2031-01-02",
                _ => "text",
            },
        };
    }

    static bool IsRequired(JsonNode schema, string property) =>
        schema["required"]?.AsArray().Any(r => (string?)r == property) == true;

    public static string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(t => (string?)t).FirstOrDefault(t => t is not ("null" or "string"))
            ?? "string",
        JsonValue one => (string?)one,
        _ => schema["properties"] is null ? null : "object",
    };
}
