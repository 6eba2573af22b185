using System.Text.Json.Serialization;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared.Ui;

namespace Guildhall.Contracts;

/// <summary>The signed part: the six texts and when they were locked.</summary>
public sealed record ContractDetails(
    [property: JsonPropertyName("created_at")] DateTime CreatedAt,
    [property: JsonPropertyName("description_of_services")] string DescriptionOfServices,
    string Deliverables,
    [property: JsonPropertyName("project_schedule")] string ProjectSchedule,
    [property: JsonPropertyName("pricing_and_rates")] string PricingAndRates,
    [property: JsonPropertyName("payment_terms_and_schedule")] string PaymentTermsAndSchedule,
    [property: JsonPropertyName("terms_and_conditions")] string TermsAndConditions,
    bool Locked,
    [property: JsonPropertyName("locked_at")] DateTime? LockedAt);

/// <summary>
/// Where the money of the contract stands, in gross amounts; the first three are for all milestones together.
/// </summary>
public sealed record ContractMoneyView(
    [property: JsonPropertyName("client_pays")] Money ClientPays,
    [property: JsonPropertyName("freelancer_receives")] Money FreelancerReceives,
    [property: JsonPropertyName("platform_keeps")] Money PlatformKeeps,
    Money Funded, [property: JsonPropertyName("in_escrow")] Money InEscrow, Money Released, Money Refunded,
        Money Remaining);

/// <summary>Who acts next, in words for the reader.</summary>
/// <param name="WaitingOn">"employer", "worker", both or nobody.</param>
public sealed record NextView(
    [property: JsonPropertyName("waiting_on")] IReadOnlyList<string> WaitingOn, string Words, DateTime? Due);

public sealed record ContractView
{
    public required Guid Id { get; init; }
    [JsonPropertyName("listing_id")] public required Guid ListingId { get; init; }
    [JsonPropertyName("proposal_id")] public required Guid ProposalId { get; init; }
    public required string Title { get; init; }
    public required string State { get; init; }
    public required int Revision { get; init; }
    [JsonPropertyName("employer_user_id")] public required Guid EmployerUserId { get; init; }
    [JsonPropertyName("employer_name")] public required string EmployerName { get; init; }
    [JsonPropertyName("employer_signed_at")] public required DateTime? EmployerSignedAt { get; init; }
    [JsonPropertyName("worker_user_id")] public required Guid WorkerUserId { get; init; }
    [JsonPropertyName("worker_name")] public required string WorkerName { get; init; }
    [JsonPropertyName("worker_signed_at")] public required DateTime? WorkerSignedAt { get; init; }
    [JsonPropertyName("sign_by")] public required DateTime? SignBy { get; init; }
    [JsonPropertyName("document_hash")] public required string DocumentHash { get; init; }
    [JsonPropertyName("fee_schedule")] public required string FeeSchedule { get; init; }
    public required string Currency { get; init; }
    public required ContractDetails Details { get; init; }
    public required IReadOnlyList<MilestoneView> Milestones { get; init; }
    public required ContractMoneyView Money { get; init; }
    public required NextView Next { get; init; }
    public required string? Note { get; init; }

    public static ContractView Of(Contract c, Guid viewer, ContractMoney money, Words words)
    {
        var next = NextStep.Of(c);
        return new()
        {
            Id = c.Id, ListingId = c.JobId, ProposalId = c.ProposalId, Title = c.Title, State = SpecName.Of(c.State),
            Revision = c.Revision, EmployerUserId = c.ClientId, EmployerName = c.ClientName,
                EmployerSignedAt = c.EmployerSignedAt,
            WorkerUserId = c.FreelancerId, WorkerName = c.FreelancerName, WorkerSignedAt = c.WorkerSignedAt,
                SignBy = c.SignBy,
            DocumentHash = ContractDocument.HashOf(c), FeeSchedule = c.Fees.VersionId(), Currency = c.Currency,
                Note = c.Note,
            Details = new(c.CreatedAt, c.Texts.DescriptionOfServices, c.Texts.Deliverables, c.Texts.ProjectSchedule,
                c.Texts.PricingAndRates, c.Texts.PaymentTermsAndSchedule, c.Texts.TermsAndConditions, c.IsLocked,
                    c.LockedAt),
            Milestones = [.. c.Milestones.OrderBy(m => m.Position).Select(m => MilestoneView.Of(c, m))],
            Money = MoneyOf(c, money),
            Next = new([.. Roles(next.Waits)], words[next.WordsFor(c.PartyOf(viewer))], next.Due),
        };
    }

    static ContractMoneyView MoneyOf(Contract contract, ContractMoney money)
    {
        var sums = ContractSums.Of(contract);
        return new(sums.ClientPays, sums.FreelancerReceives, sums.PlatformKeeps,
            money.Funded, money.InEscrow, money.Released, money.Refunded, contract.Total - money.Funded);
    }

    static IEnumerable<string> Roles(Party waits)
    {
        if (waits.HasFlag(Party.Client)) yield return "employer";
        if (waits.HasFlag(Party.Freelancer)) yield return "worker";
    }
}

/// <summary>A milestone under the specification's names; the project is the job the contract came from.</summary>
public sealed record MilestoneView(
    Guid Id, [property: JsonPropertyName("project_id")] Guid ProjectId,
    [property: JsonPropertyName("contract_id")] Guid ContractId, int Position, string Title, string Description,
    [property: JsonPropertyName("due_date")] DateOnly? DueDate, Money Amount, string Status,
    [property: JsonPropertyName("funded_at")] DateTime? FundedAt,
    [property: JsonPropertyName("completed_at")] DateTime? CompletedAt,
    [property: JsonPropertyName("review_due_at")] DateTime? ReviewDueAt,
    [property: JsonPropertyName("approved_at")] DateTime? ApprovedAt,
    [property: JsonPropertyName("released_at")] DateTime? ReleasedAt, int Revisions)
{
    public static MilestoneView Of(Contract contract, Milestone m) => new(
        m.Id, contract.JobId, contract.Id, m.Position, m.Title, m.Description, m.Due, m.Amount, SpecName.Of(m.State),
        m.FundedAt, m.SubmittedAt, m.ReviewDueAt, m.ApprovedAt, m.ReleasedAt, m.Revisions);
}

/// <summary>What the whole contract costs each side under its pinned fees, milestone by milestone.</summary>
public sealed record ContractSums(Money Gross, Money ClientPays, Money FreelancerReceives, Money PlatformKeeps)
{
    public static ContractSums Of(Contract contract)
    {
        // Fees are charged per milestone, so the sum of the quotes, not the quote of the sum.
        var quotes = contract.Milestones.Select(m => contract.Fees.Quote(m.Amount)).ToArray();
        return new(contract.Total, quotes.Select(q => q.ClientPays).Sum(contract.Currency),
            quotes.Select(q => q.FreelancerReceives).Sum(contract.Currency),
            quotes.Select(q => q.PlatformKeeps).Sum(contract.Currency));
    }
}
