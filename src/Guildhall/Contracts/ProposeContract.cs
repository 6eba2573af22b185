using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The client sends the contract for signature, without signing yet.</summary>
public sealed class ProposeContract(Db db, TimeProvider clock)
{
    public Task Run(Guid contractId, Guid by, CancellationToken ct) => db.Transact(async () =>
    {
        var contract = await db.Take(contractId, by, ct);
        ContractStates.Step(contract.State, ContractVerb.Propose, contract.PartyOf(by));
        await Send(db, contract, by, clock.Now(), ct);
    }, ct);

    /// <summary>The same step inside another act, such as a client who signs a draft.</summary>
    internal static async Task Send(Db db, Contract contract, Guid by, DateTime now, CancellationToken ct)
    {
        contract.Propose(now);
        db.Tell(contract, HistoryKind.Proposed, by);
        await SignatureTimers.Set(db, contract, ct);
        db.Publish(contract.News<ContractProposed>(by));
    }

    public static void Map(Routes routes) => routes.Api.Post(
        "/contracts/{id:guid}/propose", Who.Client, Rate.Write, DataClass.Private,
        async (Guid id, ClaimsPrincipal user, ProposeContract propose, ReadContract read, CancellationToken ct) =>
        {
            await propose.Run(id, user.UserId(), ct);
            return await read.Run(id, user.UserId(), ct);
        })
        .WithSummary("Sends the text to the freelancer to sign");
}
