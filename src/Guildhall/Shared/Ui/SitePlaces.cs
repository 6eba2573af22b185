using System.Security.Claims;

namespace Guildhall.Shared.Ui;

/// <summary>The places of the header, named by the job to be done, and which of them an address belongs to.</summary>
static class SitePlaces
{
    static readonly (string Href, string Words) work = ("/jobs", "Find work"), talent = ("/talent", "Find talent"),
        post = ("/jobs/new", "Post a job"), jobs = ("/my/jobs", "Your jobs"),
        proposals = ("/my/proposals", "Your proposals"), contracts = ("/contracts", "Contracts"),
        dashboard = ("/dashboard", "Dashboard"), admin = ("/admin", "Administration");

    // Pages whose address does not begin with that of their place.
    static readonly (string Address, string Place)[] belongs =
        [("/freelancers", "/talent"), ("/skills", "/talent"), ("/proposals", "/my/jobs"),
         ("/proposals", "/my/proposals"), ("/invitations", "/my/proposals"), ("/my/invitations", "/my/proposals"),
         ("/clients", "/jobs")];

    /// <summary>For a visitor, a client, a freelancer or neither: each sees what they can do here.</summary>
    public static IReadOnlyList<(string Href, string Words)> Of(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true) return [work, talent, post];
        // An account that is neither client nor freelancer acts as one all the same.
        return (user.HasClaim(c => c.Type == "capacity") ? user.FindFirstValue("acting") : null) switch
        {
            "client" => [talent, post, jobs, contracts, dashboard],
            "freelancer" => [work, proposals, contracts, dashboard],
            _ => [work, talent, user.IsInRole("Admin") ? admin : dashboard],
        };
    }

    /// <summary>The place an address belongs to; null when it is none of them.</summary>
    public static string? Current(PathString path, IReadOnlyList<(string Href, string Words)> places)
    {
        bool Has(string href) => places.Any(p => p.Href == href);
        if (places.Any(p => path == p.Href)) return path;
        // To a client a job and its wizard are one of theirs; to everybody else they are work to be found.
        if (path.StartsWithSegments("/jobs")) return Has("/my/jobs") ? "/my/jobs" : Has("/jobs") ? "/jobs" : null;
        return places.Select(p => p.Href).FirstOrDefault(href => path.StartsWithSegments(href))
            ?? belongs.FirstOrDefault(b => path.StartsWithSegments(b.Address) && Has(b.Place)).Place;
    }
}
