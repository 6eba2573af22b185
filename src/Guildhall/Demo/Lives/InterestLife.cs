using Guildhall.Demo.Data;
using Guildhall.Demo.Stage;
using Guildhall.Hiring.Inviting;
using Guildhall.Hiring.Public;
using Guildhall.Matching.SavedSearches;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;

namespace Guildhall.Demo.Lives;

/// <summary>Whom clients asked for a proposal, and what people keep for later.</summary>
sealed class InterestLife(Theatre theatre, Tale tale, Townsfolk people)
{
    readonly ILookup<string, InvitationData> invitations =
        DemoFiles.Read<InvitationData[]>("invitations.json").ToLookup(i => i.Job);
    readonly FavouriteData[] favourites = DemoFiles.Read<FavouriteData[]>("favourites.json");

    /// <summary>What concerns one job. An invitation that was answered with a proposal came before it.</summary>
    public void Plan(JobTrack job, DateTime posted)
    {
        foreach (var data in invitations[job.Data.Ref])
        {
            var (freelancer, about) = (people.Id(data.Freelancer), job.Data.Ref + data.Freelancer + "invited");
            var id = Guid.Empty;
            var sent = data.State == "accepted" ? posted.AddMinutes(10)
                : Moments.Later(posted.AddMinutes(10), theatre.Moments.On(data.InDays, job.Zone, about));
            tale.At(sent, async () => id = await theatre.Get<InviteFreelancer>().Run(
                job.Id, job.Client, new(freelancer, data.Note), default));
            if (data.State is "sent" or "accepted") continue;
            var read = sent.AddMinutes(Chance.Between(15, 120, about));
            tale.At(read, () => theatre.Get<ReadInvitations>().Open(id, freelancer, default));
            if (data.Reason is { } reason)
                tale.At(read.AddMinutes(5), () => theatre.Get<DeclineInvitation>().Run(id, freelancer,
                    new(Enum.Parse<WhyNot>(reason, ignoreCase: true), data.ReasonNote ?? ""), default));
        }
        foreach (var data in favourites.Where(f => f.Job == job.Data.Ref))
            Keep(data, FavouriteKind.Job, () => job.Id);
    }

    public void PlanPeople()
    {
        foreach (var data in favourites)
            if (data.Freelancer is { } person) Keep(data, FavouriteKind.Freelancer, () => people.Id(person));
        foreach (var data in DemoFiles.Read<SearchData[]>("searches.json"))
        {
            var at = theatre.Moments.On(data.InDays, people.Zone(data.Owner), data.Owner + data.Name);
            tale.At(at, () =>
            {
                theatre.Db.Add(Search(data, at));
                return theatre.Db.SaveChangesAsync();
            });
        }
    }

    // The market is not read before the end of the tale, so the search is kept without trying it.
    SavedSearch Search(SearchData data, DateTime at)
    {
        var kind = Enum.Parse<SearchKind>(data.Kind, ignoreCase: true);
        var search = new SavedSearch
        {
            OwnerId = people.Id(data.Owner), Kind = kind, CreatedAt = at,
            Query = RunSavedSearch.Canonical(kind, data.Query),
        };
        search.Choose(data.Name, AlertChoice.Daily, at);
        search.Look(at);
        return search;
    }

    void Keep(FavouriteData data, FavouriteKind kind, Func<Guid> subject) => tale.At(
        theatre.Moments.On(data.InDays, people.Zone(data.Owner), data.Owner + (data.Job ?? data.Freelancer)),
        () => theatre.Get<FavouriteList>().Keep(people.Id(data.Owner), kind, subject(), data.Note, default));
}
