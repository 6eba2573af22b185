using Guildhall.Shared.Live;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Guildhall.Shared;

/// <summary>
/// What the site serves beside the modules: assets, pages, the hub, the API's documentation, its health.
/// </summary>
static class SiteRoutes
{
    public static void MapSite(this WebApplication app)
    {
        var open = new AccessAttribute(Who.Anyone, Rate.Static, DataClass.Public);
        app.MapStaticAssets().Add(endpoint =>
        {
            endpoint.Metadata.Add(open);
            KeepForEver(endpoint);
        });
        app.MapRazorComponents<App>().Add(endpoint =>
        {
            // Pages say it themselves; this is for the framework's own helper endpoints.
            if (!endpoint.Metadata.OfType<ComponentTypeMetadata>().Any()) endpoint.Metadata.Add(open);
        });
        app.MapHub<LiveHub>("/live").WithMetadata(new AccessAttribute(Who.SignedIn, Rate.Live, DataClass.Private));
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(open);
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint("/openapi/v1.json", "Guildhall API v1");
            ui.DocumentTitle = "Guildhall API";
        });
        app.MapGet("/.well-known/jwks.json", RotateKeys.Published).WithMetadata(open).ExcludeFromDescription();
        app.MapGet("/livez", () => "ok").WithMetadata(open).ExcludeFromDescription();
        app.MapGet("/readyz", async (Data.Db db, CancellationToken ct) =>
            await db.Database.CanConnectAsync(ct) ? Results.Text("ok") : Results.StatusCode(503))
            .WithMetadata(open).ExcludeFromDescription();
    }

    // Chunks and fonts carry their hash or version in the name, as the SDK's own fingerprinted files do.
    static void KeepForEver(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } serve }) return;
        if (!path.Contains("build/c/") && !path.Contains("build/fonts/")) return;
        endpoint.RequestDelegate = http =>
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
            return serve(http);
        };
    }
}
