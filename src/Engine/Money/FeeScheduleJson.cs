using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Guildhall.Engine.Money;

/// <summary>
/// The one text of a fee schedule: camelCase JSON without spaces, keys in ordinal order, empty parts left out.
/// Equal schedules have equal texts, so the text can be hashed and signed with a contract.
/// </summary>
public static class FeeScheduleJson
{
    static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string ToJson(this FeeSchedule schedule) =>
        Ordered(JsonSerializer.SerializeToNode(schedule, options))!.ToJsonString(options);

    /// <summary>SHA-256 of the canonical text, lower-case hex: what a contract pins.</summary>
    public static string Fingerprint(this FeeSchedule schedule) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schedule.ToJson())));

    /// <summary>Reads and checks a schedule; throws <see cref="FormatException"/> naming all that is wrong.</summary>
    public static FeeSchedule Parse(string json)
    {
        FeeSchedule schedule;
        try
        {
            schedule = JsonSerializer.Deserialize<FeeSchedule>(json, options)
                ?? throw new FormatException("The fee schedule is empty.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The fee schedule cannot be read: {wrong.Message}", wrong);
        }
        var problems = schedule.Problems();
        return problems.Count == 0 ? schedule : throw new FormatException(string.Join(" ", problems));
    }

    static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, Ordered(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Ordered)]),
        _ => node?.DeepClone(),
    };
}
