using System.Text.Json;
using System.Text.Json.Nodes;
using Guildhall.Accounts;

namespace Guildhall.Tests.Support;

/// <summary>Jobs as clients make them, through the API.</summary>
public static class JobsSituations
{
    public const string Description =
        "Our web shop signs people in with OAuth and keeps orders in PostgreSQL. The back end is written in Python.";

    public static object JobBody(string title = "Move our orders to PostgreSQL", bool publish = true,
        string hiring = "proposals") => new
    {
        title, description = Description, kind = "project", publish, hiring,
        skills = new object[]
        {
            new { skill = "python", minLevel = 6, alternatives = new[] { "go" } },
            new { skill = "postgresql", minLevel = 5, required = false },
        },
        pay = "fixed", budget = new { minMinor = 80_000, maxMinor = 120_000, currency = "USD" }, estimatedHours = 40,
    };

    /// <summary>The same, done in these languages.</summary>
    public static JsonObject JobBody(string[] languages)
    {
        var body = JsonSerializer.SerializeToNode(JobBody())!.AsObject();
        body["languages"] = JsonSerializer.SerializeToNode(languages);
        return body;
    }

    /// <summary>A complete job of this client, open for proposals, at 1,200 dollars at most.</summary>
    public static async Task<Guid> OpenJob(this Site site, Account client,
        string title = "Move our orders to PostgreSQL")
    {
        var job = await (await site.As(client)).Post("/api/v1/jobs", JobBody(title));
        return (Guid)job["id"]!;
    }

    /// <summary>The same job, not yet published.</summary>
    public static async Task<Guid> DraftJob(this Site site, Account client,
        string title = "Move our orders to PostgreSQL")
    {
        var job = await (await site.As(client)).Post("/api/v1/jobs", JobBody(title, publish: false));
        return (Guid)job["id"]!;
    }
}
