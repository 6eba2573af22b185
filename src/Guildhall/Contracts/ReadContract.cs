using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Contracts;

/// <summary>A contract as programs read it, under the names the specification gives.</summary>
public sealed class ReadContract(Db db, Ledger ledger, Words words)
{
    public async Task<ContractView> Run(Guid contractId, Guid viewer, CancellationToken ct)
    {
        var contract = await db.Read(contractId, viewer, ct);
        var money = await ledger.OfContract(contract.Id, contract.Currency, ct);
        return ContractView.Of(contract, viewer, money, words);
    }

    public async Task<MilestoneView> Milestone(Guid milestoneId, Guid viewer, CancellationToken ct)
    {
        var contract = await db.Read(await db.ContractOf(milestoneId, ct)
            ?? throw new Missing("milestone"), viewer, ct);
        return MilestoneView.Of(contract, contract.Milestone(milestoneId));
    }

    /// <summary>The viewer's contracts, the latest change first.</summary>
    public async Task<Page<ContractSummary>> List(Guid viewer, string? cursor, int? size, CancellationToken ct)
    {
        var mine = db.Set<Contract>().AsNoTracking().Where(c => c.ClientId == viewer || c.FreelancerId == viewer);
        if (cursor is not null)
        {
            var (at, id) = Cursor.TimeAndId(cursor);
            mine = mine.Where(c => c.UpdatedAt < at || c.UpdatedAt == at && c.Id < id);
        }
        var take = Cursor.Size(size);
        var found = await mine.Whole()
            .OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id).Take(take + 1).ToListAsync(ct);
        var page = found.Take(take).ToArray();
        return new([.. page.Select(c => ContractSummary.Of(ContractBoard.Card(c, viewer, words)))],
            found.Count > take ? Cursor.Of(page[^1].UpdatedAt, page[^1].Id) : null);
    }

    /// <summary>The canonical document: the bytes whose SHA-256 the signatures stand under.</summary>
    public async Task<IResult> Document(Guid contractId, Guid viewer, CancellationToken ct)
    {
        var contract = await db.Read(contractId, viewer, ct);
        return Results.Text(contract.Document ?? ContractDocument.Of(contract), "application/json");
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/contracts", Who.SignedIn, Rate.Read, DataClass.Private,
            (string? cursor, int? size, ClaimsPrincipal user, ReadContract read, CancellationToken ct) =>
                read.List(user.UserId(), cursor, size, ct))
            .WithSummary("Your contracts with what comes next");
        routes.Api.Get("/contracts/{id:guid}", Who.SignedIn, Rate.Read, DataClass.Private,
            (Guid id, ClaimsPrincipal user, ReadContract read, CancellationToken ct) =>
                read.Run(id, user.UserId(), ct))
            .WithSummary("A contract of yours: terms, milestones, signatures, next step");
        routes.Api.Get("/contracts/{id:guid}/document", Who.SignedIn, Rate.Read, DataClass.Private,
            (Guid id, ClaimsPrincipal user, ReadContract read, CancellationToken ct) =>
                read.Document(id, user.UserId(), ct))
            .WithSummary("The canonical document whose hash is signed");
        routes.Api.Get("/milestones/{id:guid}", Who.SignedIn, Rate.Read, DataClass.Private,
            (Guid id, ClaimsPrincipal user, ReadContract read, CancellationToken ct) =>
                read.Milestone(id, user.UserId(), ct))
            .WithSummary("A milestone of your contract, its deliveries and its money");
    }
}

/// <summary>One line of the list.</summary>
public sealed record ContractSummary(
    Guid Id, [property: JsonPropertyName("listing_id")] Guid ListingId, string Title, string State,
    [property: JsonPropertyName("other_party")] string OtherParty, string Role, Money Total, Money Released,
    [property: JsonPropertyName("milestones_released")] int MilestonesReleased, int Milestones,
    [property: JsonPropertyName("my_turn")] bool MyTurn, string Next, DateTime? Due,
    [property: JsonPropertyName("updated_at")] DateTime UpdatedAt)
{
    public static ContractSummary Of(ContractCard card) => new(
        card.Id, card.JobId, card.Title, SpecName.Of(card.State), card.OtherName, card.IAmClient ? "employer"
            : "worker",
        card.Total, card.Released, card.MilestonesDone, card.Milestones, card.IsMyTurn, card.Next, card.Due,
            card.UpdatedAt);
}

/// <summary>States under the names the specification gives them: partially_signed.</summary>
static class SpecName
{
    public static string Of<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
