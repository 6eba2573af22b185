using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Guildhall.Tests.Support;

/// <summary>What a visitor without JavaScript can do: open a page, fill a form, press its button.</summary>
public static class Browsing
{
    static readonly HtmlParser Parser = new();

    public static async Task<IDocument> Open(this HttpClient browser, string url, HttpStatusCode expect =
        HttpStatusCode.OK)
    {
        var answer = await browser.Follow(await browser.GetAsync(url));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(expect ==
            answer.StatusCode, $"GET {url}: {(int)answer.StatusCode}, expected {(int)expect}\n{Tail(html)}");
        return Parser.ParseDocument(html);
    }

    /// <summary>
    /// Opens the page, fills the named form (by @formname) with the given fields over what it already holds, posts it,
    /// and returns the page that follows.
    /// </summary>
    public static async Task<(HttpResponseMessage Answer, IDocument Page)> Submit(
        this HttpClient browser, string url, string form, params (string Name, string Value)[] fields)
    {
        var page = await browser.Open(url);
        var element = page.QuerySelectorAll("form").FirstOrDefault(f =>
            f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form || f.GetAttribute("data-form") ==
                form);
        Assert.True(element is not null, $"{url} has no form called {form}");
        var values = Values(element!).Where(v => fields.All(f => f.Name != v.Key)).ToList();
        values.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var action = element!.GetAttribute("action") is { Length: > 0 } given ? given : url;
        var answer = await browser.Follow(await browser.PostAsync(action, new FormUrlEncodedContent(values)));
        return (answer, Parser.ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    // By hand: the handler that follows redirects by itself drops the token on the way.
    static async Task<HttpResponseMessage> Follow(this HttpClient browser, HttpResponseMessage answer)
    {
        for (var steps = 0; steps < 5 && (int)answer.StatusCode is 301 or 302 or 303; steps++)
            answer = await browser.GetAsync(answer.Headers.Location);
        return answer;
    }

    static IEnumerable<KeyValuePair<string, string>> Values(IElement form)
    {
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var (name, type) = (input.GetAttribute("name")!, input.GetAttribute("type"));
            if (type is "checkbox" or "radio" && !input.HasAttribute("checked")) continue;
            if (type is "file" or "submit") continue;
            var value = input.LocalName switch
            {
                "textarea" => input.TextContent,
                "select" =>
                    (input.QuerySelector("option[selected]") ?? input.QuerySelector("option"))?.GetAttribute("value")
                    ?? "",
                _ => input.GetAttribute("value") ?? "",
            };
            yield return KeyValuePair.Create(name, value);
        }
    }

    /// <summary>The page's visible words with white space folded.</summary>
    public static string Text(this IDocument page) => string.Join(' ', (page.Body?.TextContent ?? "")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Sends JSON and reads JSON; fails with the problem's words when the status is another.</summary>
    public static async Task<JsonNode> Send(this HttpClient api, HttpMethod method, string url, object? body = null,
        HttpStatusCode? expect = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null) request.Content = JsonContent.Create(body, options: JsonSerializerOptions.Web);
        using var answer = await api.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var fits = expect is null ? answer.IsSuccessStatusCode : answer.StatusCode == expect;
        Assert.True(fits, $"{method} {url}: {(int)answer.StatusCode}\n{Tail(text)}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public static Task<JsonNode> Get(this HttpClient api, string url, HttpStatusCode? expect = null) =>
        api.Send(HttpMethod.Get, url, null, expect);

    public static Task<JsonNode> Post(this HttpClient api, string url, object? body = null, HttpStatusCode? expect =
        null) =>
        api.Send(HttpMethod.Post, url, body, expect);

    public static Task<JsonNode> Put(this HttpClient api, string url, object body, HttpStatusCode? expect = null) =>
        api.Send(HttpMethod.Put, url, body, expect);

    static string Tail(string text) => text.Length <= 1500 ? text : text[^1500..];
}
