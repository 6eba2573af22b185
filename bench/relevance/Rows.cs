using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Guildhall.Engine.Matching;

namespace Guildhall.Relevance;

/// <summary>A line of <c>jobs.jsonl</c> or of a history.</summary>
sealed record JobRow(string Id, string Title, string[] Skills, string Level, string Budget);

/// <summary>A line of <c>profiles.jsonl</c>.</summary>
sealed record ProfileRow(
    string Id, string[] Skills, string Text, decimal? Rate, string Country, decimal? Rating, int Reviews);

/// <summary>Reads the documented files; numbers may be written as text, and absent fields are unknown.</summary>
static partial class Rows
{
    public static List<JobRow> Jobs(string path) => [.. Lines(path).Select((e, i) => new JobRow(
        Text(e, "id") is { Length: > 0 } id ? id : $"{i}", Text(e, "title"), List(e, "skills"), Text(e, "level"),
        Text(e, "budget")))];

    public static List<ProfileRow> Profiles(string path) => [.. Lines(path).Select((e, i) => new ProfileRow(
        Text(e, "id") is { Length: > 0 } id ? id : $"{i}", List(e, "skills"), Text(e, "text"), Number(e, "rate"),
        Text(e, "country"), Number(e, "rating"), (int)Math.Clamp(Number(e, "reviews") ?? 0, 0, 1_000_000)))];

    /// <summary>What a budget says: "$5 - $20 /hr", "Est. budget: $5,000", 300, "N/A".</summary>
    public static (Pricing Pricing, long? Min, long? Max) Budget(string text)
    {
        var amounts = Amount().Matches(text)
            .Select(m => (long)(decimal.Parse(m.Value.Replace(",", ""), CultureInfo.InvariantCulture) * 100)).ToArray();
        if (amounts.Length == 0) return (Pricing.Fixed, null, null);
        var hourly = text.Contains("hour", StringComparison.OrdinalIgnoreCase) || text.Contains("/hr");
        return (hourly ? Pricing.Hourly : Pricing.Fixed, amounts.Length > 1 ? amounts[0] : null, amounts[^1]);
    }

    static IEnumerable<JsonElement> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line)) yield return JsonDocument.Parse(line).RootElement;
    }

    static string Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? Text(value) : "";

    static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(v => v.ToString())),
        JsonValueKind.Null => "",
        _ => value.ToString(),
    };

    static decimal? Number(JsonElement e, string name) =>
        Amount().Match(Text(e, name)) is { Success: true } found
        && decimal.TryParse(found.Value.Replace(",", ""), CultureInfo.InvariantCulture, out var number) ? number : null;

    static string[] List(JsonElement e, string name) =>
        !e.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Array ? []
        : [.. value.EnumerateArray().Select(v => v.ToString()).Where(s => s.Length > 0).Distinct()];

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex Amount();
}
