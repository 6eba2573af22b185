using System.Security.Claims;

namespace Guildhall.Shared.Ui;

/// <summary>The places of the header, named by the job to be done, and which of them an address belongs to.</summary>
static class SitePlaces
{
    static readonly (string Href, string Words) work = ("/jobs", "Find work"), talent = ("/talent", "Find talent"),
        post = ("/jobs/new", "Post a job"), jobs = ("/my/jobs", "Your jobs"),
        proposals = ("/my/proposals", "Your proposals"), contracts = ("/contracts", "Contracts"),
        dashboard = ("/dashboard", "Dashboard");

    // Pages whose address does not begin with that of their place.
    static readonly (string Address, string Place)[] belongs =
        [("/freelancers", "/talent"), ("/skills", "/talent"), ("/proposals", "/my/jobs"),
         ("/proposals", "/my/proposals"), ("/invitations", "/my/proposals"), ("/my/invitations", "/my/proposals"),
         ("/clients", "/jobs")];

    /// <summary>For a visitor, a client or a freelancer: each sees what they can do here.</summary>
    public static IReadOnlyList<(string Href, string Words)> Of(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true) return [work, talent, post];
        return (user.FindFirstValue("acting") ?? user.FindFirstValue("capacity")) switch
        {
            "client" => [talent, post, jobs, contracts, dashboard],
            "freelancer" => [work, proposals, contracts, dashboard],
            _ => [work, talent, dashboard],
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
