using System.Net;
using AngleSharp.Dom;
using Guildhall.Accounts;
using Guildhall.Tests.Support;
using Xunit;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Contracts;

/// <summary>What both people see and press, without JavaScript.</summary>
public class ContractPagesTests(Site site) : SiteTest(site)
{
    async Task<IDocument> Press(Account who, string url, string form, params (string, string)[] fields)
    {
        var browser = await Site.As(who);
        var (answer, page) = await browser.Submit(url, form, fields);
        Assert.True(answer.IsSuccessStatusCode,
            $"{form}: {(int)answer.StatusCode} {page.Text()[..Math.Min(600, page.Text().Length)]}");
        await Site.Drain();
        return page;
    }

    [Fact]
    public async Task The_whole_way_from_draft_to_paid_by_forms_alone()
    {
        var agreement = await Site.DraftContract(null, null, 500_00);
        var (client, freelancer, page) = (agreement.Client, agreement.Freelancer, agreement.Page);

        await Press(client, $"{page}/sign", "sign", ("Input.FullName", "carla client"));
        Assert.Contains("Waiting for Fran Freelancer", (await (await Site.As(client)).Open(page)).Text());
        await Press(freelancer, $"{page}/sign", "sign", ("Input.FullName", "Fran Freelancer"));
        Assert.Contains("You pay $550.00, fees included.", (await (await Site.As(client)).Open(page)).Text());
        var (answer, _) = await (await Site.As(client)).Submit(page, "next");
        Assert.StartsWith("/pay/", answer.RequestMessage!.RequestUri!.AbsolutePath);
        await Site.Fund(agreement, agreement.First);
        await Press(freelancer, page, "next");
        await Press(freelancer, page, "submit-1", ("Input.Note", "Here is the site."));
        Assert.Contains("Here is the site.", (await (await Site.As(client)).Open(page)).Text());
        await Press(client, page, "changes-1", ("Input.Reason", "The logo is missing."));
        Assert.Contains("The logo is missing.", (await (await Site.As(freelancer)).Open(page)).Text());
        await Press(freelancer, page, "submit-1", ("Input.Note", "With the logo."));
        var last = await Press(client, page, "approve-1");

        Assert.Contains("All work is approved and paid.", last.Text());
        Assert.Equal(Usd(500_00), (await Site.Purse(freelancer)).Available);
    }

    [Fact]
    public async Task What_the_reader_did_is_told_to_them_in_the_second_person()
    {
        var agreement = await Site.ActiveContract();
        await Press(agreement.Freelancer, agreement.Page, "next");
        await Press(agreement.Freelancer, agreement.Page, "submit-1", ("Input.Note", "Here is the site."));
        async Task<string> History(Account who)
        {
            var browser = await Site.As(who);
            browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
            return (await browser.Open(agreement.Page)).GetElementById("history")!.ParentElement!.ParentElement!
                .TextContent;
        }

        var (his, hers) = (await History(agreement.Freelancer), await History(agreement.Client));

        Assert.Contains("Empezaste «Part 1»", his);
        Assert.Contains("Entregaste «Part 1»", his);
        Assert.Contains("Firmaste", his);
        Assert.DoesNotContain("Tú ", his);
        Assert.Contains("Fran Freelancer entregó «Part 1»", hers);
        Assert.Contains("Depositaste los fondos de «Part 1»", hers);
    }

    [Fact]
    public async Task A_delivery_without_words_or_files_is_told_beside_the_field()
    {
        var agreement = await Site.ActiveContract();
        await Press(agreement.Freelancer, agreement.Page, "next");

        var (answer, page) = await (await Site.As(agreement.Freelancer)).Submit(agreement.Page, "submit-1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Write a note or add a file", page.Text());
    }

    [Fact]
    public async Task The_client_changes_text_and_milestones_in_the_form()
    {
        var agreement = await Site.DraftContract();

        await Press(agreement.Client, $"{agreement.Page}/edit", "edit",
            ("Input.Deliverables", "Everything, in writing."), ("Input.Milestones[0].Amount", "750.50"),
            ("Input.Milestones[1].Title", "Second part"), ("Input.Milestones[1].Amount", "100"));

        var contract = await (await Site.As(agreement.Client)).Get(agreement.Url);
        Assert.Equal(("Everything, in writing.", 2),
            ((string)contract["details"]!["deliverables"]!, contract["milestones"]!.AsArray().Count));
        Assert.Equal(75050, (int)contract["milestones"]![0]!["amount"]!["minor"]!);
    }

