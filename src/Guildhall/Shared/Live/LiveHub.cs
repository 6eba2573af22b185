using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Shared.Live;

/// <summary>Who may follow topics that begin with a prefix ("contract:…"). Modules register one each.</summary>
public sealed record TopicRule(string Prefix, Func<IServiceProvider, Guid, Guid, CancellationToken, Task<bool>> Allows);

/// <summary>The one hub of the site: a page joins the topics it shows and hears numbered frames.</summary>
[Access(Who.SignedIn, Rate.Live, DataClass.Private)]
public sealed class LiveHub(IServiceProvider services, IEnumerable<TopicRule> rules, LiveFeed live, Db db) : Hub
{
    HashSet<string> Followed => (HashSet<string>)(Context.Items["topics"] ??= new HashSet<string>());

    /// <summary>Follow a topic from a sequence number on; a missed frame comes back in the answer.</summary>
    [Access(Who.SignedIn, Rate.Live, DataClass.Private)]
    public async Task<Frame?> Join(string topic, long since)
    {
        if (!await MayFollow(topic)) throw new HubException("There is no such topic.");
        await Groups.AddToGroupAsync(Context.ConnectionId, topic);
        if (Followed.Add(topic)) live.Count(topic, +1);
        var last = await db.Set<LiveTopic>().AsNoTracking().SingleOrDefaultAsync(t => t.Topic == topic);
        return last is null || last.Sequence <= since ? null : last.Frame;
    }

    [Access(Who.SignedIn, Rate.Live, DataClass.Private)]
    public Task Leave(string topic)
    {
        if (Followed.Remove(topic)) live.Count(topic, -1);
        return Groups.RemoveFromGroupAsync(Context.ConnectionId, topic);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var topic in Followed) live.Count(topic, -1);
        return base.OnDisconnectedAsync(exception);
    }

    async Task<bool> MayFollow(string topic)
    {
        if (topic.Split(':', 2) is not [var prefix, var rest] || !Guid.TryParse(rest, out var id)) return false;
        var user = Context.User!.UserId();
        if (prefix == "user") return id == user;
        return rules.SingleOrDefault(r => r.Prefix == prefix) is { } rule
            && await rule.Allows(services, user, id, Context.ConnectionAborted);
    }
}
