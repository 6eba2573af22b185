using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Guildhall.Contracts;

/// <summary>
/// One byte sequence per document (RFC 8785, for whole numbers): keys in ordinal order, no spaces, only the escapes
/// that JSON demands. Anyone can rebuild it in another language and get the same hash.
/// </summary>
public static class CanonicalJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject map:
                Join(text, '{', '}', map.OrderBy(p => p.Key, StringComparer.Ordinal), pair =>
                {
                    Quote(pair.Key, text);
                    text.Append(':');
                    Write(pair.Value, text);
                });
                break;
            case JsonArray list: Join(text, '[', ']', list, item => Write(item, text)); break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Quote(value.GetValue<string>(), text);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                text.Append(long.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
                break;
            case JsonValue value: text.Append(value.ToJsonString()); break;
        }
    }

    static void Join<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> each)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(',');
            each(item);
            first = false;
        }
        text.Append(close);
    }

    static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        text.Append('"');
    }
}
