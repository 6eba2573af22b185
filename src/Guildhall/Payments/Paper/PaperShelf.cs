using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>Finds a paper for the person it was issued to.</summary>
public sealed class PaperShelf(Db db)
{
    public async Task<Paper> One(Guid id, Guid personId, CancellationToken ct) =>
        await db.Set<Paper>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.ForId == personId, ct)
            ?? throw new Missing("paper");

    /// <summary>The newest first.</summary>
    public Task<List<Paper>> Of(Guid personId, int most, CancellationToken ct) => db.Set<Paper>().AsNoTracking()
        .Where(p => p.ForId == personId).OrderByDescending(p => p.IssuedAt).ThenByDescending(p => p.Id).Take(most)
            .ToListAsync(ct);
}
