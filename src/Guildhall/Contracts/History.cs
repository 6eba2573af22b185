namespace Guildhall.Contracts;

/// <summary>What the timeline of a contract can say.</summary>
public enum HistoryKind
{
    Created, Edited, Proposed, SentBack, Signed, Locked, Declined, Expired, Activated, Completed, Closed,
    Funded, FundingFailed, Started, Submitted, ChangesRequested, Approved, ApprovedBySilence, Released, Settled,
}

/// <summary>One line of a contract's timeline, with the words that came with it. Written once.</summary>
public sealed class HistoryEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ContractId { get; init; }
    public Guid? MilestoneId { get; init; }
    /// <summary>Null: the site did it.</summary>
    public Guid? ActorId { get; init; }
    public required HistoryKind Kind { get; init; }
    /// <summary>The note of a delivery, the reason of a request; null when the kind says it all.</summary>
    public string? Note { get; init; }
    /// <summary>In the contract's currency; null when no money moved.</summary>
    public long? Minor { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>A file that came with a delivery. Its content is in the blob store under the same id.</summary>
public sealed class ContractFile
{
    public required Guid Id { get; init; }
    public required Guid ContractId { get; init; }
    public required Guid MilestoneId { get; init; }
    /// <summary>The delivery it came with.</summary>
    public required Guid EntryId { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long Bytes { get; init; }
    public required string Sha256 { get; init; }
    public required Guid ById { get; init; }
    public required DateTime At { get; init; }
}
