using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Contracts;

/// <summary>Any change under a contract; open pages look again.</summary>
sealed record ContractMoved(Guid ContractId);

/// <summary>
/// One change, told everywhere at once: timeline, audit log and open pages, in the change's own transaction.
/// </summary>
static class Telling
{
    public static HistoryEntry Tell(this Db db, Contract contract, HistoryKind kind, Guid? actor,
        Milestone? milestone = null,
        string? note = null, long? minor = null)
    {
        var now = db.Clock.Now();
        contract.Touch(now);
        var entry = new HistoryEntry
        {
            ContractId = contract.Id, MilestoneId = milestone?.Id, ActorId = actor, Kind = kind, Note = note,
                Minor = minor, At = now,
        };
        db.Add(entry);
        var what = char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
        if (milestone is null) db.Record(actor, $"contract.{what}", "contract", contract.Id, new { note });
        else db.Record(actor, $"milestone.{what}", "milestone", milestone.Id,
            new { ContractId = contract.Id, note, minor });
        db.Publish(new ContractMoved(contract.Id));
        return entry;
    }

    /// <summary>The event with everything a listener needs; the caller adds what is particular.</summary>
    public static T News<T>(this Contract contract, Guid? actor) where T : ContractEvent, new() => new T()
        with
        {
            ContractId = contract.Id, JobId = contract.JobId, ProposalId = contract.ProposalId,
                ClientId = contract.ClientId,
            FreelancerId = contract.FreelancerId, Title = contract.Title, Total = contract.Total, ActorId = actor,
        };

    public static T News<T>(this Contract contract, Milestone milestone, Guid? actor) where T : MilestoneEvent, new() =>
        contract.News<T>(actor)
            with { MilestoneId = milestone.Id, MilestoneTitle = milestone.Title, Amount = milestone.Amount };
}
