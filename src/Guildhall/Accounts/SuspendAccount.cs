using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>
/// An administrator stops an account from acting, by a rule and with a reason its owner reads. It can still sign in,
/// read, export and withdraw; until the appeal date its owner may object.
/// </summary>
public sealed class SuspendAccount(Db db, Mailer mailer, TimeProvider clock)
{
    static readonly TimeSpan AppealTime = TimeSpan.FromDays(14);

    /// <param name="Rule">which rule of the house, in a few words</param>
    /// <param name="Reason">what happened, for the owner to read</param>
    public sealed record Request(string Rule, string Reason);

    public async Task Run(Guid accountId, Request request, Guid adminId, CancellationToken ct)
    {
        new Check().Text(request.Rule, "rule", max: 120, min: 3).Text(request.Reason, "reason", max: 2000, min: 10)
            .ThrowIfAny();
        await db.Transact(async () =>
        {
            var account = await Find(accountId, ct);
            var until = clock.Now() + AppealTime;
            account.Suspend(new(request.Rule.Trim(), request.Reason.Trim(), adminId, clock.Now(), until));
            db.Record(adminId, "account.suspended", "account", accountId, request);
            db.Publish(new AccountSuspended(accountId, request.Rule.Trim(), until));
            mailer.Send(account.Email!, account.Language, $"Your account is suspended",
                $"Hello {account.FirstName},",
                $"your account was suspended under the rule: {request.Rule.Trim()}.",
                $"What happened: {request.Reason.Trim()}",
                $"You can still sign in, read everything, export your data and withdraw what is yours.",
                $"If you think this is wrong, answer this mail by {until:d MMMM yyyy}. Somebody else looks again.");
        }, ct);
    }

    public Task Reinstate(Guid accountId, Guid adminId, CancellationToken ct) => db.Transact(async () =>
    {
        var account = await Find(accountId, ct);
        account.Reinstate();
        db.Record(adminId, "account.reinstated", "account", accountId);
        db.Publish(new AccountReinstated(accountId));
        mailer.Send(account.Email!, account.Language, $"Your account is open again",
            $"Hello {account.FirstName},", $"the suspension was lifted. Everything works as before.");
    }, ct);

    async Task<Account> Find(Guid id, CancellationToken ct) =>
        await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new Missing("account");

    public static void Map(Routes routes)
    {
        routes.Api.Post("/admin/users/{id:guid}/suspension", Who.Admin, Rate.Write, DataClass.Admin,
            async (Guid id, Request request, ClaimsPrincipal user, SuspendAccount suspend, CancellationToken ct) =>
            {
                await suspend.Run(id, request, user.UserId(), ct);
                return TypedResults.NoContent();
            }).WithName("suspendAccount").WithSummary("Suspends an account by a rule, with a reason its owner reads");
        routes.Api.Delete("/admin/users/{id:guid}/suspension", Who.Admin, Rate.Write, DataClass.Admin,
            async (Guid id, ClaimsPrincipal user, SuspendAccount suspend, CancellationToken ct) =>
            {
                await suspend.Reinstate(id, user.UserId(), ct);
                return TypedResults.NoContent();
            }).WithName("reinstateAccount").WithSummary("Lifts a suspension");
    }
}
