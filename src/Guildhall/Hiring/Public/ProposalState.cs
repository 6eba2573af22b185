namespace Guildhall.Hiring.Public;

/// <summary>Where a proposal stands; who may move it is in <c>ProposalStates</c>.</summary>
public enum ProposalState
{
    /// <summary>Only its freelancer sees it.</summary>
    Draft,
    /// <summary>Sent; the client has not opened it.</summary>
    Submitted,
    /// <summary>The client has opened it.</summary>
    Viewed,
    Shortlisted,
    /// <summary>Hired: a contract was made from it.</summary>
    Accepted,
    Declined,
    Withdrawn,
    /// <summary>The job ran out of time before anyone was chosen.</summary>
    Expired,
    /// <summary>The job went to somebody else, or ended.</summary>
    NotSelected,
}

/// <summary>Why a client said no, as a choice that can be counted.</summary>
public enum DeclineReason { OtherFitsBetter, Price, Skills, Timing, PlansChanged, Other }
