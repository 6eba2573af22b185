using Guildhall.Engine.Money;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;

namespace Guildhall.Hiring;

/// <summary>Who wrote a proposal.</summary>
/// <param name="Stars">Average of published reviews, 1 to 5; null without any.</param>
/// <param name="ReputationScore">0 to 1000; null before the first.</param>
public sealed record ProposalAuthor(
    Guid Id, string Name, string? Headline, decimal? Stars, int Reviews, int? ReputationScore);

/// <summary>One milestone, before fees.</summary>
public sealed record ProposalMilestone(string Title, string Description, Money Amount, DateOnly? Due);

/// <summary>What the client pays, the freelancer receives and the site keeps, if every milestone is done.</summary>
public sealed record ProposalSums(Money ClientPays, Money FreelancerReceives, Money PlatformKeeps, string FeesVersion);

/// <summary>A file of a proposal.</summary>
public sealed record ProposalFileAnswer(Guid Id, string FileName, string ContentType, long Bytes, string Url);

/// <summary>A proposal as the API tells it.</summary>
/// <param name="Price">Of the whole, before fees; null in an unfinished draft.</param>
/// <param name="Rate">Of an hour; null for a fixed price.</param>
/// <param name="MatchScore">0 to 100; null until it was computed.</param>
/// <param name="Revision">Counts the versions the client could see; name it when you hire.</param>
public sealed record ProposalAnswer(
    Guid Id, Guid JobId, string JobTitle, Guid ClientId, ProposalAuthor Freelancer, ProposalState State, PayType Pay,
    Money? Price, Money? Rate, int? EstimatedHours, string CoverLetter, IReadOnlyList<ProposalMilestone> Milestones,
    IReadOnlyList<ProposalFileAnswer> Files, int? MatchScore, ProposalSums? Sums, DeclineReason? DeclineReason,
    string? DeclineNote, Guid? ContractId, int Revision, DateTime? SubmittedAt, DateTime? ViewedAt, DateTime? DecidedAt,
    DateTime UpdatedAt)
{
    internal static ProposalAnswer Of(
        ProposalEntry entry, string jobTitle, OfferSums? sums, IReadOnlyList<ProposalFile> files)
    {
        var (p, offer) = (entry.Proposal, entry.Proposal.Offer);
        return new(p.Id, p.JobId, jobTitle, p.ClientId,
            new(p.FreelancerId, entry.Freelancer.Name, entry.Card?.Headline, entry.Reputation.Stars,
                entry.Reputation.Reviews, entry.Reputation.Score),
            p.State, offer.Pay, offer.Price, offer.Rate, offer.Hours, offer.CoverLetter,
            [.. offer.Milestones.Select(m =>
                new ProposalMilestone(m.Title, m.Description, new(m.Minor, offer.Currency), m.Due))],
            [.. files.Select(f => new ProposalFileAnswer(f.Id, f.FileName, f.ContentType, f.Bytes, f.Url))],
                p.MatchScore,
            sums is null ? null : new(sums.ClientPays, sums.FreelancerReceives, sums.PlatformKeeps, sums.FeesVersion),
            p.DeclinedFor, p.DeclineNote, p.ContractId, p.Revision, p.SubmittedAt, p.ViewedAt, p.DecidedAt,
                p.UpdatedAt);
    }
}
