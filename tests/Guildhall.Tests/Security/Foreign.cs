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
        var delivered = new Lazy<Task<(Agreement Contract, Guid File)>>(async () =>
        {
            var agreement = await site.ActiveContract();
            return (agreement, Id(await site.DeliveredFile(agreement, "What was ordered.")));
        });
        var contract = new Lazy<Task<Agreement>>(async () => (await delivered.Value).Contract);
        var proposal = new Lazy<Task<Offered>>(() => site.Proposed());
        var talent = new Lazy<Task<Account>>(() => site.ShownFreelancer());
        var payment = new Lazy<Task<Guid>>(async () =>
            (await site.OpenCheckout(await site.Client(), PaymentsSituations.Usd(100_00))).Intent);
        var money = new ForeignMoney(site);
        var profile = new ForeignProfile(site, talent);

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
        Add("invitations/{id}", async () => await site.Invited());
        Add("placements/{id}", async () => await site.AnyPlacement());
        Add("searches/{id}", async () => await site.SavedSearch());
        Add("projects/{projectId}", async () => (await contract.Value).Id);
        Add("milestones/{id}", async () => (await contract.Value).Milestones[0]);
        Add("milestones/{milestoneId}", async () => (await contract.Value).Milestones[0]);
        Add("payout-methods/{id}", () => money.Method());
        Add("payouts/{id}", () => money.Payout());
        Add("receipts/{id}", () => money.Receipt());
        Add("invoices/{id}", () => money.Invoice());
        Add("reviews/{id}", async () => await site.HiddenReview());
        Add("reputation/{userId}", async () => (await talent.Value).Id);
        Add("reputation/{id}", async () => (await talent.Value).Id);
        Add("users/{userId}", async () => (await talent.Value).Id);
        Add("users/{id}", async () => (await talent.Value).Id);
        Add("freelancers/{id}", async () => (await talent.Value).Id);
        Add("favourites/freelancers/{id}", async () => (await site.Freelancer()).Id); // shows no profile yet
        Add("favourites/jobs/{id}", async () => await site.DraftJob(await site.Client()));
        Add("clients/{id}", async () => (await proposal.Value).Client.Id);
        Add("matches/{freelancerId}", async () => (await proposal.Value).Freelancer.Id);
        Add("matches/{id}", async () => (await proposal.Value).Job);
        Add("skills/{slug}", () => Task.FromResult("postgresql"));
        Add("taxonomy/{slug}", () => Task.FromResult("postgresql"));
        Add("experience/{id}", () => profile.Experience());
        Add("portfolio/{id}", () => profile.Piece());
        Add("edit/{step}", () => Task.FromResult(1));
        Add("files/{id}", () => profile.Picture());
        Add("accounts/{id}", () => money.Account());
        Add("journals/{id}", () => money.Journal());
        Add("contracts/{id}/files/{fileId}", async () => (await delivered.Value).File);
        Add("jobs/{id}/files/{fileId}", async () => await site.JobFile((await proposal.Value).Job));
        Add("proposals/{id}/files/{fileId}", async () => await site.ProposalFile((await proposal.Value).Id));
        Add("verify/{hash}", () => Task.FromResult(new string('0', 64)));
    }

    static Guid Id(string address) => Guid.Parse(address.Split('/')[^1]);

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
