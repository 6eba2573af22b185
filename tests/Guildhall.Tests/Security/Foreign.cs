using Guildhall.Accounts;
using Guildhall.Tests.Support;

namespace Guildhall.Tests.Security;

/// <summary>
/// What stands in each route parameter while strangers knock: the id of a real thing that belongs to somebody else.
/// A new parameter needs a line here: the path segment before it, its name, and how such a thing comes to be.
/// </summary>
sealed class Foreign
{
    readonly Dictionary<string, Lazy<Task<string>>> things = [];

    public Foreign(Site site)
    {
        var contract = new Lazy<Task<Agreement>>(() => site.SubmittedContract());
        var proposal = new Lazy<Task<Offered>>(() => site.Proposed());
        var talent = new Lazy<Task<Account>>(() => site.ShownFreelancer());
        var payment = new Lazy<Task<Guid>>(async () =>
            (await site.OpenCheckout(await site.Client(), PaymentsSituations.Usd(100_00))).Intent);

        Add("openapi/{documentName}", () => Task.FromResult("v1"));
        Add("admin/users/{id}", async () => (await site.Client()).Id);
        Add("reset-password/{token}", () => Task.FromResult(new string('0', 64)));
        Add("register/{token}", () => Task.FromResult(new string('0', 64)));
        Add("help/{name}", () => Task.FromResult("matching"));
        Add("sessions/{id}", async () => await site.SessionOf(await site.Client()));
        Add("outbox/{id}", async () => await site.MailTo("somebody@test.guildhall.example"));
        Add("payments/{id}", async () => await payment.Value);
        Add("pay/{intent}", async () => await payment.Value);
        Add("contracts/{id}", async () => (await contract.Value).Id);
        Add("jobs/{id}", async () => (await proposal.Value).Job);
        Add("projects/{id}", async () => (await proposal.Value).Job);
        Add("proposals/{id}", async () => (await proposal.Value).Id);
        Add("projects/{projectId}", async () => (await contract.Value).Id);
        Add("milestones/{id}", async () => (await contract.Value).Milestones[0]);
        Add("milestones/{milestoneId}", async () => (await contract.Value).Milestones[0]);
        Add("payout-methods/{id}", () => Nobodys());
        Add("payouts/{id}", () => Nobodys());
        Add("receipts/{id}", () => Nobodys());
        Add("invoices/{id}", () => Nobodys());
        Add("reviews/{id}", async () => await site.HiddenReview());
        Add("reputation/{userId}", async () => (await talent.Value).Id);
        Add("reputation/{id}", async () => (await talent.Value).Id);
        Add("users/{userId}", async () => (await talent.Value).Id);
        Add("users/{id}", async () => (await talent.Value).Id);
        Add("freelancers/{id}", async () => (await talent.Value).Id);
        Add("clients/{id}", async () => (await proposal.Value).Client.Id);
        Add("matches/{freelancerId}", async () => (await proposal.Value).Freelancer.Id);
        Add("matches/{id}", async () => (await proposal.Value).Job);
        Add("skills/{slug}", () => Task.FromResult("postgresql"));
        Add("taxonomy/{slug}", () => Task.FromResult("postgresql"));
        Add("experience/{id}", () => Nobodys());
        Add("portfolio/{id}", () => Nobodys());
        Add("edit/{step}", () => Task.FromResult(1));
        Add("files/{id}", () => Nobodys());
        Add("accounts/{id}", () => Nobodys());
        Add("journals/{id}", () => Nobodys());
        Add("files/{fileId}", () => Nobodys());
        Add("verify/{hash}", () => Task.FromResult(new string('0', 64)));
    }

    // Where the list of one's own things is the only way in, an id of nobody's says the same as one of somebody else's.
    static Task<Guid> Nobodys() => Task.FromResult(Guid.CreateVersion7());

    void Add<T>(string key, Func<Task<T>> make) => things[key] = new(async () => (await make())!.ToString()!);

    /// <summary>Null when no line fits this parameter of the route.</summary>
    public Lazy<Task<string>>? Of(string route, string parameter)
    {
        var before = route[..route.IndexOf($"{{{parameter}}}", StringComparison.Ordinal)].TrimEnd('/');
        var key = things.Keys.Where(k => k.EndsWith($"/{{{parameter}}}", StringComparison.OrdinalIgnoreCase))
            .Where(k => $"{before}/".EndsWith($"/{k[..k.LastIndexOf('/')]}/")).MaxBy(k => k.Length);
        return key is null ? null : things[key];
    }
}
