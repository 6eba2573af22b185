using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Guildhall.Browser;

public sealed class Client(Visitor visitor, string first) : Person(visitor, first, "Prado")
{
    public const string Title = "Move our invoices into PostgreSQL";
    const string Work = """
        We keep invoices in spreadsheets. Somebody who knows Python well should write the import into PostgreSQL,
        pack it with Docker and show us how to run it every night. The example files are there.
        """;

    public Task Register() => Register("client", "/dashboard");

    /// <summary>Through all five steps of the wizard; the answer is the job's address.</summary>
    public async Task<string> DescribeWork()
    {
        await Page.GotoAsync("/jobs/new");
        await Arrives("/edit/1$");
        await Fill("Title", Title);
        await Fill("In your own words", Work);
        await Press("Next");
        await Arrives("/edit/2$");
        foreach (var skill in new[] { "Python", "PostgreSQL", "Docker" })
            await Expect(Page.GetByLabel($"Level of {skill}, 1 to 10")).ToBeVisibleAsync();
        await Press("Next");
        await Arrives("/edit/3$");
        await Fill("Up to", "1200");
        await Fill("Estimated hours", "20");
        await Press("Next");
        await Arrives("/edit/4$");
        await Press("Next");
        await Arrives("/edit/5$");
        await Press("Publish this job");
        await Arrives("/jobs/[0-9a-f-]{36}$");
        await Expect(Heading(Title)).ToBeVisibleAsync();
        return Address;
    }

    /// <summary>The list of matches names the freelancer and says why.</summary>
    public async Task SeesMatch(string job, Freelancer freelancer)
    {
        var row = Page.Locator("main li").Filter(new() { HasText = freelancer.Name });
        await LooksUntil($"{job}/matches", row.First);
        await Expect(row.First).ToContainTextAsync("Python");
        await Expect(row.First.Locator("ul li").First).ToContainTextAsync(new Regex(@"\w+"));
    }

    public async Task<string> Hire(Freelancer freelancer)
    {
        await Link($"Read the proposal by {freelancer.Name}").ClickAsync();
        await Arrives("/proposals/[0-9a-f-]{36}$");
        await Link($"Hire {freelancer.First}").ClickAsync();
        await Arrives("/hire$");
        await Press($"Hire {freelancer.First} and draft the contract");
        await Arrives("/contracts/[0-9a-f-]{36}$");
        return Address;
    }

    public async Task Fund(string contract)
    {
        await Press("Fund this milestone");
        await Arrives("/pay/[0-9a-f-]{36}$");
        await Fill("Card number", "4242 4242 4242 4242");
        await Fill("Valid until", "12/34");
        await Fill("Security code", "123");
        await Press("Pay ");
        await Arrives(contract);
    }

    public Task Approve() => Press("Approve and release");
}
