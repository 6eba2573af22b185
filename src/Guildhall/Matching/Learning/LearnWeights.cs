using Guildhall.Engine.Matching.Learning;
using Guildhall.Hiring.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// Every night: what people opened, praised, invited, shortlisted and hired out of the lists they were shown, position
/// weighed out, becomes weights that might be better. They are put before an operator with their evidence and never
/// count by themselves.
/// </summary>
public sealed class LearnWeights(
    Db db, WeightsBook book, Proposals proposals, Invitations invitations) : IRecur
{
    // The newest lists that are read: a night's work, not a week's.
    const int MostLists = 20_000;

    public async Task Run(CancellationToken ct)
    {
        var (lists, pairs) = await Read(ct);
        var today = await book.Current(ct);
        var lesson = WeightsLesson.Of(lists, pairs, today, await book.NextVersion(ct));
        await db.Transact(async () =>
        {
            // Of nights nobody decided on, the last one stays.
            await db.Set<WeightsProposal>().Where(p => p.State == ProposalFate.Waiting).ExecuteDeleteAsync(ct);
            db.Add(WeightsProposal.Of(lesson, today.Version, db.Clock.Now()));
        }, ct);
    }

    /// <summary>The lists with what came of them, and the neighbours drawn by lot.</summary>
    public async Task<(List<LearningList> Lists, List<DrawnPair> Pairs)> Read(CancellationToken ct)
    {
        var rows = await db.Set<ShownList>().AsNoTracking()
            .Where(l => l.Place == ListPlace.Candidates || l.Place == ListPlace.Recommendations)
            .OrderByDescending(l => l.At).Take(MostLists).ToListAsync(ct);
        var openings = (await db.Set<ListOpening>().AsNoTracking().ToListAsync(ct))
            .ToLookup(o => o.ListId, o => o.ItemId);
        var outcomes = await Outcomes.Read(db, proposals, invitations, rows, ct);
        var (lists, pairs) = (new List<LearningList>(), new List<DrawnPair>());
        // The same page of the same list, looked at again on the same day, is one look.
        foreach (var look in rows.GroupBy(l => (l.ViewerId, l.SubjectId, l.From, l.Policy, l.At.Date)))
        {
            var (list, opened) = (look.First(), look.SelectMany(l => openings[l.Id]).ToHashSet());
            var items = ShownItem.Unpack(list.Items).Select((item, at) =>
            {
                var (gain, byPosition) = outcomes.Of(list, item.Id, opened.Contains(item.Id));
                return new LearningItem(item.Id, list.From + at, item.Shares, item.Ceiling, item.Length, gain,
                    byPosition);
            }).ToArray();
            lists.Add(new(list.SubjectId, items));
            if (list.Pair - list.From is { } at and >= 0 && at + 1 < items.Length)
                pairs.Add(new(list.Pair!.Value, opened.Contains(items[at].Id), opened.Contains(items[at + 1].Id)));
        }
        return (lists, pairs);
    }
}
