using System.Net;
using Guildhall.Contracts;
using Guildhall.Hiring;
using Guildhall.Hiring.Public;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Guildhall.Tests.Hiring;

/// <summary>The same through the pages, as a browser without JavaScript uses them.</summary>
public class ProposalPagesTests(Site site) : SiteTest(site)
{
    static (string, string)[] Filled(string button, string price = "1,200.00") =>
    [
        ("Input.Price", price), ("Input.Hours", "40"), ("Input.CoverLetter", "I moved forty reports like these."),
        ("Input.Milestones[0].Title", "Inventory"), ("Input.Milestones[0].Amount", "1200"), ("Input.Do", button),
    ];

    [Fact]
    public async Task Check_shows_the_net_sum_and_stores_nothing()
    {
        var job = await Site.PostedJob(await Site.Client());
        var freelancer = await Site.Freelancer();
        var browser = await Site.As(freelancer);

        var (answer, page) = await browser.Submit($"/jobs/{job}/propose", "proposal", Filled("check"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Everything is in order", page.Text());
        Assert.Contains("You receive", page.Text());
        Assert.Equal("1,200.00", page.QuerySelector("input[name='Input.Price']")!.GetAttribute("value"));
        Assert.Empty((await browser.Get("/api/v1/users/me/proposals"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_refused()
    {
        var job = await Site.PostedJob(await Site.Client());
        var browser = await Site.As(await Site.Freelancer());

        var (answer, page) = await browser.Submit($"/jobs/{job}/propose", "proposal", Filled("send", price: "a lot"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("“a lot” is not an amount. Write it like 1,250.50.", page.Text());
        Assert.Equal("a lot", page.QuerySelector("input[name='Input.Price']")!.GetAttribute("value"));
        Assert.Contains("forty reports", page.QuerySelector("textarea[name='Input.CoverLetter']")!.TextContent);
    }

    [Fact]
    public async Task A_price_too_large_is_told_the_largest()
    {
        var job = await Site.PostedJob(await Site.Client());
        var browser = await Site.As(await Site.Freelancer());

        var (answer, page) =
            await browser.Submit($"/jobs/{job}/propose", "proposal", Filled("send", price: "99,999,999,999,999"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The largest amount is $10,000,000,000.00.", page.Text());
    }

    [Fact]
    public async Task From_the_empty_form_to_the_signed_off_contract_draft()
    {
        var (client, freelancer) = (await Site.Client(), await Site.Freelancer());
        var job = await Site.PostedJob(client);
        var (writer, reader) = (await Site.As(freelancer), await Site.As(client));

        var (_, draft) = await writer.Submit($"/jobs/{job}/propose", "proposal", Filled("draft"));
        Assert.Contains("The client does not see it yet.", draft.Text());
        var (_, sent) = await writer.Submit($"/jobs/{job}/propose", "proposal", Filled("send"));
        Assert.Contains("The client has not opened it yet.", sent.Text());
        var id = await Site.Ask(db => db.Set<Proposal>().Where(p => p.JobId == job).Select(p => p.Id).SingleAsync());

        Assert.Contains("Fran Freelancer", (await reader.Open($"/jobs/{job}/proposals")).Text());
        Assert.Contains("I moved forty reports", (await reader.Open($"/proposals/{id}")).Text());
        Assert.Contains("Read by the client", (await writer.Open("/my/proposals")).Text());
        await reader.Submit($"/jobs/{job}/proposals", $"shortlist-{id}");
        Assert.Contains("On the shortlist", (await writer.Open($"/proposals/{id}")).Text());

        var before = (await reader.Open($"/proposals/{id}/hire")).Text();
        Assert.Contains("The client pays", before);
        Assert.Contains("The site keeps", before);
        var (answer, _) = await reader.Submit($"/proposals/{id}/hire", "hire");

        var contract = await Site.Ask(db => db.Set<Contract>().SingleAsync(c => c.JobId == job));
        Assert.EndsWith($"/contracts/{contract.Id}", answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("hired", (await writer.Open($"/proposals/{id}")).Text());
    }

    [Fact]
    public async Task A_changed_proposal_is_not_hired_unread()
    {
        var offered = await Site.Proposed();
        var client = await Site.As(offered.Client);
        await (await Site.As(offered.Freelancer)).Submit($"{offered.Page}/edit", "proposal",
            ("Input.CoverLetter", "A better letter."), ("Input.Do", "send"));

        var (answer, page) = await client.Submit($"{offered.Page}/hire", "hire", ("Revision", "1"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This proposal changed since you opened it.", page.Text());
    }

    [Fact]
    public async Task Declining_needs_a_reason_and_the_freelancer_reads_it()
    {
        var offered = await Site.Proposed();
        var client = await Site.As(offered.Client);

        var (answer, page) = await client.Submit(offered.Page, "decline", ("No.Note", "Thank you."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose a reason.", page.Text());
        await client.Submit(offered.Page, "decline", ("No.Reason", "Timing"), ("No.Note", "We begin in May."));

        var seen = (await (await Site.As(offered.Freelancer)).Open(offered.Page)).Text();
        Assert.Contains("The client declined: the dates do not fit.", seen);
        Assert.Contains("We begin in May.", seen);
    }

    [Fact]
    public async Task Up_to_four_stand_side_by_side()
    {
        var client = await Site.Client();
        var job = await Site.PostedJob(client);
        var offers = new List<Offered>();
        foreach (var cents in new[] { 900_00L, 1_000_00, 1_100_00, 1_200_00, 1_300_00 })
            offers.Add(await Site.Proposed(job, client, await Site.Freelancer($"Nina N{cents / 100_00}"), cents));
        var browser = await Site.As(client);

        var page = await browser.Open($"/jobs/{job}/compare?" + string.Join('&', offers.Select(o => $"p={o.Id}")));

        Assert.Equal(4, page.QuerySelectorAll("table.compare thead th").Length);
        Assert.Contains("$900.00", page.Text());
        Assert.Contains("lowest", page.Text());
        Assert.DoesNotContain("$1,300.00", page.Text());
        await browser.Open($"/jobs/{job}/compare?p=nonsense");
        await (await Site.As(await Site.Client())).Open($"/jobs/{job}/compare", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_form_leads_to_the_proposal_that_was_sent_or_goes_on_with_the_draft()
    {
        var job = await Site.PostedJob(await Site.Client());
        var browser = await Site.As(await Site.Freelancer());
        await browser.Submit($"/jobs/{job}/propose", "proposal", Filled("draft"));

        var draft = await browser.Open($"/jobs/{job}/propose");
        Assert.Contains("I moved forty reports like these.", draft.QuerySelector("textarea")!.TextContent);
        await browser.Submit($"/jobs/{job}/propose", "proposal", Filled("send"));

        Assert.Contains("/proposals/",
            (await browser.GetAsync($"/jobs/{job}/propose")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Taking_it_back_ends_it()
    {
        var offered = await Site.Proposed();
        var browser = await Site.As(offered.Freelancer);

        var (_, page) = await browser.Submit(offered.Page, "withdraw");

        Assert.Contains("My proposals", page.Text());
        Assert.Equal(ProposalState.Withdrawn, await Site.Ask(db =>
            db.Set<Proposal>().Where(p => p.Id == offered.Id).Select(p => p.State).SingleAsync()));
    }

    [Fact]
    public async Task A_page_loaded_in_advance_is_not_an_opening()
    {
        var offered = await Site.Proposed();
        var browser = await Site.As(offered.Client);
        browser.DefaultRequestHeaders.Add("X-Sec-Purpose", "prefetch");

        await browser.Open(offered.Page);

        Assert.Equal(ProposalState.Submitted, await Site.Ask(db =>
            db.Set<Proposal>().Where(p => p.Id == offered.Id).Select(p => p.State).SingleAsync()));
    }
}
