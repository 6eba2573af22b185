using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Guildhall.Shared.Ui;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Guildhall.Shared.Web;

/// <summary>
/// Why a request could not be read: which field, and what belongs there. The framework says it in names of types,
/// which tell a caller nothing.
/// </summary>
sealed partial class Misread(Words words, IOptions<JsonOptions> options)
{
    const string Code = "malformed";
    readonly JsonSerializerOptions json = options.Value.SerializerOptions;

    public static Refused TooLarge => new Refused(
        $"One request may have at most {BlobStore.LargestRequest / 1024 / 1024} MB. Send less, or one file at a time.",
        "request_too_large");

    public Refused Of(BadHttpRequestException bad, Endpoint? endpoint)
    {
        if (bad.InnerException is JsonException wrong) return Of(wrong, endpoint);
        if (bad.StatusCode == 413) return TooLarge;
        if (bad.StatusCode == 415) return OfType(endpoint);
        if (bad.InnerException is InvalidDataException limit && limit.Message.Contains("limit"))
            return new Refused($"This form has more text or fields than forms here have. Shorten it.", Code);
        if (bad.InnerException is InvalidDataException)
            return new Refused($"The form is not as a browser sends it.", Code);
        if (NoBody().IsMatch(bad.Message)) return OfBody(endpoint);
        if (Parameter().Match(bad.Message) is not { Success: true } said)
            return new Refused($"The request could not be read. Compare it with the description at /docs.", Code);
        var parameter = endpoint?.Metadata.GetMetadata<MethodInfo>()?.GetParameters()
            .FirstOrDefault(p => p.Name == said.Groups[2].Value);
        var name = parameter?.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
            ?? said.Groups[2].Value;
        return said.Groups[1].Value == "Required"
            ? new Refused($"“{name}” is missing.", Code, name)
            : new Refused($"“{name}” must be {Kind(parameter?.ParameterType)}.", Code, name);
    }

    public Refused Of(JsonException wrong, Endpoint? endpoint)
    {
        var (path, message) = (wrong.Path ?? "$", wrong.Message);
        var field = path.TrimStart('$').TrimStart('.');
        if (message.Contains("maximum configured depth"))
            return new Refused($"The JSON is nested more than {json.MaxDepth} levels deep.", Code);
        if (message.Contains("any JSON tokens")) return OfBody(endpoint);
        if (wrong.InnerException is JsonException)
        {
            var (line, at) = (wrong.LineNumber + 1, wrong.BytePositionInLine + 1);
            return new Refused($"The body is not valid JSON: look at line {line}, byte {at}.", Code);
        }
        if (MissingMembers().Match(message) is { Success: true } missing)
            return OfMissing(field, [.. Quoted().Matches(missing.Groups[1].Value).Select(m => m.Groups[1].Value)]);
        if (message.Contains("could not be mapped"))
            return new Refused($"This call has no field “{field}”.", Code, field);
        if (message.Contains("doesn't allow")) return new Refused($"“{field}” must not be null.", Code, field);
        if (message.StartsWith(StrictJson.NotStorable, StringComparison.Ordinal))
            return new Refused($"“{field}” contains characters that are not text.", Code, field);
        var type = At(endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType, path);
        return field.Length == 0 ? OfBody(endpoint)
            : new Refused($"“{field}” must be {Kind(type, wrong.InnerException is FormatException)}.", Code, field);
    }

    static Refused OfMissing(string path, string[] names)
    {
        string[] fields = [.. names.Select(name => path.Length == 0 ? name : $"{path}.{name}")];
        var list = string.Join(", ", fields);
        return fields is [var one]
            ? new Refused($"“{one}” is missing.", Code, one)
            : new Refused($"These fields are missing: {list}.", Code, fields.FirstOrDefault());
    }

    Refused OfBody(Endpoint? endpoint) => new Refused(
        $"The body must be JSON: {Kind(endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType)}.", Code);

    static Refused OfType(Endpoint? endpoint)
    {
        var types = endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? ["application/json"];
        var list = string.Join(", ", types);
        return new Refused($"Send the body with Content-Type: {list}.", "unsupported_media_type");
    }

    /// <summary>The type that belongs at a path; null when it leads nowhere.</summary>
    Type? At(Type? type, string path)
    {
        foreach (Match step in Step().Matches(path))
        {
            if (type is null) return null;
            var here = json.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
            var name = step.Groups[1].Value;
            type = here.Properties.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?.PropertyType ?? here.ElementType;
        }
        return type;
    }

    string Kind(Type? type, bool isOutOfRange = false)
    {
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (type is null) return words["of another kind"];
        if (type.IsEnum)
            return words["one of: {0}", string.Join(", ", Enum.GetValuesAsUnderlyingType(type).Cast<object>()
                .Select(value => JsonSerializer.Serialize(Enum.ToObject(type, value), type, json).Trim('"')))];
        if (type == typeof(int) || type == typeof(long))
            return isOutOfRange
                ? words["a whole number from {0} to {1}", Text(type, "MinValue"), Text(type, "MaxValue")]
                : words["a whole number"];
        if (type == typeof(decimal) || type == typeof(double) || type == typeof(float)) return words["a number"];
        if (type == typeof(bool)) return words["true or false"];
        if (type == typeof(Guid)) return words["an id (UUID)"];
        if (type == typeof(DateOnly)) return words["a date (YYYY-MM-DD)"];
        if (type == typeof(DateTime)) return words["a time (ISO 8601)"];
        if (type == typeof(string)) return words["a text"];
        return OfMany(json.GetTypeInfo(type));
    }

    string OfMany(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable) return words["a list"];
        if (type.Kind == JsonTypeInfoKind.None) return words["of another kind"];
        string[] members = [.. type.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null)
            .Select(p => p.Name)];
        return members.Length == 0 ? words["an object"] : words["an object with {0}", string.Join(", ", members)];
    }

    static string Text(Type type, string constant) =>
        string.Create(CultureInfo.InvariantCulture, $"{type.GetField(constant)!.GetValue(null)}");

    [GeneratedRegex("""^(Required|Failed to bind) parameter "(?:.+ )?(\S+?)" """, RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex("no body was provided|was not provided from body")]
    private static partial Regex NoBody();

    [GeneratedRegex("missing required properties including: (.+)$")]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\.([^.\[]+)|\['([^']*)'\]|\[\d+\]")]
    private static partial Regex Step();
}
