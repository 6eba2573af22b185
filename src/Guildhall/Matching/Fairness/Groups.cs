using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>The group of each person, from what the profile says; "?" when it says nothing.</summary>
public sealed class Groups(Freelancers freelancers)
{
    public const string Unknown = "?", New = "new", Established = "established";

    /// <param name="people">Whom, and whether they are new here.</param>
    public async Task<Dictionary<Guid, string>> Of(
        IReadOnlyDictionary<Guid, bool> people, FairGroup by, CancellationToken ct)
    {
        if (by == FairGroup.Standing) return people.ToDictionary(p => p.Key, p => p.Value ? New : Established);
        var cards = await freelancers.Many(people.Keys, ct);
        return people.Keys.ToDictionary(id => id, id => cards.GetValueOrDefault(id) is not { } card ? Unknown
            : (by == FairGroup.Country ? card.Country : card.Languages.FirstOrDefault()) ?? Unknown);
    }
}
