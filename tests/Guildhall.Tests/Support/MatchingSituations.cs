using System.Net;
using Guildhall.Accounts;

namespace Guildhall.Tests.Support;

public static class MatchingSituations
{
    /// <summary>The id of a search just saved; a fresh client's for PostgreSQL unless told otherwise.</summary>
    public static async Task<Guid> SavedSearch(this Site site, Account? owner = null, string kind = "talent",
        string query = "q=postgresql", string alerts = "immediately", string name = "Databases") =>
        (Guid)(await (await site.As(owner ?? await site.Client())).Post("/api/v1/users/me/searches",
            new { kind, query, name, alerts }, HttpStatusCode.Created))["id"]!;
}
