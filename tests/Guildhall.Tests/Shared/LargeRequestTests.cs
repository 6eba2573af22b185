using System.Net;
using System.Net.Http.Headers;
using Guildhall.Shared;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Shared;

/// <summary>What is too large is refused before it is read, in words, to programs and to people.</summary>
public class LargeRequestTests : OwnSiteTest
{
    const string Words = "One request may have at most 50 MB. Send less, or one file at a time.";

    public LargeRequestTests() => Site = new Listening();

    [Fact]
    public async Task A_program_gets_a_problem_that_says_how_large_a_request_may_be()
    {
        var api = await Site.As(await Site.Client());
        foreach (var key in (string?[])[null, "once"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/match/feedback") { Content = Body() };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.ExpectContinue = true;
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            using var answer = await api.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains(Words, text);
            Assert.Contains("request_too_large", text);
        }
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_form_shows_a_page_that_says_it(string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/verify") { Content = Body() };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.ExpectContinue = true;
        using var answer = await Site.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("This is too large", text);
        Assert.Contains(Words, text);
    }

    [Fact]
    public async Task A_form_with_too_many_fields_or_without_its_token_is_refused_in_words()
    {
        using var many = new FormUrlEncodedContent(
            Enumerable.Range(0, 3_000).Select(i => KeyValuePair.Create($"a{i}", "")));
        using var none = new FormUrlEncodedContent([]);

        foreach (var (form, words) in ((HttpContent, string)[])[
            (many, "This form has more text or fields"), (none, "This form does not belong to your session any more")])
        {
            using var answer = await Site.Anonymous().PostAsync("/verify", form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    static ByteArrayContent Body() => new(new byte[BlobStore.LargestRequest + 1]);

    sealed class Listening : Site
    {
        protected override bool Listens => true;
    }
}
