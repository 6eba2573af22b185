using System.Text.Json;
using Guildhall.Engine.Reputation;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Reputation.Public;

/// <summary>A person's published reputation on one side.</summary>
/// <param name="Score">0 to 1000; null before the first snapshot.</param>
/// <param name="Stars">Plain average of the overall ratings, 1 to 5 in hundredths; null without reviews.</param>
/// <param name="Formula">The version of the formula that gave the score.</param>
/// <param name="Components">Each part with its weight and points; the points sum to the score.</param>
public sealed record ReputationCard(
    Guid AccountId, ReputationSide Side, int? Score, decimal? Stars, int Reviews, Confidence Confidence,
        string? Formula,
    IReadOnlyList<ReputationComponent> Components, DateTime? At);

/// <summary>What lists show of a reputation.</summary>
/// <param name="Score">0 to 1000.</param>
/// <param name="Stars">As <see cref="ReputationCard"/> has them.</param>
public sealed record ReputationMark(int Score, decimal? Stars, int Reviews);

/// <summary>A published review with its author's id; names are the reader's to look up.</summary>
public sealed record ReviewView(
    Guid Id, Guid ContractId, string Title, Guid ReviewerId, Guid RevieweeId, ReputationSide About, int Rating,
        int Success,
    int Communication, int Professionalism, int Deadlines, int QualityScore, bool OnTime, string Text,
        DateTime PublishedAt,
    string? Reply, DateTime? RepliedAt);

/// <summary>What other modules may read of reputation.</summary>
public sealed class Reputations(Db db)
{
    sealed record Mark(Guid AccountId, int Score, int Reviews, int StarsHundredths);

    static readonly Dictionary<ReputationSide, KeptQuery<IReadOnlyCollection<Guid>, Mark>> Short =
        Enum.GetValues<ReputationSide>().ToDictionary(side => side, side =>
            new KeptQuery<IReadOnlyCollection<Guid>, Mark>((db, ids) => db.Set<Snapshot>()
                .Where(s => ids.Contains(s.AccountId) && s.Side == side && s.IsCurrent)
                .Select(s => new Mark(s.AccountId, s.Score, s.Reviews, s.StarsHundredths))));

    public async Task<ReputationCard> Of(Guid accountId, ReputationSide side, CancellationToken ct) =>
        (await Many([accountId], side, ct))[accountId];

    /// <summary>One card per asked person, also for those without any history.</summary>
    public async Task<Dictionary<Guid, ReputationCard>> Many(
        IReadOnlyCollection<Guid> accountIds, ReputationSide side, CancellationToken ct)
    {
        var found = await db.Set<Snapshot>().AsNoTracking()
            .Where(s => accountIds.Contains(s.AccountId) && s.Side == side && s.IsCurrent).ToListAsync(ct);
        var cards = found.ToDictionary(s => s.AccountId, Card);
        foreach (var id in accountIds)
            cards.TryAdd(id, new(id, side, null, null, 0, Confidence.New, null, [], null));
        return cards;
    }

    /// <summary>The same in short; who has none yet is left out.</summary>
    public async Task<Dictionary<Guid, ReputationMark>> Marks(
        IReadOnlyCollection<Guid> accountIds, ReputationSide side, CancellationToken ct) =>
        (await Short[side].List(db, accountIds, ct)).ToDictionary(s => s.AccountId, s => new ReputationMark(
            s.Score, Stars(s.Reviews, s.StarsHundredths), s.Reviews));

    /// <summary>Published reviews of a person on one side, newest first.</summary>
    public async Task<Page<ReviewView>> ReviewsOf(
        Guid accountId, ReputationSide side, string? cursor, int? size, CancellationToken ct)
    {
        var take = Cursor.Size(size);
        var reviews = db.Set<Review>().AsNoTracking()
            .Where(r => r.RevieweeId == accountId && r.About == side && r.PublishedAt != null);
        if (cursor is not null)
        {
            var (at, id) = Cursor.TimeAndId(cursor);
            reviews = reviews.Where(r => r.PublishedAt < at || r.PublishedAt == at && r.Id < id);
        }
        var rows = await reviews.OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Id).Take(take + 1)
            .ToListAsync(ct);
        var page = rows.Take(take).Select(View).ToArray();
        return new(page, rows.Count > take ? Cursor.Of(page[^1].PublishedAt, page[^1].Id) : null);
    }

    /// <summary>Whether this person has already reviewed the contract.</summary>
    public Task<bool> HasReviewed(Guid contractId, Guid accountId, CancellationToken ct) =>
        db.Set<Review>().AnyAsync(r => r.ContractId == contractId && r.ReviewerId == accountId, ct);

    static ReputationCard Card(Snapshot s) => new(s.AccountId, s.Side, s.Score,
        Stars(s.Reviews, s.StarsHundredths), s.Reviews, s.Confidence, s.Formula,
        JsonSerializer.Deserialize<ReputationComponent[]>(s.Components, JsonSerializerOptions.Web)!, s.At);

    static decimal? Stars(int reviews, int hundredths) => reviews == 0 ? null : hundredths / 100m;

    static ReviewView View(Review r) => new(r.Id, r.ContractId, r.ContractTitle, r.ReviewerId, r.RevieweeId, r.About,
        r.Ratings.Overall, r.Ratings.Success, r.Ratings.Communication, r.Ratings.Professionalism, r.Ratings.Deadlines,
        r.Ratings.Quality, r.Ratings.OnTime, r.Text, r.PublishedAt!.Value, r.Reply, r.RepliedAt);
}
