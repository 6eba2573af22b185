using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Shared;

/// <summary>What a program gets to read when its request cannot be.</summary>
public class MisreadTests(Site site) : SiteTest(site)
{
    const string Feedback = "/api/v1/match/feedback";
    static readonly string id = Guid.CreateVersion7().ToString();

    [Theory]
    [InlineData("""{"job_id":"ID","verdict":"nonsense"}""", "verdict",
        "“verdict” must be one of: good, notForMe, none.")]
    [InlineData("""{"job_id":"ID","verdict":null}""", "verdict",
        "“verdict” must be one of: good, notForMe, none.")]
    [InlineData("""{"job_id":7,"verdict":"good"}""", "job_id", "“job_id” must be an id (UUID).")]
    [InlineData("""{"job_id":"ID"}""", "verdict", "“verdict” is missing.")]
    [InlineData("{}", "job_id", "These fields are missing: job_id, verdict.")]
    [InlineData("""{"job_id":"ID","verdict":"good","reason":5}""", "reason", "“reason” must be a text.")]
    [InlineData("""{"job_id":"ID","verdict":"good","reason":"a\u0000"}""", "reason",
        "“reason” contains characters that are not text.")]
    [InlineData("""{"isAdmin":true}""", "isAdmin", "This call has no field “isAdmin”.")]
    [InlineData("7", null, "The body must be JSON: an object with job_id, verdict, freelancer_id, reason.")]
    [InlineData("", null, "The body must be JSON: an object with job_id, verdict, freelancer_id, reason.")]
    [InlineData("null", null, "The body must be JSON: an object with job_id, verdict, freelancer_id, reason.")]
    [InlineData("{\"job_id\":\n nonsense", null, "The body is not valid JSON: look at line 2, byte 3.")]
    public async Task A_body_is_refused_with_its_field_and_what_belongs_there(string body, string? field, string words)
    {
        var problem = await Send(await Site.Freelancer(), Feedback, body.Replace("ID", id));

        Assert.Equal(words, (string?)problem["detail"]);
        Assert.Equal(field, (string?)problem["field"]);
    }

    [Theory]
    [InlineData("/api/v1/payouts", """{"amount":-5}""", "“amount” must be an object with minor, currency.")]
    [InlineData("/api/v1/payouts", """{"amount":{"minor":1.5,"currency":"USD"}}""",
        "“amount.minor” must be a whole number from -9223372036854775808 to 9223372036854775807.")]
    [InlineData("/api/v1/auth/register", """{"firstName":null}""", "“firstName” must not be null.")]
    public async Task Amounts_and_nulls_are_named_too(string url, string body, string words) =>
        Assert.Equal(words, (string?)(await Send(await Site.Freelancer(), url, body))["detail"]);

    [Fact]
    public async Task Lists_are_named_with_the_place_in_them()
    {
        var client = await Site.Client();

        var list = await Send(client, "/api/v1/jobs", """{"skills":"sql"}""");
        var inside = await Send(client, "/api/v1/jobs", """{"skills":[{"skill":"sql","minLevel":"high"}]}""");

        Assert.Equal("“skills” must be a list.", (string?)list["detail"]);
        Assert.Equal(("skills[0].minLevel", "“skills[0].minLevel” must be a whole number."),
            ((string?)inside["field"], (string?)inside["detail"]));
    }

    [Fact]
    public async Task The_words_are_in_the_callers_language()
    {
        var body = $$"""{"job_id":"{{id}}","verdict":"x"}""";

        var problem = await Send(await Site.Freelancer(), Feedback, body, "es");

        Assert.Equal("“verdict” debe ser uno de: good, notForMe, none.", (string?)problem["detail"]);
    }

    [Fact]
    public async Task A_parameter_of_the_address_is_named_with_what_belongs_there()
    {
        var api = await Site.As(await Site.Freelancer());

        var problem = await api.Get("/api/v1/contracts?size=many", HttpStatusCode.BadRequest);

        Assert.Equal(("size", "“size” must be a whole number."),
            ((string?)problem["field"], (string?)problem["detail"]));
    }

    async Task<JsonNode> Send(Account who, string url, string body, string language = "en")
    {
        var api = await Site.As(who);
        api.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await api.PostAsync(url, content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{(int)answer.StatusCode} {text}");
        Assert.DoesNotContain("Guildhall.", text);
        Assert.DoesNotContain("System.", text);
        return JsonNode.Parse(text)!;
    }
}
