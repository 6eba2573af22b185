using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Favourites;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Public;

public enum FavouriteKind { Freelancer, Job }

/// <param name="SubjectId">The freelancer's account, or the job.</param>
/// <param name="Note">The owner's own words; empty without any.</param>
public sealed record Kept(FavouriteKind Kind, Guid SubjectId, string Note, DateTime At);

/// <summary>What a person keeps for later. Whether they may see it, whoever owns the thing decides before.</summary>
public sealed class FavouriteList(Db db, TimeProvider clock)
{
    public const int Most = 500, NoteMax = 500;

    /// <summary>Keeps it; a second time changes only the note, and only when one is given.</summary>
    public Task Keep(Guid owner, FavouriteKind kind, Guid subject, string? note, CancellationToken ct)
    {
        var words = note?.ReplaceLineEndings("\n").Trim();
        new Check().Text(words, "note", NoteMax, 0).ThrowIfAny();
        return db.Transact(async () =>
        {
            if (await db.Set<Favourite>().FindAsync([owner, kind, subject], ct) is { } known)
            {
                known.Note = words ?? known.Note;
                return;
            }
            if (await db.Set<Favourite>().CountAsync(f => f.OwnerId == owner, ct) >= Most)
                throw new Refused($"You keep {Most} favourites already. Let one go first.", "too_many_favourites");
            db.Add(new Favourite
            {
                OwnerId = owner, Kind = kind, SubjectId = subject, Note = words ?? "", At = clock.Now(),
            });
        }, ct);
    }

    /// <summary>False when it was not kept.</summary>
    public async Task<bool> LetGo(Guid owner, FavouriteKind kind, Guid subject, CancellationToken ct) =>
        await db.Set<Favourite>().Where(f => f.OwnerId == owner && f.Kind == kind && f.SubjectId == subject)
            .ExecuteDeleteAsync(ct) > 0;

    /// <summary>The last kept first.</summary>
    public Task<List<Kept>> Of(Guid owner, FavouriteKind kind, CancellationToken ct) =>
        db.Set<Favourite>().AsNoTracking().Where(f => f.OwnerId == owner && f.Kind == kind)
            .OrderByDescending(f => f.At).ThenBy(f => f.SubjectId)
            .Select(f => new Kept(f.Kind, f.SubjectId, f.Note, f.At)).ToListAsync(ct);

    /// <summary>Which of these the person keeps; none of anybody who is not signed in.</summary>
    public async Task<HashSet<Guid>> Among(
        Guid? owner, FavouriteKind kind, IEnumerable<Guid> subjects, CancellationToken ct)
    {
        if (owner is not { } person) return [];
        var ids = subjects.Distinct().ToArray();
        return [.. await db.Set<Favourite>().Where(f => f.OwnerId == person && f.Kind == kind
            && ids.Contains(f.SubjectId)).Select(f => f.SubjectId).ToListAsync(ct)];
    }
}
