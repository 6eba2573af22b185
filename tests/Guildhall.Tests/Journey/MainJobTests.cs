using System.Net;
using System.Net.Http.Headers;
using Guildhall.Payments;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Journey;

/// <summary>What Guildhall is for, once through, as two programs would do it: nothing but the public API.</summary>
public class MainJobTests : OwnSiteTest
{
    [Fact]
    public async Task A_job_is_described_matched_hired_signed_funded_delivered_paid_out_and_reviewed()
    {
        var (client, freelancer) = (await Register("Carla", "client"), await Register("Fran", "freelancer"));

        var job = (await client.Post("/api/v1/jobs", JobsSituations.JobBody()))["id"]!;
        await Site.Drain();
        var proposal = await freelancer.Post($"/projects/{job}/proposals", HiringSituations.Proposal(1_000_00));
        var hired = await client.Post($"/projects/{job}/hire", new { proposalId = (Guid)proposal["id"]! });
        await Site.Drain();

        var contract = $"/api/v1/contracts/{hired["contractId"]}";
        await Sign(client, contract, "Carla Journey");
        await Sign(freelancer, contract, "Fran Journey");

        var milestones = (await client.Get(contract))["milestones"]!.AsArray().Select(m => (Guid)m!["id"]!).ToArray();
        Assert.Equal(2, milestones.Length);
        foreach (var milestone in milestones)
        {
            var payment = (await client.Post($"/api/v1/milestones/{milestone}/fund"))["payment_id"]!;
            await client.Post($"/api/v1/payments/{payment}/card", Card(GoodCard));
            await Site.Drain();
            await freelancer.Post($"/api/v1/milestones/{milestone}/submit", new { note = "It is done." });
            await client.Post($"/api/v1/milestones/{milestone}/approve");
            await Site.Drain();
        }

        await Site.Drain();
        var earned = (await freelancer.Get("/api/v1/money/balances")).AsArray()[0]!["available"]!;
        Assert.Equal(1_000_00, (long)earned["minor"]!);
        await PayOut(freelancer, 1_000_00);
        await Review(client, hired);
        await Review(freelancer, hired);
        await Site.Drain();

        Assert.Equal("completed", (string?)(await client.Get($"/api/v1/jobs/{job}"))["state"]);
        Assert.Equal(0, await Site.Ask(db => db.Set<PostedLine>().SumAsync(l => l.Amount)));
    }

    async Task<HttpClient> Register(string name, string role)
    {
        var entered = await Site.Registered(AccountsSituations.NewMail(name), name, "Journey", role);
        var person = Site.Anonymous();
        person.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string?)entered["accessToken"]);
        return person;
    }

    static async Task Sign(HttpClient by, string contract, string name)
    {
        var hash = (string)(await by.Get(contract))["document_hash"]!;
        await by.Post($"{contract}/sign", new { full_name = name, document_hash = hash });
    }

    async Task PayOut(HttpClient freelancer, long cents)
    {
        var method = await freelancer.Post("/api/v1/payout-methods",
            new { holder = "Fran Journey", iban = SimulatorBank.Accepts });
        var payout = await freelancer.Post("/api/v1/payouts",
            new { methodId = (Guid)method["id"]!, amount = new { minor = cents, currency = "USD" } });
        for (var step = 0; step < 5; step++)
        {
            Site.Clock.Advance(TimeSpan.FromSeconds(80));
            await Site.Drain();
        }
        Assert.Equal("paid", (string?)(await freelancer.Get($"/api/v1/payouts/{payout["id"]}"))["state"]);
    }

    static async Task Review(HttpClient by, System.Text.Json.Nodes.JsonNode hired) =>
        await by.Post("/api/v1/reviews", new
        {
            contractId = (Guid)hired["contractId"]!, rating = 5, success = 5,
            communication = 5, professionalism = 5, deadlines = 5, qualityScore = 5, onTime = true, text = "As agreed.",
        }, HttpStatusCode.Created);
}
