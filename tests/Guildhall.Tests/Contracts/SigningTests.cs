using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Guildhall.Contracts;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Guildhall.Tests.Contracts;

public class SigningTests(Site site) : SiteTest(site)
{
    static object Changed(string title, long cents) => new
    {
        title, description_of_services = "Other services.", deliverables = "Other.", project_schedule = "Later.",
        pricing_and_rates = "Fixed.", payment_terms_and_schedule = "As before.", terms_and_conditions = "As before.",
            revisions = 2,
        milestones = new[] { new { title = "All of it", description = "", amount_minor = cents,
            due_date = (string?)null } },
    };

    [Fact]
    public async Task The_client_rewrites_a_draft_and_the_amounts_follow()
    {
        var agreement = await Site.DraftContract();

        var edited = await (await Site.As(agreement.Client)).Put(agreement.Url, Changed("Another title", 700_00));

        Assert.Equal(("Another title", 770_00),
            ((string)edited["title"]!, (int)edited["money"]!["client_pays"]!["minor"]!));
        Assert.Equal(2, (int)edited["revision"]!);
    }

    [Fact]
    public async Task A_text_that_changed_since_it_was_read_is_not_signed()
    {
        var agreement = await Site.DraftContract();
        var (client, freelancer) = (await Site.As(agreement.Client), await Site.As(agreement.Freelancer));
        await client.Post($"{agreement.Url}/propose");
        var read = (string)(await freelancer.Get(agreement.Url))["document_hash"]!;
        await client.Put(agreement.Url, Changed("Changed quietly", 1_00));

        var problem = await freelancer.Post($"{agreement.Url}/sign",
            new { full_name = "Fran Freelancer", document_hash = read }, HttpStatusCode.Conflict);

        Assert.Equal("document_changed", (string)problem["code"]!);
    }

    [Fact]
    public async Task Changing_a_text_takes_back_the_signature_under_it()
    {
        var agreement = await Site.DraftContract();
        await Site.Sign(agreement, agreement.Client);

        var edited = await (await Site.As(agreement.Client)).Put(agreement.Url, Changed("Better", 600_00));

        Assert.Equal("proposed", (string)edited["state"]!);
        Assert.Null(edited["employer_signed_at"]);
        await Site.Sign(agreement, agreement.Freelancer);
        Assert.Equal("signed", (string)(await Site.Sign(agreement, agreement.Client))["state"]!);
    }

    [Fact]
    public async Task Signed_by_both_nothing_in_it_changes()
    {
        var agreement = await Site.SignedContract();

        var problem = await (await Site.As(agreement.Client))
            .Put(agreement.Url, Changed("Too late", 1_00), HttpStatusCode.Conflict);

        Assert.Equal("This contract is signed by both sides, so its text is locked.", (string)problem["detail"]!);
    }

    [Fact]
    public async Task The_freelancer_sends_it_back_with_a_note_and_it_is_a_draft_again()
    {
        var agreement = await Site.DraftContract();
        await Site.Sign(agreement, agreement.Client);

        var back = await (await Site.As(agreement.Freelancer))
            .Post($"{agreement.Url}/send-back", new { note = "Six weeks, please." });

        Assert.Equal(("draft", "Six weeks, please."), ((string)back["state"]!, (string)back["note"]!));
        Assert.Null(back["employer_signed_at"]);
    }

    [Fact]
    public async Task A_name_that_is_not_the_signers_is_refused_in_words()
    {
        var agreement = await Site.DraftContract();
        var client = await Site.As(agreement.Client);
        var hash = (string)(await client.Get(agreement.Url))["document_hash"]!;

        var problem = await client.Post($"{agreement.Url}/sign",
            new { full_name = "Someone Else", document_hash = hash }, HttpStatusCode.Conflict);

        Assert.Equal("Type your name as it stands in the contract: Carla Client.", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Two_signatures_at_once_are_both_kept_and_lock_the_text_once()
    {
        var agreement = await Site.DraftContract();
        await (await Site.As(agreement.Client)).Post($"{agreement.Url}/propose");

        await Task.WhenAll(Site.Sign(agreement, agreement.Client), Site.Sign(agreement, agreement.Freelancer));

        var contract = await (await Site.As(agreement.Client)).Get(agreement.Url);
        Assert.Equal("signed", (string)contract["state"]!);
        Assert.Equal(2, await Site.Ask(db => db.Set<Signature>().CountAsync(s => s.ContractId == agreement.Id)));
    }

    [Fact]
    public async Task Anyone_can_check_the_signatures_with_the_published_key_alone()
    {
        var agreement = await Site.SignedContract();
        var proof = await (await Site.As(agreement.Freelancer)).Get($"{agreement.Url}/signatures");
        var key = Assert.Single(proof["keys"]!.AsArray())!;
        using var ecdsa = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = Base64UrlEncoder.DecodeBytes((string)key["x"]!),
                Y = Base64UrlEncoder.DecodeBytes((string)key["y"]!) },
        });

        Assert.Equal(2, proof["signatures"]!.AsArray().Count);
        Assert.All(proof["signatures"]!.AsArray(), s =>
        {
            var statement = (string)s!["statement"]!;
            var value = Convert.FromBase64String((string)s["signature"]!);
            Assert.True(ecdsa.VerifyData(Encoding.UTF8.GetBytes(statement), value, HashAlgorithmName.SHA256));
            Assert.Equal((string)proof["document_sha256"]!, (string)JsonNode.Parse(statement)!["document_sha256"]!);
            Assert.False(ecdsa.VerifyData(
                Encoding.UTF8.GetBytes(statement.Replace("Client", "Klient").Replace("Fran", "Frau")),
                value, HashAlgorithmName.SHA256));
        });
    }

    [Fact]
    public async Task The_public_answer_tells_initials_and_times_and_no_private_word()
    {
        var agreement = await Site.SignedContract();
        var hash = (string)(await (await Site.As(agreement.Client)).Get(agreement.Url))["document_hash"]!;

        var answer = await Site.Anonymous().Get($"/api/v1/verify/{hash}");

        Assert.True((bool)answer["known"]! && (bool)answer["complete"]! && (bool)answer["intact"]!);
        Assert.Equal(["C. C.", "F. F."], answer["signatures"]!.AsArray().Select(s => (string)s!["initials"]!));
        Assert.DoesNotContain("Carla", answer.ToJsonString());
        Assert.DoesNotContain("Hotel", answer.ToJsonString());
        Assert.False((bool)(await Site.Anonymous().Get($"/api/v1/verify/{new string('0', 64)}"))["known"]!);
    }

    [Theory]
    [InlineData("UPDATE contracts_contracts SET \"Document\" = \"Document\" || ' ' WHERE \"Id\" = {0}")]
    [InlineData("UPDATE contracts_contracts SET \"Texts_Deliverables\" = 'Nothing' WHERE \"Id\" = {0}")]
    [InlineData("UPDATE contracts_milestones SET \"Amount_Minor\" = 1 WHERE \"ContractId\" = {0}")]
    [InlineData("UPDATE contracts_signatures SET \"FullName\" = 'Mallory' WHERE \"ContractId\" = {0}")]
    public async Task What_is_altered_in_the_database_fails_the_verification(string sql)
    {
        var agreement = await Site.SignedContract();
        var hash = (string)(await (await Site.As(agreement.Client)).Get(agreement.Url))["document_hash"]!;

        await Site.Ask(db => db.Database.ExecuteSqlRawAsync(sql, agreement.Id));

        Assert.False((bool)(await Site.Anonymous().Get($"/api/v1/verify/{hash}"))["intact"]!);
    }
}
