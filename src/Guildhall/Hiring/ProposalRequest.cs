using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;

namespace Guildhall.Hiring;

/// <summary>One part of the work, as the API takes it.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="AmountMinor">Before fees, in minor units (cents); above zero.</param>
/// <param name="Description">What makes it done; at most 2,000 characters.</param>
/// <param name="Due">The day it is due, UTC; left out: to be agreed.</param>
public sealed record ProposalMilestoneRequest(
    string Title, long AmountMinor, string Description = "", DateOnly? Due = null);

/// <summary>A proposal as the API takes it.</summary>
/// <param name="CoverLetter">Plain text, 1 to 5,000 characters.</param>
/// <param name="PriceMinor">For a job with a fixed price: the whole before fees, in minor units (cents).</param>
/// <param name="RateMinor">For a job paid by the hour: the price of an hour before fees, in minor units.</param>
/// <param name="EstimatedHours">Of the whole, 1 to 10,000; needed when paid by the hour.</param>
/// <param name="Milestones">Left out: one milestone for everything. Otherwise they sum to the price.</param>
/// <param name="Currency">The job's; left out: the job's.</param>
/// <param name="Draft">Keep it for later; the client does not see it and it may be incomplete.</param>
public sealed record ProposalRequest(
    string CoverLetter, long? PriceMinor = null, long? RateMinor = null, int? EstimatedHours = null,
    IReadOnlyList<ProposalMilestoneRequest>? Milestones = null, string? Currency = null, bool Draft = false)
{
    /// <summary>How it is priced follows the job, so that a client compares like with like.</summary>
    internal Offer Offer(JobView job) => new()
    {
        Pay = job.Brief.Pay, Currency = Currency ?? job.Brief.Currency, Hours = EstimatedHours,
        Minor = job.Brief.Pay == PayType.Hourly ? RateMinor : PriceMinor, CoverLetter = Clean(CoverLetter),
        Milestones = [.. (Milestones ?? []).Select(m =>
            new OfferMilestone(Clean(m.Title), Clean(m.Description), m.AmountMinor, m.Due))],
    };

    static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();
}
