namespace Guildhall.Contracts;

/// <summary>What releases a milestone's money. More policies come with quality gates.</summary>
public enum ReleasePolicy { Approval }

/// <summary>
/// The timers and rules in force when the contract was written, copied in so that later changes cannot reach it.
/// </summary>
public sealed record ContractPolicy
{
    public ReleasePolicy Release { get; init; } = ReleasePolicy.Approval;
    /// <summary>Days the client has to answer a delivery; silence approves it. 1 to 60.</summary>
    public int ReviewDays { get; init; } = 14;
    /// <summary>Days to sign after the contract is sent; then it lapses.</summary>
    public int SignDays { get; init; } = 7;
    /// <summary>Days between release and the money being free to withdraw.</summary>
    public int ClearingDays { get; init; }
    /// <summary>Days after completion in which both may write their review; then the contract closes.</summary>
    public int CloseDays { get; init; } = 7;
    /// <summary>How often the client may ask for changes per milestone. 0 to 20.</summary>
    public int Revisions { get; init; } = 3;

    public const int RevisionsMax = 20;

    /// <summary>Days before a deadline at which people are reminded.</summary>
    public static readonly int[] ReviewReminders = [7, 3, 1];
    public static readonly int[] SignReminders = [3, 1];

    /// <summary>An ISO 8601 duration: P14D.</summary>
    public static string Iso(int days) => $"P{days}D";
}
