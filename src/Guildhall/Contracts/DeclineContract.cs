using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>Either side says no before both have signed. The job goes back to choosing.</summary>
public sealed class DeclineContract(Db db, TimeProvider clock)
{
    public sealed record Request(string Reason);

    public Task Run(Guid contractId, Guid by, Request request, CancellationToken ct) => db.Transact(async () =>
    {
        var contract = await db.Take(contractId, by, ct);
        ContractStates.Step(contract.State, ContractVerb.Decline, contract.PartyOf(by));
        ContractRules.CheckNote(request.Reason, "reason");
        var reason = ContractRules.Clean(request.Reason);
        contract.Decline(contract.PartyOf(by), reason, clock.Now());
        await SignatureTimers.Clear(db, contract, ct);
        db.Tell(contract, HistoryKind.Declined, by, note: reason);
        db.Publish(contract.News<ContractDeclined>(by) with { Reason = reason });
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/contracts/{id:guid}/decline", Who.Member, Rate.Write, DataClass.Private,
        async (Guid id, Request request, ClaimsPrincipal user, DeclineContract decline, ReadContract read,
            CancellationToken ct) =>
        {
            await decline.Run(id, user.UserId(), request, ct);
            return await read.Run(id, user.UserId(), ct);
        })
        .WithSummary("Declines the contract with a reason; it is over");
}
