using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>
/// The freelancer would sign something else and says what; the client changes the text and sends it anew.
/// </summary>
public sealed class SendBackContract(Db db, TimeProvider clock)
{
    public sealed record Request(string Note);

    public Task Run(Guid contractId, Guid by, Request request, CancellationToken ct) => db.Transact(async () =>
    {
        var contract = await db.Take(contractId, by, ct);
        ContractStates.Step(contract.State, ContractVerb.SendBack, contract.PartyOf(by));
        ContractRules.CheckNote(request.Note, "note");
        var note = ContractRules.Clean(request.Note);
        contract.SendBack(note, clock.Now());
        await SignatureTimers.Clear(db, contract, ct);
        db.Tell(contract, HistoryKind.SentBack, by, note: note);
        db.Publish(contract.News<ContractSentBack>(by) with { Note = note });
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/contracts/{id:guid}/send-back", Who.Freelancer, Rate.Write, DataClass.Private,
        async (Guid id, Request request, ClaimsPrincipal user, SendBackContract send, ReadContract read,
            CancellationToken ct) =>
        {
            await send.Run(id, user.UserId(), request, ct);
            return await read.Run(id, user.UserId(), ct);
        })
        .WithSummary("Returns the text to the client with a note");
}
