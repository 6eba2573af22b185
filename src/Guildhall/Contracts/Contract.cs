using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Contracts;

/// <summary>
/// What two people agreed for one job: six texts, milestones, the fee schedule and the timers in force. Both sign the
/// same canonical document; from the second signature on nothing in it changes.
/// </summary>
public sealed partial class Contract : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid JobId { get; init; }
    public required Guid ProposalId { get; init; }
    public required Guid ClientId { get; init; }
    public required Guid FreelancerId { get; init; }
    /// <summary>The names both parties had when the contract was written; the document keeps them.</summary>
    public required string ClientName { get; init; }
    public required string FreelancerName { get; init; }
    public required string Currency { get; init; }
    public required string Title { get; set; }
    public required ContractTexts Texts { get; set; }
    public required ContractPolicy Policy { get; set; }
    /// <summary>The pinned price list, as its one canonical text.</summary>
    public required string FeesJson { get; init; }
    public required DateTime CreatedAt { get; init; }

    public ContractState State { get; private set; } = ContractState.Draft;
    /// <summary>Counts the texts that were shown: 1, and one more after each change.</summary>
    public int Revision { get; private set; } = 1;
    public DateTime? ProposedAt { get; private set; }
    /// <summary>When an unsigned contract lapses; null before it is sent and after both signed.</summary>
    public DateTime? SignBy { get; private set; }
    /// <summary>Why the freelancer sent it back, or why someone declined; null when neither happened.</summary>
    public string? Note { get; private set; }
    public DateTime? EmployerSignedAt { get; private set; }
    public DateTime? WorkerSignedAt { get; private set; }
    public DateTime? LockedAt { get; private set; }
    /// <summary>The document both signed, byte for byte; null until locked.</summary>
    public string? Document { get; private set; }
    public DateTime? ActivatedAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    public DateTime? ClosesAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public long Version { get; set; }

    public List<Milestone> Milestones { get; init; } = [];
    public List<Signature> Signatures { get; init; } = [];

    FeeSchedule? fees;
    public FeeSchedule Fees => fees ??= FeeScheduleJson.Parse(FeesJson);
    public Money Total => Milestones.Select(m => m.Amount).Sum(Currency);
    public bool IsLocked => LockedAt is not null;
    public bool IsOpen => State is not (ContractState.Closed or ContractState.Declined or ContractState.Expired);

    public Party PartyOf(Guid account) =>
        account == ClientId ? Party.Client : account == FreelancerId ? Party.Freelancer : Party.None;

    public Guid Other(Guid account) => account == ClientId ? FreelancerId : ClientId;
    public string NameOf(Guid account) => account == ClientId ? ClientName : FreelancerName;
    public Signature? SignatureOf(Party party) => Signatures.SingleOrDefault(s => s.Party == party);

    public bool May(ContractVerb verb, Guid account) =>
        ContractStates.Allows(State, verb, PartyOf(account))
        && (verb != ContractVerb.Sign || SignatureOf(PartyOf(account)) is null);

    /// <summary>The milestone of this id; 404 when it belongs to another contract.</summary>
    public Milestone Milestone(Guid id) => Milestones.SingleOrDefault(m => m.Id == id)
        ?? throw new Missing("milestone");

    public void Step(ContractVerb verb, Party by, DateTime now)
    {
        State = ContractStates.Step(State, verb, by);
        UpdatedAt = now;
    }

    /// <summary>
    /// Anything under the contract changed, so that lists sort by it and two changes at once collide.
    /// </summary>
    public void Touch(DateTime now) => UpdatedAt = now;
}
