using System.Security.Claims;
using System.Text.Json.Serialization;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>
/// The client fills in the agreement. After it was sent, a change counts as a new text that both sign again.
/// </summary>
public sealed class EditContract(Db db, TimeProvider clock)
{
    public sealed record MilestoneInput(
        string Title, string Description, [property: JsonPropertyName("amount_minor")] long AmountMinor,
        [property: JsonPropertyName("due_date")] DateOnly? Due);

    public sealed record Request(
        string Title,
        [property: JsonPropertyName("description_of_services")] string DescriptionOfServices,
        string Deliverables,
        [property: JsonPropertyName("project_schedule")] string ProjectSchedule,
        [property: JsonPropertyName("pricing_and_rates")] string PricingAndRates,
        [property: JsonPropertyName("payment_terms_and_schedule")] string PaymentTermsAndSchedule,
        [property: JsonPropertyName("terms_and_conditions")] string TermsAndConditions,
        int Revisions,
        IReadOnlyList<MilestoneInput> Milestones);

    public Task Run(Guid contractId, Guid by, Request request, CancellationToken ct) => db.Transact(async () =>
    {
        var contract = await db.Take(contractId, by, ct);
        ContractStates.Step(contract.State, ContractVerb.Edit, contract.PartyOf(by));
        var texts = new ContractTexts(request.DescriptionOfServices, request.Deliverables, request.ProjectSchedule,
            request.PricingAndRates, request.PaymentTermsAndSchedule, request.TermsAndConditions);
        var milestones = request.Milestones.Select(m =>
            new MilestoneTerms(m.Title, m.Description, new Money(m.AmountMinor, contract.Currency), m.Due)).ToArray();
        ContractRules.Check(request.Title, texts, milestones, contract.Currency, request.Revisions);

        var wasSent = contract.State != ContractState.Draft;
        contract.Edit(ContractRules.Clean(request.Title), ContractRules.Clean(texts), request.Revisions,
            [.. ContractRules.Milestones(contract.Id, milestones)], clock.Now());
        db.Tell(contract, HistoryKind.Edited, by);
        if (!wasSent) return;
        await SignatureTimers.Set(db, contract, ct);
        db.Publish(contract.News<ContractRevised>(by));
    }, ct);

    public static void Map(Routes routes) =>
        routes.Api.Put("/contracts/{id:guid}", Who.Client, Rate.Write, DataClass.Private,
        async (Guid id, Request request, ClaimsPrincipal user, EditContract edit, ReadContract read,
            CancellationToken ct) =>
        {
            await edit.Run(id, user.UserId(), request, ct);
            return await read.Run(id, user.UserId(), ct);
        })
            .WithSummary("Writes the text and the milestones; what was sent must be signed again");
}
