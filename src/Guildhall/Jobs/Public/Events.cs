namespace Guildhall.Jobs.Public;

/// <summary>A job can be found and answered from now on.</summary>
public sealed record JobPublished(Guid JobId, Guid ClientId, string Title);

/// <summary>Something others see of a job changed, its state included: read it again.</summary>
public sealed record JobChanged(Guid JobId, Guid ClientId);

/// <summary>The client chose; the contract comes next.</summary>
public sealed record JobAwarded(Guid JobId, Guid ClientId, Guid FreelancerId, string Title);

/// <summary>The contract was declined or lapsed: the choice is open again.</summary>
public sealed record JobReturnedToSelection(Guid JobId, Guid ClientId, Guid FreelancerId, string Title);

/// <summary>Nothing happened for long; the job expires at <c>At</c> unless its client does something.</summary>
public sealed record JobExpiring(Guid JobId, Guid ClientId, string Title, int DaysLeft, DateTime At);

/// <summary>Why nobody can be hired for a job any more.</summary>
public enum JobEnding { Completed, Expired, Cancelled, Removed }

/// <summary>The job is over. <c>Words</c>: what an operator who removed it wrote.</summary>
public sealed record JobClosed(Guid JobId, Guid ClientId, string Title, JobEnding Reason, string? Words = null);
