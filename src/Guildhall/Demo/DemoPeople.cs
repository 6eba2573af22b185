using Guildhall.Accounts;
using Guildhall.Demo.Data;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Demo;

/// <param name="Role">client, freelancer or admin</param>
public sealed record DemoPerson(string Role, Guid Id, string Name, string Email);

/// <summary>The three people of the demo a visitor may be.</summary>
static class DemoPeople
{
    static readonly SignInData addresses = DemoFiles.Read<SiteData>("site.json").SignIns;

    /// <summary>Empty unless the demo is on and its people live here.</summary>
    public static async Task<IReadOnlyList<DemoPerson>> Of(Db db, Settings settings, CancellationToken ct)
    {
        if (!settings.Demo) return [];
        (string Role, string Email)[] roles =
            [("client", addresses.Client), ("freelancer", addresses.Freelancer), ("admin", addresses.Admin)];
        var wanted = roles.Select(r => Account.Normalize(r.Email)).ToArray();
        var found = await db.Set<Account>().AsNoTracking()
            .Where(a => wanted.Contains(a.NormalizedEmail!)).ToListAsync(ct);
        return [.. from role in roles
                   join account in found on Account.Normalize(role.Email) equals account.NormalizedEmail
                   select new DemoPerson(role.Role, account.Id, account.FullName, role.Email)];
    }
}
