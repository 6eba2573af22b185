using System.Text.Json;
using System.Text.Json.Nodes;
using Guildhall.Tests.Support;
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
}
