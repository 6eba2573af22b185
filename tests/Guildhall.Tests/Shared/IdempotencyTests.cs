using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guildhall.Jobs;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;
using Account = Guildhall.Accounts.Account;

namespace Guildhall.Tests.Shared;

public class IdempotencyTests : OwnSiteTest
{
    [Fact]
    public async Task The_same_key_and_the_same_request_give_the_same_answer_and_one_effect()
    {
        var client = await Site.Client();
        var api = await Site.As(client);

        var (first, text) = await Send(api, "k1");
        var (again, same) = await Send(api, "k1");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal((first.StatusCode, text), (again.StatusCode, same));
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.NotNull(first.Headers.Location);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.False(first.Headers.Contains("Idempotency-Hit"));
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Hit").Single());
        Assert.Equal(1, await Jobs(client));
    }

    [Fact]
    public async Task Another_request_under_a_used_key_is_refused_in_words_and_does_nothing()
    {
        var client = await Site.Client();
        var api = await Site.As(client);
        await Send(api, "k1");

        var (answer, text) = await Send(api, "k1", JobsSituations.JobBody("Another job altogether"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("idempotency_mismatch", text);
        Assert.Contains("was used for a different request", text);
        Assert.Equal(1, await Jobs(client));
    }

    [Fact]
    public async Task The_same_key_at_the_same_instant_is_carried_out_once_and_everybody_gets_the_answer()
    {
        var client = await Site.Client();
        var api = await Site.As(client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(api, "k1")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Answer.StatusCode));
        Assert.Single(answers.Select(a => (Guid)JsonNode.Parse(a.Text)!["id"]!).Distinct());
        Assert.Equal(7, answers.Count(a => a.Answer.Headers.Contains("Idempotency-Hit")));
        Assert.Equal(1, await Jobs(client));
    }

    [Fact]
    public async Task A_refused_attempt_may_be_made_again_under_its_key()
    {
        var (fran, method) = await WithPayoutMethod();
        var api = await Site.As(fran);
        var body = new { methodId = method, amount = Usd(100_00) };

        var (refused, words) = await Send(api, "k1", body, "/api/v1/payouts");
        var work = await Site.FundedMilestone(Usd(500_00), freelancer: fran);
        await Site.Release(work);
        var (paid, text) = await Send(api, "k1", body, "/api/v1/payouts");
        var (again, same) = await Send(api, "k1", body, "/api/v1/payouts");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("insufficient_funds", words);
        Assert.True(paid.StatusCode == HttpStatusCode.Created, text);
        Assert.Equal(text, same);
        Assert.True(again.Headers.Contains("Idempotency-Hit"));
        Assert.Equal(400_00, (await Site.Purse(fran)).Available.Minor);
    }

    [Fact]
    public async Task A_key_belongs_to_whoever_used_it()
    {
        var (carla, eva) = (await Site.Client(), await Site.Client("Eva Other"));

        var (first, _) = await Send(await Site.As(carla), "k1");
        var (second, text) = await Send(await Site.As(eva), "k1");

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.False(second.Headers.Contains("Idempotency-Hit"));
        Assert.Equal((1, 1), (await Jobs(carla), await Jobs(eva)));
        Assert.NotEqual((await first.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.ToString(),
            JsonNode.Parse(text)!["id"]!.ToString());
    }

    [Fact]
    public async Task Keys_that_cannot_be_kept_are_refused()
    {
        var client = await Site.Client();

        var (answer, text) = await Send(await Site.As(client), new string('k', 256));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("bad_idempotency_key", text);
        Assert.Equal(0, await Jobs(client));
    }

    [Fact]
    public async Task Answers_are_forgotten_after_thirty_days()
    {
        var client = await Site.Client();
        await Send(await Site.As(client), "old");
        Site.Clock.Advance(TimeSpan.FromDays(29));
        await Send(await Site.As(client), "new");
        Site.Clock.Advance(TimeSpan.FromDays(2));

        await Site.With<ForgetAnswers>(forget => forget.Run(default));

        Assert.Equal("new", Assert.Single(await Site.All<IdempotentAnswer>()).Key);
        Assert.Contains(Site.Services.GetRequiredService<Subscriptions>().Recurring,
            r => r.Handler == typeof(ForgetAnswers) && r.Every == TimeSpan.FromDays(1));
    }

    async Task<(Account Fran, Guid Method)> WithPayoutMethod()
    {
        var fran = await Site.Freelancer();
        var method = await (await Site.As(fran)).Post("/api/v1/payout-methods",
            new { holder = "Fran Freelancer", iban = "DE89 3704 0044 0532 0130 00" });
        return (fran, (Guid)method["id"]!);
    }

    Task<int> Jobs(Account of) => Site.Ask(db => db.Set<Guildhall.Jobs.Job>().CountAsync(j => j.ClientId == of.Id));

    static async Task<(HttpResponseMessage Answer, string Text)> Send(
        HttpClient api, string key, object? body = null, string path = "/api/v1/jobs")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = JsonContent.Create(body ?? JobsSituations.JobBody(), options: JsonSerializerOptions.Web);
        request.Headers.Add("Idempotency-Key", key);
        var answer = await api.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }
}
