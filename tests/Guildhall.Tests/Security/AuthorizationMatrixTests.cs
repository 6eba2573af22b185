using System.Net;
using System.Text.Json;
using Guildhall.Shared.Web;
using Guildhall.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Security;

/// <summary>
/// Every endpoint, page and hub method × everybody who may knock. The expectation is read from the door's own
/// registration; nothing is listed by hand except whose things stand in the route (<see cref="Foreign"/>).
/// </summary>
public class AuthorizationMatrixTests : OwnSiteTest
{
    readonly Foreign things;
    readonly Dictionary<Caller, HttpClient> readers = [];

    public AuthorizationMatrixTests() => things = new(Site);

    [Fact]
    public async Task Every_door_opens_for_those_it_names_and_for_nobody_else()
    {
        var sample = new Sample(await Site.Anonymous().Get("/openapi/v1.json"));
        var doors = Door.All(Site.Services.GetRequiredService<EndpointDataSource>().Endpoints);

        Assert.Empty(Door.SilentHubMethods(typeof(Program).Assembly));
        None(Unready(doors));
        None(await Knock(doors, sample, Somebody, Path));
        Assert.True(doors.Count > 15, $"Only {doors.Count} doors were found.");
    }

    [Fact]
    public async Task A_planted_door_that_forgets_its_rule_is_found()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.Configure<RouteOptions>(o => o.SuppressCheckForUnhandledSecurityMetadata = true);
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.MapGet("/api/v1/planted", () => "secret")
            .WithMetadata(new AccessAttribute(Who.Admin, Rate.Read, DataClass.Admin));
        app.MapGet("/api/v1/contracts/{id:guid}/planted", (Guid id) => $"somebody else's {id}")
            .WithMetadata(new AccessAttribute(Who.SignedIn, Rate.Read, DataClass.Private));
        app.MapGet("/api/v1/silent", () => "secret");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var doors = Door.All(app.Services.GetRequiredService<EndpointDataSource>().Endpoints);

        var unready = Unready(doors);
        var found =
            await Knock([.. doors.Where(d => d.Access is not null)],
            new(JsonSerializer.SerializeToNode(new { paths = new { } })!),
            (_, _) => Task.FromResult(app.GetTestClient()),
            door => Task.FromResult(door.Route.Replace("{id}", Guid.CreateVersion7().ToString())));

        Assert.Contains("GET /api/v1/silent does not say who may call it", unready);
        Assert.Contains("GET /api/v1/planted as Anonymous: 200, but 401 was due", found);
        Assert.Contains("GET /api/v1/planted as Client: 200, but 403 was due", found);
        Assert.Contains(
            "GET /api/v1/contracts/{id}/planted as OtherTenant: 200, but for somebody else's id 404 was due", found);
    }

    [Fact]
    public void A_route_parameter_that_the_matrix_does_not_know_is_found() =>
        Assert.Equal(["GET /api/v1/planted/{seed}: say in Security/Foreign.cs what stands in {seed}"], Unready(
            [new("GET", "/api/v1/planted/{seed}", new(Who.SignedIn, Rate.Read, DataClass.Private), false)]));

    List<string> Unready(IEnumerable<Door> doors) =>
    [
        .. from door in doors where door.Access is null select $"{door} does not say who may call it",
        .. from door in doors
           from parameter in door.Parameters
           where door.Access is not null && !door.Route.EndsWith("/planted") && things.Of(door.Route, parameter) is null
           select $"{door}: say in Security/Foreign.cs what stands in {{{parameter}}}",
    ];

    // Assert.Empty would cut the list short.
    static void None(IReadOnlyList<string> broken) => Assert.True(broken.Count == 0, string.Join('\n', broken));

    async Task<string> Path(Door door)
    {
        var path = door.Route;
        foreach (var parameter in door.Parameters)
            path = path.Replace($"{{{parameter}}}", await things.Of(door.Route, parameter)!.Value);
        return path;
    }

    // Whoever only reads stays who they are.
    async Task<HttpClient> Somebody(Door door, Caller caller) =>
        door.Method != "GET" ? await Site.Client(caller)
        : readers.TryGetValue(caller, out var reader) ? reader : readers[caller] = await Site.Client(caller);

    static async Task<List<string>> Knock(IReadOnlyList<Door> doors, Sample sample,
        Func<Door, Caller, Task<HttpClient>> client, Func<Door, Task<string>> path)
    {
        var broken = new List<string>();
        foreach (var door in doors)
        {
            var url = await path(door);
            foreach (var caller in Enum.GetValues<Caller>())
            {
                using var request = new HttpRequestMessage(new(door.Method), url);
                if (!door.IsPage && sample.Body(sample.Operation(door.Method, door.Route)) is { } body)
                    request.Content = new StringContent(body.ToJsonString(), null, "application/json");
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
                using var answer = await (await client(door, caller))
                    .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if (Verdict.On(door, caller, answer.StatusCode, answer.Headers.Location?.ToString()) is { } bad) broken
                    .Add(bad);
            }
        }
        return broken;
    }
}
