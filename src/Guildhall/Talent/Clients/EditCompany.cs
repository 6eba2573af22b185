using System.Security.Claims;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Clients;

/// <summary>The client says who hires.</summary>
public sealed class EditCompany(Db db)
{
    public Task Run(Guid accountId, CompanyWords words, CancellationToken ct) => db.Transact(async () =>
    {
        var client = await db.Set<ClientProfile>().SingleOrDefaultAsync(c => c.AccountId == accountId, ct);
        if (client is null) db.Add(client = new() { AccountId = accountId });
        client.Describe(words);
        db.Publish(new CompanyChanged(accountId));
    }, ct);

    public static void Map(Routes routes) =>
        routes.Api.Put("/users/me/company", Who.Client, Rate.Write, DataClass.Own,
            async (CompanyWords words, ClaimsPrincipal user, EditCompany edit, CancellationToken ct) =>
            {
                await edit.Run(user.UserId(), words, ct);
                return TypedResults.NoContent();
            })
            .WithSummary("Writes what freelancers see of you as a client");
}
