using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Guildhall.Faults;

/// <summary>
/// The main job over the API, from the description to both reviews, with two milestones. Every unsafe request and every
/// wait goes through the fate it is given.
/// </summary>
sealed class MainJob(string url, Fate fate, Stored stored)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly Traveller client = new("Carla", url), freelancer = new("Fran", url);

    public async Task Walk()
    {
        await Enter();
        var job = await Describe();
        var contract = await Hire(job);
        await Sign(client, contract, "employer_signed_at");
        await Sign(freelancer, contract, "worker_signed_at");
        var milestones = (await client.Get(contract))["milestones"].AsArray().Select(m => (string)m!["id"]!).ToArray();
        foreach (var milestone in milestones) await Work(milestone);
        await PayOut();
        await Review(client, contract);
        await Review(freelancer, contract);
        await Until("both reviews are public", async () =>
            (int)(await client.Get($"/api/v1/reputation/{freelancer.Id}"))["reviews"] == 1);
        await Until("the job is completed", async () =>
            (string?)(await client.Get($"/api/v1/jobs/{job}"))["state"] == "completed");
    }

    async Task Enter()
    {
        await client.Register("client", stored);
        await freelancer.Register("freelancer", stored);
        await Put(freelancer, "/api/v1/users/me/profile/skills",
            new[] { new { skill = "python", level = 9 }, new { skill = "postgresql", level = 7 } });
        await Put(freelancer, "/api/v1/users/me/profile", new
        {
            headline = "Orders, databases and their moves", bio = "I leave runbooks.", weeklyHours = 32,
            rate = new { minor = 2_500, currency = "USD" }, visibility = "everyone",
        });
    }

    async Task<string> Describe()
    {
        var job = (string)(await Post(client, "/api/v1/jobs", new
        {
            title = "Move our orders to PostgreSQL", publish = true, kind = "project", estimatedHours = 40,
            description = "Our web shop keeps its orders in files. We want them in PostgreSQL, read from Python.",
            skills = new[] { new { skill = "python", minLevel = 6 }, new { skill = "postgresql", minLevel = 5 } },
            pay = "fixed", budget = new { minMinor = 80_000, maxMinor = 120_000, currency = "USD" },
        }))["id"]!;
        fate.Remember("the job", async () => (string?)(await client.Get($"/api/v1/jobs/{job}"))["id"] == job);
        await Until("the freelancer is matched", async () =>
            (await client.Get($"/api/v1/jobs/{job}/matches"))["matches"].AsArray().Count == 1);
        return job;
    }

    async Task<string> Hire(string job)
    {
        var proposal = (string)(await Post(freelancer, $"/api/v1/jobs/{job}/proposals", new
        {
            coverLetter = "I moved forty reports like these last year.", priceMinor = 100_000, estimatedHours = 40,
            milestones = new[]
            {
                new { title = "Inventory and the first tables", amountMinor = 40_000 },
                new { title = "The others", amountMinor = 60_000 },
            },
        }))["id"]!;
        Holds("the proposal", freelancer, $"/api/v1/proposals/{proposal}", p => (string?)p["id"] == proposal);
        var hired = await Post(client, $"/api/v1/jobs/{job}/hire", new { proposalId = proposal });
        var contract = $"/api/v1/contracts/{hired["contractId"]}";
        Holds("the contract", freelancer, contract, c => (string?)c["proposal_id"] == proposal);
        return contract;
    }

    async Task Sign(Traveller by, string contract, string when)
    {
        var hash = (string)(await by.Get(contract))["document_hash"]!;
        await Post(by, $"{contract}/sign", new { full_name = $"{by.Name} Journey", document_hash = hash });
        Holds($"{by.Name}'s signature", by, contract, c => c[when] is not null);
    }

    async Task Work(string milestone)
    {
        var url = $"/api/v1/milestones/{milestone}";
        var payment = $"/api/v1/payments/{(await Post(client, $"{url}/fund", null))["payment_id"]}";
        Holds("the checkout", client, payment, _ => true);
        await Post(client, $"{payment}/card",
            new { number = "4242 4242 4242 4242", expiry = "12/40", cvc = "123", name = "Carla Journey" });
        Holds("the payment", client, payment, p => p["capturedAt"] is not null);
        await Until("the milestone is funded", async () => Said(await freelancer.Get(url), "funded_at"));
        await Post(freelancer, $"{url}/submit", new { note = "It is done." });
        Holds("the delivery", client, url, m => m["completed_at"] is not null);
        await Post(client, $"{url}/approve", null);
        Holds("the release", freelancer, url, m => m["released_at"] is not null);
    }

    async Task PayOut()
    {
        var method = (string)(await Post(freelancer, "/api/v1/payout-methods",
            new { holder = "Fran Journey", iban = "DE89370400440532013000" }))["id"]!;
        var payout = $"/api/v1/payouts/{(await Post(freelancer, "/api/v1/payouts",
            new { methodId = method, amount = new { minor = 70_000, currency = "USD" } }))["id"]}";
        Holds("the payout", freelancer, payout, _ => true);
        await Until("the payout arrives", async () => (string?)(await freelancer.Get(payout))["state"] == "paid");
    }

    Task<Answer> Review(Traveller by, string contract) => Post(by, "/api/v1/reviews", new
    {
        contractId = contract.Split('/')[^1], rating = 5, success = 5, communication = 5, professionalism = 5,
        deadlines = 5, qualityScore = 5, onTime = true, text = "As agreed.",
    });

    Task<Answer> Post(Traveller by, string path, object? body) => fate.Carry(by, HttpMethod.Post, path, body);

    Task<Answer> Put(Traveller by, string path, object body) => fate.Carry(by, HttpMethod.Put, path, body);

    void Holds(string what, Traveller to, string path, Func<JsonObject, bool> holds) =>
        fate.Remember(what, async () => holds(JsonNode.Parse((await to.Get(path)).Text)!.AsObject()));

    static bool Said(Answer answer, string name) => JsonNode.Parse(answer.Text)![name] is not null;

    async Task Until(string what, Func<Task<bool>> holds)
    {
        await fate.Meanwhile();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(100))
            if (await holds()) return;
        throw new Broken($"It does not come about that {what}.");
    }
}
