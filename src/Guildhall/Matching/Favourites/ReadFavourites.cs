using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Matching.Favourites;

/// <summary>Something kept, as it stands today.</summary>
/// <param name="Name">The person's name, or the job's title.</param>
/// <param name="Line">The freelancer's headline, or nothing.</param>
/// <param name="Note">The owner's own words; empty without any.</param>
/// <param name="IsOpen">The profile is shown, or the job takes proposals.</param>
public sealed record Favoured(
    FavouriteKind Kind, Guid Id, string Name, string? Line, string Note, bool IsOpen, DateTime At)
{
    public string Url => Kind == FavouriteKind.Freelancer ? $"/freelancers/{Id}" : $"/jobs/{Id}";
}

/// <summary>A person's favourites, the last kept first. What may not be seen any more is left out.</summary>
public sealed class ReadFavourites(FavouriteList list, Freelancers freelancers, People people, JobBoard board)
{
    public async Task<IReadOnlyList<Favoured>> Run(Guid owner, FavouriteKind kind, CancellationToken ct)
    {
        var kept = await list.Of(owner, kind, ct);
        return kind == FavouriteKind.Freelancer ? await Persons(kept, ct) : await Jobs(owner, kept, ct);
    }

    async Task<IReadOnlyList<Favoured>> Persons(List<Kept> kept, CancellationToken ct)
    {
        var cards = await freelancers.Many(kept.Select(k => k.SubjectId), ct);
        var names = await people.Many(cards.Keys, ct);
        return [.. kept.Where(k => cards.ContainsKey(k.SubjectId)).Select(k => new Favoured(
            k.Kind, k.SubjectId, names[k.SubjectId].Name, cards[k.SubjectId].Headline, k.Note, true, k.At))];
    }

    async Task<IReadOnlyList<Favoured>> Jobs(Guid owner, List<Kept> kept, CancellationToken ct)
    {
        var jobs = await board.Seen(kept.Select(k => k.SubjectId), owner, ct);
        return [.. kept.Where(k => jobs.ContainsKey(k.SubjectId)).Select(k => new Favoured(
            k.Kind, k.SubjectId, jobs[k.SubjectId].Title, null, k.Note, jobs[k.SubjectId].TakesProposals, k.At))];
    }

    public static void Map(Routes routes) => routes.Api.Get(
        "/users/me/favourites", Who.SignedIn, Rate.Read, DataClass.Own,
        (string? kind, ClaimsPrincipal user, ReadFavourites read, CancellationToken ct) =>
            read.Run(user.UserId(), Choice.Of(kind, FavouriteKind.Freelancer, "kind"), ct))
        .WithName("listFavourites").WithSummary("What the caller keeps: kind=freelancer or kind=job");
}