    [Theory]
    [InlineData("lots", "“lots” is not an amount. Write it like 1,250.50.")]
    [InlineData("99999999999999999999", "The largest amount is $10,000,000,000.00.")]
    [InlineData("-5", "Write an amount above zero.")]
    [InlineData("0", "Enter an amount above zero in USD.")]
    public async Task A_wrong_amount_is_told_beside_its_field_and_what_was_typed_stays(string typed, string words)
    {
        var agreement = await Site.DraftContract();

        var (answer, page) = await (await Site.As(agreement.Client)).Submit($"{agreement.Page}/edit", "edit",
            ("Input.Title", "A better title"), ("Input.Milestones[0].Amount", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("A better title", page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        var amount = page.QuerySelector("[name='Input.Milestones[0].Amount']")!;
        Assert.Equal((typed, "true"), (amount.GetAttribute("value"), amount.GetAttribute("aria-invalid")));
        Assert.Contains(words, page.QuerySelector($"#{amount.Id}-error")!.TextContent);
        Assert.EndsWith($"#{amount.Id}", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_wrong_is_listed_above_the_form_and_leads_to_its_field()
    {
        var agreement = await Site.DraftContract();
        var wrong = new[]
        {
            await (await Site.As(agreement.Client)).Submit($"{agreement.Page}/sign", "sign",
                ("Input.FullName", "Somebody Else")),
            await (await Site.As(agreement.Freelancer)).Submit("/money/payouts", "method",
                ("Bank.Holder", ""), ("Bank.Iban", "nothing")),
            await Site.Anonymous().Submit("/register", "register",
                ("Input.FirstName", ""), ("Input.Password", "short")),
        };

        foreach (var (answer, page) in wrong)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var links = page.QuerySelectorAll("form [role=alert] a").Select(a => a.GetAttribute("href")!).ToArray();
            var fields = page.QuerySelectorAll("[aria-invalid=true]").Select(f => f.Id!).ToArray();
            Assert.NotEmpty(fields);
            Assert.All(links, link => Assert.Contains(link[(link.IndexOf('#') + 1)..], fields));
        }
    }

    [Fact]
    public async Task The_document_shows_the_text_the_stamps_and_where_to_check_them()
    {
        var agreement = await Site.SignedContract();
        var contract = await (await Site.As(agreement.Client)).Get(agreement.Url);
        var hash = (string)contract["document_hash"]!;

        var page = await (await Site.As(agreement.Freelancer)).Open($"{agreement.Page}/document");

        Assert.Contains("Design and build the booking site", page.Text());
        Assert.Equal(2, page.QuerySelectorAll(".stamp.signed").Length);
        Assert.Contains(hash[..8], page.Text());
        Assert.NotNull(page.QuerySelector($"a[href='/verify/{hash}']"));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Anyone_may_check_a_fingerprint_and_compare_a_document()
    {
        var agreement = await Site.SignedContract();
        var client = await Site.As(agreement.Client);
        var hash = (string)(await client.Get(agreement.Url))["document_hash"]!;
        var document = await client.GetStringAsync($"{agreement.Url}/document");
        var anyone = Site.Anonymous(follow: true);

        Assert.Contains("Signed by both sides", (await anyone.Open($"/verify/{hash}")).Text());
        var (_, same) = await anyone.Submit($"/verify/{hash}", "compare", ("Input.Text", document + "\n"));
        Assert.Contains("The document is the signed one", same.Text());
        var (_, other) =
            await anyone.Submit($"/verify/{hash}", "compare", ("Input.Text", document.Replace("Hotel", "Motel")));
        Assert.Contains("This is another document", other.Text());
        var (_, found) = await anyone.Submit("/verify", "compare", ("Input.Text", document));
        Assert.Contains("Signed by both sides", found.Text());
        Assert.DoesNotContain("Hotel", found.Text());
        await anyone.Open($"/verify/{new string('g', 64)}", HttpStatusCode.UnprocessableEntity);
        var cut = await anyone.Open($"/verify/{hash[..40]}", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("A fingerprint has 64 characters: figures and letters from a to f.", cut.Text());
        var field = cut.QuerySelector("input[name='Input.Hash']")!;
        Assert.Equal((hash[..40], "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
    }

    [Theory]
    [InlineData("zzz"), InlineData("0x1"), InlineData("%20")]
    public async Task Programs_are_told_that_something_is_no_fingerprint_and_what_one_looks_like(string text)
    {
        var problem = await Site.Anonymous().Get($"/api/v1/verify/{text}", HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("hash", "hash"), ((string?)problem["code"], (string?)problem["field"]));
        Assert.Contains("64 characters: figures and letters from a to f", (string?)problem["detail"]);
        var unknown = await Site.Anonymous().Get($"/api/v1/verify/{new string('A', 64)}");
        Assert.Equal((false, new string('a', 64)), ((bool)unknown["known"]!, (string?)unknown["hash"]));
    }

    [Fact]
    public async Task The_list_says_whose_turn_it_is()
    {
        var agreement = await Site.SignedContract();

        Assert.Contains("Your turn", (await (await Site.As(agreement.Client)).Open("/contracts")).Text());
        Assert.DoesNotContain("Your turn", (await (await Site.As(agreement.Freelancer)).Open("/contracts")).Text());
        Assert.Contains("No contract has ended yet",
            (await (await Site.As(agreement.Client)).Open("/contracts?show=past")).Text());
    }

    [Fact]
    public async Task Strangers_find_no_page()
    {
        var agreement = await Site.SignedContract();
        var stranger = await Site.As(await Site.Client("Stella Stranger"));

        foreach (var page in new[] { "", "/document", "/sign", "/edit" })
            await stranger.Open(agreement.Page + page, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_pages_speak_Spanish()
    {
        var agreement = await Site.SubmittedContract();
        var browser = await Site.As(agreement.Client);
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        var text = (await browser.Open(agreement.Page)).Text();

        Assert.Contains("Te toca", text);
        Assert.Contains("apruébalo o pide cambios", text);
        Assert.Contains("Contrato de servicios", (await browser.Open($"{agreement.Page}/document")).Text());
    }
}
