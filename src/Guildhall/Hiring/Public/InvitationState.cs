namespace Guildhall.Hiring.Public;

/// <summary>Where an invitation stands; who may move it is in <c>InvitationStates</c>.</summary>
public enum InvitationState
{
    /// <summary>The freelancer has not opened it.</summary>
    Sent,
    Viewed,
    /// <summary>Answered with a proposal.</summary>
    Accepted,
    Declined,
    /// <summary>The client took it back.</summary>
    Withdrawn,
    /// <summary>Not answered in time, or the job ended first.</summary>
    Expired,
}

/// <summary>Why a freelancer says no to an invitation, as a choice that can be counted.</summary>
public enum WhyNot { Busy, Price, Skills, Timing, Other }
