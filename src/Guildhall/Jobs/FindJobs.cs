using Guildhall.Accounts.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Jobs;

/// <summary>An operator's list of everything that was ever published, the last published first.</summary>
public sealed class FindJobs(Db db, People people)
{
    public sealed record Item(Guid Id, string Title, JobState State, Guid ClientId, string Client, int Proposals,
        DateTime PublishedAt);

    public async Task<Page<Item>> Run(string? query, JobState? state, string? cursor, int? size, CancellationToken ct)
    {
        var (jobs, take) = (db.Set<Job>().AsNoTracking().Where(j => j.PublishedAt != null), Cursor.Size(size));
        if (state is { } wanted) jobs = jobs.Where(j => j.State == wanted);
        if (query?.Trim() is { Length: > 0 and <= 200 } text)
        {
            var lower = text.ToLowerInvariant();
            jobs = jobs.Where(j => j.Brief.Title.ToLower().Contains(lower));
        }
        if (cursor is { Length: > 0 })
        {
            var (at, id) = Cursor.TimeAndId(cursor);
            jobs = jobs.Where(j => j.PublishedAt < at || j.PublishedAt == at && j.Id < id);
        }
        var rows = await jobs.OrderByDescending(j => j.PublishedAt).ThenByDescending(j => j.Id).Take(take + 1)
            .ToListAsync(ct);
        var clients = await people.Many(rows.Select(j => j.ClientId), ct);
        var items = rows.Take(take).Select(j => new Item(j.Id, j.Brief.Title, j.State, j.ClientId,
            clients[j.ClientId].Name, j.Proposals, j.PublishedAt!.Value)).ToList();
        return new(items, rows.Count > take ? Cursor.Of(items[^1].PublishedAt, items[^1].Id) : null);
    }

    public static void Map(Routes routes) => routes.Api.Get("/admin/jobs", Who.Admin, Rate.Search, DataClass.Admin,
        (string? q, JobState? state, string? cursor, int? size, FindJobs find, CancellationToken ct) =>
            find.Run(q, state, cursor, size, ct))
        .WithName("findJobs").WithSummary("Searches published jobs by title and state");
}
