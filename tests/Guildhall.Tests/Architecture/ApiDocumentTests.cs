using System.Text.Json;
using System.Text.Json.Nodes;
using Guildhall.Tests.Support;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Guildhall.Tests.Architecture;

public class ApiDocumentTests(Site site) : SiteTest(site)
{
    static readonly string CheckedIn = Path.Combine(Repository.Root, "docs/api/openapi.json");

    [Fact]
    public async Task The_checked_in_OpenAPI_is_what_the_site_answers()
    {
        var document = await Site.Anonymous().Get("/openapi/v1.json");
        var now = document.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder =
            System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        if (Environment.GetEnvironmentVariable("GUILDHALL_WRITE_OPENAPI") is { Length: > 0 })
            await File.WriteAllTextAsync(CheckedIn, now, TestContext.Current.CancellationToken);

        Assert.True(now == await File.ReadAllTextAsync(CheckedIn, TestContext.Current.CancellationToken),
            "docs/api/openapi.json is not what the site answers. Run `make openapi` and look at the difference.");
    }

    [Fact]
    public async Task Every_operation_says_who_may_call_it()
    {
        var document = await Site.Anonymous().Get("/openapi/v1.json");

        var silent = from path in document["paths"]!.AsObject()
                     from operation in path.Value!.AsObject()
                     where operation.Value is JsonObject o && !((string?)o["description"] ?? "").Contains("Who: ")
                     select $"{operation.Key} {path.Key}";
        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_stands_under_its_module()
    {
        var document = await Site.Anonymous().Get("/openapi/v1.json");
        string[] modules = ["Accounts", "Contracts", "Demo", "Hiring", "Insights", "Jobs", "Matching", "Notifications",
            "Payments", "Reputation", "Talent"];

        Assert.Equal("", string.Join('\n', from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Value is JsonObject
            let says = operation.Value!
            where string.IsNullOrEmpty((string?)says["summary"]) || !modules.Contains((string?)says["tags"]?[0])
            select $"{operation.Key} {path.Key}: {says["summary"]} {says["tags"]?[0]}"));
    }

    [Fact]
    public void No_two_types_share_the_name_of_a_schema()
    {
        var published = Published.Types(Site.Services);
        var name = Site.Services.GetRequiredService<IOptionsMonitor<OpenApiOptions>>().Get("v1")
            .CreateSchemaReferenceId;

        Assert.True(published.Count > 100, $"Only {published.Count} types were found.");
        Assert.Equal("", string.Join('\n', published.Values.Where(t => name(t) is not null)
            .GroupBy(t => name(t)!, t => Nullable.GetUnderlyingType(t.Type) ?? t.Type)
            .Where(g => g.Distinct().Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Distinct())}")));
    }

    [Fact]
    public void What_is_written_for_people_is_sent_in_words_and_never_as_its_parts() =>
        Assert.DoesNotContain(Published.Types(Site.Services).Keys, t => t.IsAssignableTo(typeof(FormattableString)));

    [Fact]
    public async Task Every_value_has_a_type()
    {
        var document = await Site.Anonymous().Get("/openapi/v1.json");

        Assert.Equal("", string.Join('\n', Untyped(document, "").Distinct()));
    }

    static IEnumerable<string> Untyped(JsonNode node, string path)
    {
        foreach (var (key, child) in node is JsonObject o ? [.. o] : Array.Empty<KeyValuePair<string, JsonNode?>>())
        {
            if (key is "schema" or "items") foreach (var found in Says(child!, $"{path}/{key}")) yield return found;
            if (key == "properties" && child is JsonObject properties)
                foreach (var (name, schema) in properties)
                    foreach (var found in Says(schema!, $"{path}/{name}")) yield return found;
            if (child is not null) foreach (var found in Untyped(child, $"{path}/{key}")) yield return found;
        }
        foreach (var child in node is JsonArray a ? [.. a] : Array.Empty<JsonNode?>())
            if (child is not null)
                foreach (var found in Untyped(child, $"{path}/{(string?)(child as JsonObject)?["name"]}"))
                    yield return found;
    }

    static IEnumerable<string> Says(JsonNode schema, string path)
    {
        if (schema is not JsonObject o) yield break;
        if (!o.Any(m => m.Key is "type" or "$ref" or "enum" or "oneOf" or "anyOf" or "allOf")) yield return path;
        if ((o["oneOf"] ?? o["anyOf"]) is JsonArray several)
            foreach (var one in several)
                foreach (var found in Says(one!, path)) yield return found;
    }

    [Theory]
    [InlineData("/api/v1/jobs/search", 6)]
    [InlineData("/api/v1/freelancers/search", 9)]
    [InlineData("/api/v1/freelancers/search/count", 9)]
    public async Task What_a_search_reads_as_a_number_or_yes_and_no_is_published_so_with_the_range_it_keeps(
        string path, int expected)
    {
        var document = await Site.Anonymous().Get("/openapi/v1.json");
        var all = document["paths"]![path]!["get"]!["parameters"]!.AsArray();
        var read = all.Where(p => (string?)p!["schema"]!["type"] != "string").ToArray();
        Assert.Equal(expected, read.Length);
        Assert.DoesNotContain(all, p => string.IsNullOrEmpty((string?)p!["description"]));

        foreach (var parameter in read)
        {
            var (name, schema) = ((string)parameter!["name"]!, parameter["schema"]!);
            var (kept, refused) = (string)schema["type"]! switch
            {
                "integer" => Ends((int)schema["minimum"]!, (int)schema["maximum"]!),
                "number" => (["0", "40", "40.5"], ["-1", "many"]),
                _ => ((string[])["true", "false"], (string[])["yes", "1"]),
            };
            foreach (var value in kept) await Site.Anonymous().Get($"{path}?{name}={value}");
            foreach (var value in refused)
            {
                var problem = await Site.Anonymous()
                    .Get($"{path}?{name}={value}", System.Net.HttpStatusCode.UnprocessableEntity);
                Assert.NotEqual("", (string?)problem["errors"]![name]);
            }
        }
    }

    static (string[] Kept, string[] Refused) Ends(int min, int max) =>
        ([$"{min}", $"{max}"], [$"{min - 1}", $"{max + 1}", "1.5", "many"]);

    [Fact]
    public async Task Every_operation_declares_its_refusals()
    {
        var document = await Site.Anonymous().Get("/openapi/v1.json");
        string[] Declared(string method, string path) => [.. document["paths"]![path]![method]!["responses"]!.AsObject()
            .Select(r => r.Key).Where(status => status[0] == '4')];

        Assert.Equal(["400", "401", "403", "409", "413", "415", "422", "429"], Declared("post", "/api/v1/jobs"));
        Assert.Equal(["400", "404", "429"], Declared("get", "/api/v1/contracts/{id}/document")
            .Except(["401"]));
        Assert.Equal(["400", "409", "422", "429"], Declared("get", "/api/v1/jobs/search"));
        Assert.Equal("#/components/schemas/Problem", (string?)document["components"]!["responses"]!["Invalid"]![
            "content"]!["application/problem+json"]!["schema"]!["$ref"]);
    }
}
