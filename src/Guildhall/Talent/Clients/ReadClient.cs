using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Clients;

/// <summary>A client as others see them.</summary>
public sealed record ClientView(
    Guid Id, string Name, string? PhotoUrl, string Company, string Industry, string About, CompanySize? Size,
        string? City,
    string? Country, DateTime MemberSince)
{
    /// <summary>The company, or the person when it has no name.</summary>
    public string Title => Company.Length > 0 ? Company : Name;
}

/// <summary>Reads who hires.</summary>
public sealed class ReadClient(Db db, People people)
{
    public Task<ClientView> Own(Guid accountId, CancellationToken ct) => Read(accountId, mayBeSuspended: true, ct);

    public Task<ClientView> One(Guid accountId, CancellationToken ct) => Read(accountId, mayBeSuspended: false, ct);

    async Task<ClientView> Read(Guid accountId, bool mayBeSuspended, CancellationToken ct)
    {
        var person = (await people.Many([accountId], ct)).GetValueOrDefault(accountId);
        if (person is not { IsClient: true } || person.IsSuspended && !mayBeSuspended) throw new Missing("client");
        var said = await db.Set<ClientProfile>().AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == accountId, ct);
        return new(accountId, person.Name, person.AvatarId is { } photo ? $"/files/{photo}" : null, said?.Company ?? "",
            said?.Industry ?? "", said?.About ?? "", said?.Size, said?.City, said?.Country, person.JoinedAt);
    }

    public static void Map(Routes routes) =>
        routes.Api.Get("/clients/{id:guid}", Who.Anyone, Rate.Read, DataClass.Public,
            (Guid id, ReadClient read, CancellationToken ct) => read.One(id, ct))
            .WithSummary("A client: company, hires, reviews");
}
