using Guildhall.Engine.Search;
using Guildhall.Shared;

namespace Guildhall.Matching.Placements;

/// <summary>
/// Who stands in the labelled box above the first page of a search for freelancers: they paid for it, and they answer
/// to everything that is asked. The list below is made without knowing of it. Never where people are ordered by their
/// match to a job: a match is not for sale.
/// </summary>
sealed class FeaturedSlot(TalentSearch search, RunningPlacements running, TimeProvider clock)
{
    public const int Places = 2;

    /// <summary>How a profile's address says that it was opened from the slot.</summary>
    public const string Via = "featured";

    public async Task<IReadOnlyList<Hit<ShownFreelancer>>> Of(
        TalentAsked asked, Results<ShownFreelancer> found, Guid? reader, CancellationToken ct)
    {
        if (found.Errors.Count > 0 || !string.IsNullOrEmpty(asked.Job) || asked.Cursor is not null
            || asked.Page is not (null or "" or "1")) return [];
        var paid = await running.Now(ct);
        return paid.Count == 0 ? []
            : await search.Among(asked, paid, those => Turns.At(those, Places, clock.Now()), reader, ct);
    }
}
