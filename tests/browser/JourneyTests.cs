using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Guildhall.Browser;

/// <summary>
/// What Guildhall is for, once through, by two new people in two browsers, on both databases, with and without a
/// script.
/// </summary>
public class JourneyTests(Browsers browsers)
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public Task The_main_job_live(Database database) => MainJob(database, script: true);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public Task The_main_job_without_a_script(Database database) => MainJob(database, script: false);

    async Task MainJob(Database database, bool script)
    {
        await using var site = await Site(database);
        try
        {
            await MainJob(site, script);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The site said:\n{site.LastWords}", e);
        }
    }

    async Task MainJob(PublishedSite site, bool script)
    {
        await using var client = new Client(await browsers.Visitor(site.Url, script), "Carla");
        await using var freelancer = new Freelancer(await browsers.Visitor(site.Url, script), "Femi");

        await freelancer.Register();
        await client.Register();
        var job = await client.DescribeWork();
        await client.SeesMatch(job, freelancer);

        await client.Watch($"{job}/proposals");
        var proposal = await freelancer.Propose();
        await client.Hears(client.Link($"Read the proposal by {freelancer.Name}"));
        await client.IsTold("You have a new proposal");

        await freelancer.Watch("/dashboard");
        var contract = await client.Hire(freelancer);
        await freelancer.Hears(freelancer.Link(Client.Title));
        await freelancer.IsTold("You are hired");

        await freelancer.Watch(contract);
        await client.Sign(contract, "Sign and send");
        await freelancer.Hears(freelancer.Link("Read and sign"));
        await client.StayHere();
        await freelancer.Sign(contract, "Sign the contract");
        await client.Hears(client.Button("Fund this milestone"));

        await freelancer.StayHere();
        await client.Fund(contract);
        await freelancer.Hears(freelancer.Button("Begin the work"));
        await freelancer.Begin();
        await client.Watch(contract);
        await freelancer.Deliver();
        await client.Hears(client.Button("Approve and release"));
        await Expect(client.Link(Freelancer.File)).ToBeVisibleAsync();

        await freelancer.StayHere();
        await client.Approve();
        await freelancer.Hears(freelancer.Link("Write a review"));

        await freelancer.Withdraw();
        await freelancer.Hears(freelancer.Link("Receipt"));
        await freelancer.IsTold("reached your bank account");

        await client.Review(contract, freelancer.Name, "Exact, and on the day we agreed.");
        await freelancer.Review(contract, client.Name, "A clear brief and quick answers.");
        string[] complaints = [.. client.Visitor.Complaints, .. freelancer.Visitor.Complaints];
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
    }

    static Task<PublishedSite> Site(Database database) => PublishedSite.Start(database, new()
    {
        ["GUILDHALL__RATESCALE"] = "1000", ["GUILDHALL__PAYMENTS__BANKSECONDS"] = "1", ["GUILDHALL__DEMO"] = "false",
        // The outbox page is open to everybody.
        ["DOTNET_ENVIRONMENT"] = "Development",
    });
}
