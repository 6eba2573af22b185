using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>
/// One side signs the text it read, by typing their name. A client who signs a draft sends it by that. With the
/// second signature the text is locked.
/// </summary>
public sealed class SignContract(Db db, SignatureStatement statements, SiteKeys keys, TimeProvider clock)
{
    /// <param name="FullName">The signer's name as it stands in the contract.</param>
    /// <param name="DocumentHash">The hash of the document the signer read.</param>
    public sealed record Request(
        [property: JsonPropertyName("full_name")] string FullName,
        [property: JsonPropertyName("document_hash")] string DocumentHash);

    public async Task Run(Guid contractId, Guid by, Request request, CancellationToken ct)
    {
        await keys.Signing(ct); // made outside the transaction when it is the site's first use of it
        await db.Transact(async () =>
        {
            var (contract, now) = (await db.Take(contractId, by, ct), clock.Now());
            var party = contract.PartyOf(by);
            if (contract.State == ContractState.Draft && party == Party.Client)
                await ProposeContract.Send(db, contract, by, now, ct);
            RequireName(request.FullName, contract.NameOf(by));
            contract.Sign(await statements.Sign(contract, by, Folded(request.FullName), now, ct), request.DocumentHash,
                now);

            db.Tell(contract, HistoryKind.Signed, by);
            if (contract.IsLocked)
            {
                db.Tell(contract, HistoryKind.Locked, null);
                await SignatureTimers.Clear(db, contract, ct);
            }
            db.Publish(contract.News<ContractSigned>(by) with { IsLocked = contract.IsLocked });
        }, ct);
    }

    static void RequireName(string typed, string name)
    {
        var same = CultureInfo.InvariantCulture.CompareInfo.Compare(Folded(typed), Folded(name),
            CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
        if (!same) throw new Refused($"Type your name as it stands in the contract: {name}.", "name", "full_name");
    }

    static string Folded(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();

    public static void Map(Routes routes) => routes.Api.Post(
        "/contracts/{id:guid}/sign", Who.Member, Rate.Write, DataClass.Private,
        async (Guid id, Request request, ClaimsPrincipal user, SignContract sign, ReadContract read,
            CancellationToken ct) =>
        {
            await sign.Run(id, user.UserId(), request, ct);
            return await read.Run(id, user.UserId(), ct);
        })
        .WithSummary("Signs the document of this hash with your full name");
}
