using Guildhall.Shared.Data;
using Guildhall.Talent.Clients;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Public;

/// <summary>What other modules may read of who hires.</summary>
public sealed class Companies(Db db)
{
    /// <summary>ISO 3166 alpha-2, of those who said where they are.</summary>
    public async Task<Dictionary<Guid, string>> Countries(IReadOnlyCollection<Guid> clients, CancellationToken ct) =>
        await db.Set<ClientProfile>().Where(c => clients.Contains(c.AccountId) && c.Country != null)
            .ToDictionaryAsync(c => c.AccountId, c => c.Country!, ct);
}
