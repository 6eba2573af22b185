using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Security;

/// <summary>
/// Everything that no honest program sends, to every operation of the OpenAPI. The answer is a problem in words,
/// never a fault. New operations join by themselves.
/// </summary>
[Trait("speed", "slow")]
public class MalformedInputTests : OwnSiteTest
{
    static readonly string Deep = string.Concat(Enumerable.Repeat("{\"a\":[", 3000));

    static readonly (string Name, byte[] Body, bool MustFail)[] bodies =
    [
        ("no JSON", "{\"a\": nonsense"u8.ToArray(), true), ("null", "null"u8.ToArray(), true),
            ("a text", "\"x\""u8.ToArray(), true),
        ("a number", "7"u8.ToArray(), true), ("nothing", [], true), ("deep JSON", Encoding.UTF8.GetBytes(Deep), true),
        ("bad UTF-8", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}'], true),
        ("a foreign member", "{\"isAdmin\":true}"u8.ToArray(), true),
    ];

    static readonly (string Name, string Json)[] values =
    [
        ("null", "null"), ("an object", "{}"), ("an array", "[[]]"), ("a boolean", "true"), ("a number", "-1"),
        ("a huge number", "1e308"), ("a number beyond 64 bits", "99999999999999999999"),
            ("the largest number", "9223372036854775807"),
        ("a fraction", "0.0000000001"), ("NUL", "\"a\\u0000b\""), ("half a character", "\"\\ud800\""),
        ("an empty text", "\"\""), ("odd text", "\"\\u202e<script>'; DROP TABLE accounts;--\\ufffe\""),
        ("a huge text", $"\"{new string('x', 300_000)}\""),
    ];

    static readonly string[] inPath =
        ["%20", "0", "-1", "%F0%9F%92%A9", "not-a-guid", "%C3%28", "..%2f..%2f", new string('x', 2000)];
    static readonly string[] inQuery =
        ["", "-1", "99999999999999999999", "1e308", "%00", "%C3%28", "%F0%9F%92%A9", "'%3B--", "%5B%5D",
            new string('x', 5000)];

    static readonly string[] speaksCode = ["Guildhall.", "System.", "Nullable", "parameter", ".NET", "annotation"];

    readonly ConcurrentBag<string> faults = [];

    [Fact]
    public async Task Malformed_input_is_a_problem_in_words_and_never_a_fault()
    {
        var sample = new Sample(await Site.Anonymous().Get("/openapi/v1.json"));
        var somebody = await Site.Account("Mal Former", client: true, freelancer: true, admin: true);
        var requests = sample.Operations.SelectMany(o => Requests(sample, o.Method, o.Path, o.Operation)).ToList();

        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (sent, _) =>
        {
            // A session of its own where one call may end it.
            var client = sent.Path.Contains("/auth/") ? await Site.As(somebody) : await shared(somebody);
            await Send(client, sent);
        });

        Assert.True(requests.Count > 100, $"Only {requests.Count} requests were made.");
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order().Take(100)));
    }

    HttpClient? client;
    async Task<HttpClient> shared(Guildhall.Accounts.Account somebody) =>
        client ??= await Site.As(somebody, follow: false);

    sealed record Sent(string Method, string Path, byte[]? Body, string What, bool MustFail);

    static IEnumerable<Sent> Requests(Sample sample, string method, string path, JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray().Select(p => p!).ToArray() ?? [];
        var plain = parameters.Where(p => (string?)p["in"] == "path")
            .Aggregate(path, (url, p) => url.Replace($"{{{p["name"]}}}", Guid.CreateVersion7().ToString()));
        var body = sample.Body(operation) is { } fits ? Encoding.UTF8.GetBytes(fits.ToJsonString()) : null;
        foreach (var parameter in parameters)
            foreach (var value in (string?)parameter["in"] == "path" ? inPath : inQuery)
                yield return (string?)parameter["in"] == "path"
                    ? new(method, Fill(path, (string)parameter["name"]!, value), body,
                        $"{value[..Math.Min(20, value.Length)]} in the path", false)
                    : new(method, $"{plain}?{parameter["name"]}={value}", body,
                        $"{parameter["name"]}={value[..Math.Min(20, value.Length)]}", false);
        if (sample.BodySchema(operation) is not { } schema) yield break;
        foreach (var (name, bytes, mustFail) in bodies) yield return new(method, plain, bytes, name, mustFail);
        foreach (var (property, kind) in schema["properties"]?.AsObject() ?? [])
            foreach (var (name, json) in values)
                if (sample.Body(operation) is JsonObject valid)
                {
                    valid.Remove(property);
                    var text = valid.Count == 0 ? $"{{\"{property}\":{json}}}" : valid.ToJsonString()[..^1]
                        + $",\"{property}\":{json}}}";
                    yield return new(method, plain, Encoding.UTF8.GetBytes(text), $"{name} as {property}",
                        MustFail: IsWrong(Sample.TypeOf(sample.Resolve(kind!)), json));
                }
    }

    static bool IsWrong(string? type, string json) => json switch
    {
        "{}" => type is not ("object" or null),
        "[[]]" => type is not null,
        "true" => type is not ("boolean" or null),
        "-1" => type is not ("integer" or "number" or null),
        _ => json.Contains("\\u0000") || json.Contains("\\ud800"),
    };

    static string Fill(string path, string name, string value) => path.Split('/').Aggregate("", (url, part) =>
        part.Length == 0 ? url : $"{url}/{(part == $"{{{name}}}" ? value : Filled(part))}");

    static object Filled(string part) => part.StartsWith('{') ? Guid.CreateVersion7() : part;

    async Task Send(HttpClient client, Sent sent)
    {
        using var request = new HttpRequestMessage(new(sent.Method), sent.Path);
        request.Headers.Accept.ParseAdd("application/json");
        if (sent.Body is not null)
        {
            request.Content = new ByteArrayContent(sent.Body);
            request.Content.Headers.ContentType = new("application/json");
        }
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var answer = await client.SendAsync(request, limit.Token);
        var status = (int)answer.StatusCode;
        var what = $"{sent.Method} {sent.Path[..Math.Min(80, sent.Path.Length)]} with {sent.What}: {status}";
        if (status >= 500) faults.Add(what);
        else if (sent.MustFail && status < 400) faults.Add($"{what}, but it was wrong");
        else if (status >= 400 && answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            faults.Add($"{what}, without a problem document");
        else if (status >= 400)
        {
            var words = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(limit.Token))?["detail"];
            if (words is null) faults.Add($"{what}, without words");
            else if (speaksCode.Any(words.Contains)) faults.Add($"{what}, in words for us: {words}");
        }
    }
}
