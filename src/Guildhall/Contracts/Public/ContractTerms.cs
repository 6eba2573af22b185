using Guildhall.Engine.Money;

namespace Guildhall.Contracts.Public;

/// <summary>The six texts of a contract, each plain text of 1 to 8,000 characters.</summary>
public sealed record ContractTexts(
    string DescriptionOfServices, string Deliverables, string ProjectSchedule, string PricingAndRates,
    string PaymentTermsAndSchedule, string TermsAndConditions);

/// <summary>One part of the work with its price, before fees.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Description">What makes it done; at most 4,000 characters.</param>
/// <param name="Amount">Above zero, in the contract's currency.</param>
/// <param name="Due">The day it is due, UTC; null when not agreed.</param>
public sealed record MilestoneTerms(string Title, string Description, Money Amount, DateOnly? Due);

/// <summary>Everything a hire knows about the agreement. At least one milestone, at most 30.</summary>
public sealed record ContractTerms(
    Guid JobId, Guid ProposalId, Guid ClientId, Guid FreelancerId, string Title, ContractTexts Texts,
    IReadOnlyList<MilestoneTerms> Milestones, string Currency);
