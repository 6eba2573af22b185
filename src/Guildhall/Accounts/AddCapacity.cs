using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>A client starts to work too, or a freelancer to hire; and which of the two the pages show first.</summary>
public sealed class AddCapacity(Db db)
{
    /// <param name="Capacity">"client" or "freelancer"</param>
    public sealed record Request(string Capacity);

    public Task Run(Guid accountId, Request request, CancellationToken ct) => db.Transact(async () =>
    {
        Known(request.Capacity);
        (await Find(accountId, ct)).Become(request.Capacity);
        db.Publish(new CapacityAdded(accountId, request.Capacity));
        db.Record(accountId, "account.capacity_added", "account", accountId, new { request.Capacity });
    }, ct);

    public Task ActAs(Guid accountId, string capacity, CancellationToken ct) => db.Transact(async () =>
    {
        Known(capacity);
        (await Find(accountId, ct)).ActAs(capacity);
    }, ct);

    async Task<Account> Find(Guid id, CancellationToken ct) =>
        await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new Missing("account");

    static void Known(string capacity) => new Check()
        .That(capacity is Account.Client or Account.Freelancer, "capacity", $"Choose client or freelancer.")
        .ThrowIfAny();

    public static void Map(Routes routes)
    {
        routes.Api.Post("/users/me/capacities", Who.Member, Rate.Write, DataClass.Own,
            async (Request request, ClaimsPrincipal user, AddCapacity add, CancellationToken ct) =>
            {
                await add.Run(user.UserId(), request, ct);
                return TypedResults.NoContent();
            }).WithName("addCapacity").WithSummary("Lets your account hire, or work, too");
        routes.Api.Post("/users/me/acting", Who.SignedIn, Rate.Write, DataClass.Own,
            async (Request request, ClaimsPrincipal user, AddCapacity capacities, CancellationToken ct) =>
            {
                await capacities.ActAs(user.UserId(), request.Capacity, ct);
                return TypedResults.NoContent();
            }).WithName("actAs").WithSummary("Says which of your capacities the pages show first");
        routes.Site.Post("/account/acting", Who.SignedIn, Rate.Write, DataClass.Own,
            async (HttpContext http, AddCapacity capacities, CancellationToken ct) =>
            {
                var form = await http.Request.ReadForm(ct);
                await capacities.ActAs(http.User.UserId(), form["acting"].ToString(), ct);
                return TypedResults.LocalRedirect(Local.Path(form["back"], "/dashboard"));
            });
    }
}
