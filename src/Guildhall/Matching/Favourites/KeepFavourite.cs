using System.Security.Claims;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Matching.Favourites;

/// <summary>A person keeps a freelancer or a job for later, as far as they may see it, or lets it go.</summary>
public sealed class KeepFavourite(FavouriteList list, Freelancers freelancers, JobBoard board)
{
    /// <param name="Note">Words only the owner sees, at most 500 characters; null leaves them as they are.</param>
    public sealed record Request(string? Note = null);

    public async Task Run(Guid owner, FavouriteKind kind, Guid subject, string? note, CancellationToken ct)
    {
        if (kind == FavouriteKind.Freelancer) await freelancers.One(subject, ct);
        else await board.One(subject, owner, ct);
        await list.Keep(owner, kind, subject, note, ct);
    }

    public static void Map(Routes routes)
    {
        Map(routes, FavouriteKind.Freelancer, "freelancers", "Freelancer");
        Map(routes, FavouriteKind.Job, "jobs", "Job");
        routes.Site.Post("/favourites", Who.SignedIn, Rate.Write, DataClass.Own, Press);
    }

    static void Map(Routes routes, FavouriteKind kind, string path, string name)
    {
        routes.Api.Put($"/users/me/favourites/{path}/{{id:guid}}", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Guid id, Request request, ClaimsPrincipal user, KeepFavourite keep, CancellationToken ct) =>
            {
                await keep.Run(user.UserId(), kind, id, request.Note, ct);
                return TypedResults.NoContent();
            }).WithName($"keep{name}").WithSummary("Keeps it for later, with a private note");
        routes.Api.Delete($"/users/me/favourites/{path}/{{id:guid}}", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Guid id, ClaimsPrincipal user, FavouriteList list, CancellationToken ct) =>
            {
                if (!await list.LetGo(user.UserId(), kind, id, ct)) throw new Missing("favourite");
                return TypedResults.NoContent();
            }).WithName($"letGoOf{name}").WithSummary("Keeps it no longer");
    }

    // The button of a page: "keep" or "letGo" holds "freelancer/…" or "job/…".
    static async Task<IResult> Press(
        HttpContext http, KeepFavourite favourites, FavouriteList list, CancellationToken ct)
    {
        var form = await http.Request.ReadForm(ct);
        var (owner, keep) = (http.User.UserId(), form["keep"].ToString());
        var (kind, id) = Read(keep.Length > 0 ? keep : form["letGo"].ToString());
        if (keep.Length > 0) await favourites.Run(owner, kind, id, null, ct);
        else await list.LetGo(owner, kind, id, ct);
        return TypedResults.LocalRedirect(Local.Path(form["back"], "/my/favourites"));
    }

    static (FavouriteKind, Guid) Read(string pressed) =>
        pressed.Split('/') is [var kind, var id] && Guid.TryParse(id, out var subject)
            ? (Choice.Of(kind, FavouriteKind.Freelancer, "keep"), subject) : throw new Missing("favourite");
}
