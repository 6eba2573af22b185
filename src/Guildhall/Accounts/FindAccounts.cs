using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>The administrator's search among accounts, newest first.</summary>
public sealed class FindAccounts(Db db)
{
    public sealed record Item(Guid Id, string Name, string Email, bool IsClient, bool IsFreelancer, bool IsAdmin,
        bool IsSuspended, DateTime JoinedAt);

    public async Task<Page<Item>> Run(string? query, string? cursor, int? size, CancellationToken ct)
    {
        var (accounts, take) = (db.Set<Account>().AsNoTracking(), Cursor.Size(size));
        if (query?.Trim() is { Length: > 0 and <= 200 } text)
        {
            var (upper, start) = (text.ToUpperInvariant(), text);
            accounts = accounts.Where(a => a.NormalizedEmail!.Contains(upper)
                || (a.FirstName + " " + a.LastName).ToUpper().Contains(upper) || a.FirstName.StartsWith(start));
        }
        if (cursor is { Length: > 0 })
        {
            var (at, id) = Cursor.TimeAndId(cursor);
            accounts = accounts.Where(a => a.JoinedAt < at || a.JoinedAt == at && a.Id < id);
        }
        var items = await accounts.OrderByDescending(a => a.JoinedAt).ThenByDescending(a => a.Id).Take(take + 1)
            .Select(a => new Item(
                a.Id, (a.FirstName + " " + a.LastName).Trim(), a.Email!, a.IsClient, a.IsFreelancer, a.IsAdmin,
                a.Standing == Standing.Suspended, a.JoinedAt)).ToListAsync(ct);
        var next = items.Count > take ? Cursor.Of(items[take - 1].JoinedAt, items[take - 1].Id) : null;
        return new(items.Take(take).ToList(), next);
    }

    public static void Map(Routes routes) => routes.Api.Get("/admin/users", Who.Admin, Rate.Search, DataClass.Admin,
        (string? q, string? cursor, int? size, FindAccounts find, CancellationToken ct) =>
            find.Run(q, cursor, size, ct))
        .WithName("findAccounts").WithSummary("Searches accounts by name and mail address");
}
