using Guildhall.Tests.Support;

namespace Guildhall.Tests.Security;

/// <summary>
/// What stands in each route parameter while strangers knock: the id of a real thing that belongs to somebody else.
/// A new parameter needs a line here: the path segment before it, its name, and how such a thing comes to be.
/// </summary>
static class Foreign
{
    static readonly Dictionary<string, Func<Site, Task<string>>> things = new()
    {
        ["openapi/{documentName}"] = _ => Task.FromResult("v1"),
        ["admin/users/{id}"] = async site => (await site.Client()).Id.ToString(),
        ["reset-password/{token}"] = _ => Task.FromResult(new string('0', 64)),
        ["sessions/{id}"] = async site => (await site.SessionOf(await site.Client())).ToString(),
        ["outbox/{id}"] = async site => (await site.MailTo("somebody@test.guildhall.example")).ToString(),
    };

    public static Func<Site, Task<string>>? Of(string route, string parameter)
    {
        var before = route[..route.IndexOf($"{{{parameter}}}", StringComparison.Ordinal)].TrimEnd('/');
        var key = things.Keys.Where(k => k.EndsWith($"/{{{parameter}}}"))
            .Where(k => before == k[..k.LastIndexOf('/')] || before.EndsWith("/" + k[..k.LastIndexOf('/')]))
            .MaxBy(k => k.Length);
        return key is null ? null : things[key];
    }
}
