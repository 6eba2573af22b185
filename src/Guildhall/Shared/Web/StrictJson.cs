using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;

namespace Guildhall.Shared.Web;

/// <summary>JSON at the edge: unknown members, nulls where none may be, broken text and deep nesting are 400.</summary>
static class StrictJson
{
    public const string NotStorable = "A text contains what is not text.";

    public static void Configure(JsonOptions options)
    {
        var json = options.SerializerOptions;
        json.MaxDepth = 32;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new StorableText());
    }

    sealed class StorableText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException("A text is expected here.");
            string text;
            try { text = reader.GetString()!; }
            catch (InvalidOperationException) { throw new JsonException(NotStorable); }
            return text.AsSpan().ContainsAny('\0', '\uFFFE') ? throw new JsonException(NotStorable) : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }
}
