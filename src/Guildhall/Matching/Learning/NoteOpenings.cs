using Guildhall.Matching.Placements;
using Guildhall.Shared.Web;

namespace Guildhall.Matching;

/// <summary>
/// Notes that somebody signed in opened a profile or a job, so that it can be joined to the list it was opened from.
/// Looks at the answer only; what a browser fetches before anybody clicks does not count,
/// nor what was opened from a place that was paid for.
/// </summary>
sealed class NoteOpenings(ListLog log) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, go) =>
        {
            await go(http);
            if (http.Response.StatusCode == StatusCodes.Status200OK && HttpMethods.IsGet(http.Request.Method)
                && !IsPrefetch(http.Request.Headers)
                && http.Request.Query["via"] != FeaturedSlot.Via && Item(http.Request.Path) is { } item
                && http.User.UserIdOrNull() is { } viewer)
                log.Open(viewer, item);
        });
        next(app);
    };

    static bool IsPrefetch(IHeaderDictionary headers) =>
        headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal)
        || headers["X-Sec-Purpose"] == "prefetch" || headers["Purpose"] == "prefetch";

    // /freelancers/{id} and /jobs/{id}, nothing below them.
    static Guid? Item(PathString path) => path.Value is { Length: < 80 } value
        && value.Split('/') is ["", "freelancers" or "jobs", var id] && Guid.TryParse(id, out var item) ? item : null;
}
