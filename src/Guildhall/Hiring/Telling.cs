using Guildhall.Engine.Money;
using Guildhall.Hiring.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Hiring;

/// <summary>Any change among the proposals of a job; open pages look again.</summary>
sealed record ProposalsMoved(Guid JobId, Guid? ProposalId = null);

/// <summary>One change, told to the audit log and to open pages in the change's own transaction.</summary>
static class Telling
{
    public static void Tell(this Db db, Proposal proposal, Guid? actor, string action, object? details = null)
    {
        db.Record(actor, $"proposal.{action}", "proposal", proposal.Id, details);
        if (!proposal.IsDraft) db.Publish(new ProposalsMoved(proposal.JobId, proposal.Id));
    }

    /// <summary>The event with everything a listener needs; the caller adds what is particular.</summary>
    public static T News<T>(this Proposal proposal, string jobTitle) where T : ProposalEvent, new() => new T() with
    {
        ProposalId = proposal.Id, JobId = proposal.JobId, JobTitle = jobTitle, ClientId = proposal.ClientId,
        FreelancerId = proposal.FreelancerId, Price = proposal.Offer.Price ?? Money.Zero(proposal.Offer.Currency),
    };
}
