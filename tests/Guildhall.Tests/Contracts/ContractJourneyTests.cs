using System.Net;
using System.Security.Cryptography;
using System.Text;
using Guildhall.Contracts;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Contracts;

public class ContractJourneyTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task From_draft_to_settled_over_the_API()
    {
        var agreement = await Site.DraftContract(null, null, 300_00, 200_00);
        var (client, freelancer) = (await Site.As(agreement.Client), await Site.As(agreement.Freelancer));

        var sent = await Site.Sign(agreement, agreement.Client);
        Assert.Equal(("partially_signed", "worker"),
            ((string)sent["state"]!, (string)sent["next"]!["waiting_on"]![0]!));
        Assert.NotNull(sent["employer_signed_at"]);
        var signed = await Site.Sign(agreement, agreement.Freelancer);
        Assert.Equal(("signed", true), ((string)signed["state"]!, (bool)signed["details"]!["locked"]!));
        Assert.NotNull(signed["details"]!["locked_at"]);

        foreach (var milestone in agreement.Milestones)
        {
            await Site.Fund(agreement, milestone);
            await freelancer.Post($"/api/v1/milestones/{milestone}/start");
            var submitted = await Site.Submit(agreement, milestone);
            Assert.Equal("submitted", (string)submitted["status"]!);
            await client.Post($"/api/v1/milestones/{milestone}/changes", new { reason = "The logo is missing." });
            await Site.Submit(agreement, milestone, "With the logo.");
            await client.Post($"/api/v1/milestones/{milestone}/approve");
        }
        await Site.Drain();

        var done = await client.Get(agreement.Url);
        Assert.Equal("completed", (string)done["state"]!);
        Assert.All(done["milestones"]!.AsArray(), m => Assert.Equal("settled", (string)m!["status"]!));
        Assert.Equal((500_00, 0, 500_00), ((int)done["money"]!["released"]!["minor"]!,
            (int)done["money"]!["in_escrow"]!["minor"]!, (int)done["money"]!["funded"]!["minor"]!));
        Assert.Equal(Usd(500_00), (await Site.Purse(agreement.Freelancer)).Available);
    }

    [Fact]
    public async Task The_first_funded_milestone_begins_the_contract_and_every_amount_was_said_before()
    {
        var agreement = await Site.SignedContract(500_00);
        var client = await Site.As(agreement.Client);
        var before = (await client.Get(agreement.Url))["money"]!;

        await Site.Fund(agreement, agreement.First);

        var after = await client.Get(agreement.Url);
        Assert.Equal("active", (string)after["state"]!);
        Assert.Equal(550_00, (int)before["client_pays"]!["minor"]!);
        var money = await Site.With<Ledger, ContractMoney>(l => l.OfContract(agreement.Id, "USD", default));
        Assert.Equal((int)before["client_pays"]!["minor"]!, (money.InEscrow + money.FeesHeld).Minor);
    }

    [Fact]
    public async Task A_declined_card_leaves_the_milestone_open_for_another_try()
    {
        var agreement = await Site.SignedContract();

        await Site.Fund(agreement, agreement.First, BadCard);
        var milestone = await (await Site.As(agreement.Client)).Get($"/api/v1/milestones/{agreement.First}");
        Assert.Equal("funding", (string)milestone["status"]!);

        await Site.Fund(agreement, agreement.First);
        milestone = await (await Site.As(agreement.Client)).Get($"/api/v1/milestones/{agreement.First}");
        Assert.Equal("funded", (string)milestone["status"]!);
    }

    [Fact]
    public async Task Money_is_not_taken_before_both_have_signed()
    {
        var agreement = await Site.DraftContract();
        await Site.Sign(agreement, agreement.Client);

        var problem = await (await Site.As(agreement.Client))
            .Post($"/api/v1/milestones/{agreement.First}/fund", expect: HttpStatusCode.Conflict);

        Assert.Equal("Money is held once both sides have signed.", (string)problem["detail"]!);
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        var agreement = await Site.SubmittedContract();
        var stranger = await Site.As(await Site.Account("Stella Stranger", client: true, freelancer: true));

        foreach (var path in new[] { agreement.Url, $"{agreement.Url}/document", $"{agreement.Url}/signatures",
            $"/api/v1/milestones/{agreement.First}" })
            await stranger.Get(path, HttpStatusCode.NotFound);
        foreach (var verb in new[] { "fund", "start", "submit", "approve" })
            await stranger.Post($"/api/v1/milestones/{agreement.First}/{verb}", expect: HttpStatusCode.NotFound);
        await stranger.Post($"/api/v1/milestones/{agreement.First}/changes", new { reason = "x" },
            HttpStatusCode.NotFound);
        await stranger.Post($"{agreement.Url}/propose", expect: HttpStatusCode.NotFound);
        await stranger.Post($"{agreement.Url}/decline", new { reason = "x" }, HttpStatusCode.NotFound);
        await stranger.Post($"{agreement.Url}/sign", new { full_name = "Stella", document_hash = "0" },
            HttpStatusCode.NotFound);
        Assert.Empty((await stranger.Get("/api/v1/contracts"))["items"]!.AsArray());
    }

    [Fact]
    public async Task The_other_side_cannot_do_what_is_not_theirs()
    {
        var agreement = await Site.SubmittedContract();
        var freelancer = await Site.As(agreement.Freelancer);

        await freelancer.Post($"/api/v1/milestones/{agreement.First}/approve", expect: HttpStatusCode.Forbidden);
        var both = await Site.Account("Bo Both", client: true, freelancer: true);
        var mine = await Site.DraftContract(freelancer: both);
        await Site.Sign(mine, mine.Client);
        await Site.Sign(mine, both);
        await Site.Fund(mine, mine.First);
        await Site.Submit(mine, mine.First);
        var problem = await (await Site.As(both))
            .Post($"/api/v1/milestones/{mine.First}/approve", expect: HttpStatusCode.Conflict);
        Assert.Equal("Only the client can do this.", (string)problem["detail"]!);
    }

    [Fact]
    public async Task The_seed_path_hands_in_a_milestone()
    {
        var agreement = await Site.ActiveContract();
        var freelancer = await Site.As(agreement.Freelancer);
        var job = (Guid)(await freelancer.Get(agreement.Url))["listing_id"]!;

        await freelancer.Post($"/projects/{Guid.CreateVersion7()}/milestones/{agreement.First}/complete",
            expect: HttpStatusCode.NotFound);
        var done = await freelancer.Post($"/projects/{job}/milestones/{agreement.First}/complete");

        Assert.Equal("submitted", (string)done["status"]!);
        Assert.NotNull(done["completed_at"]);
    }

    [Fact]
    public async Task Rounds_of_changes_end_where_the_contract_says()
    {
        var agreement = await Site.SubmittedContract();
        var client = await Site.As(agreement.Client);
        for (var round = 0; round < 3; round++)
        {
            await client.Post($"/api/v1/milestones/{agreement.First}/changes", new { reason = "Once more." });
            await Site.Submit(agreement, agreement.First);
        }

        var problem = await client.Post(
            $"/api/v1/milestones/{agreement.First}/changes", new { reason = "Again." }, HttpStatusCode.Conflict);

        Assert.Equal("no_revisions_left", (string)problem["code"]!);
    }

    [Fact]
    public async Task Files_of_a_delivery_reach_the_client_as_attachments_and_nobody_else()
    {
        var agreement = await Site.ActiveContract();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("See the drawing."), "note" },
            { new ByteArrayContent("<svg onload=alert(1)>"u8.ToArray()), "files", "drawing.html" },
        };
        var answer = await (await Site.As(agreement.Freelancer))
            .PostAsync($"/api/v1/milestones/{agreement.First}/submit", form);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var file = Assert.Single(await Site.Ask(db =>
            db.Set<ContractFile>().Where(f => f.ContractId == agreement.Id).ToListAsync()));

        var sent = await (await Site.As(agreement.Client)).GetAsync($"/contracts/{agreement.Id}/files/{file.Id}");

        Assert.Equal("attachment", sent.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", sent.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", sent.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("text/plain", sent.Content.Headers.ContentType!.MediaType);
        var stranger = await (await Site.As(await Site.Client()))
            .GetAsync($"/contracts/{agreement.Id}/files/{file.Id}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task The_document_endpoint_gives_the_bytes_that_were_hashed()
    {
        var agreement = await Site.SignedContract();
        var client = await Site.As(agreement.Client);

        var document = await client.GetByteArrayAsync($"{agreement.Url}/document");

        Assert.Equal((string)(await client.Get(agreement.Url))["document_hash"]!,
            Convert.ToHexStringLower(SHA256.HashData(document)));
        Assert.Contains("\"description_of_services\":\"Design and build", Encoding.UTF8.GetString(document));
    }
}
