using Guildhall.Hiring.Inviting;
using Guildhall.Hiring.Public;
using Guildhall.Shared.Ui;

namespace Guildhall.Hiring.Pages;

/// <summary>States and reasons of invitations in the reader's words.</summary>
static class InvitationWords
{
    public static string Of(this Words l, InvitationState state, bool forClient) => state switch
    {
        InvitationState.Sent => forClient ? l["Not opened yet"] : l["New"],
        InvitationState.Viewed => forClient ? l["Opened"] : l["Waits for your answer"],
        InvitationState.Accepted => forClient ? l["Sent a proposal"] : l["You sent a proposal"],
        InvitationState.Declined => l["Declined"],
        InvitationState.Withdrawn => l["Withdrawn"],
        _ => l["Expired|proposal"],
    };

    public static string? Tone(this InvitationState state) => state switch
    {
        InvitationState.Sent or InvitationState.Viewed => "info",
        InvitationState.Accepted => "success",
        InvitationState.Declined => "error",
        _ => null,
    };

    public static string Of(this Words l, WhyNot reason) => reason switch
    {
        WhyNot.Busy => l["I have no time now"],
        WhyNot.Price => l["The budget is too low for me"],
        WhyNot.Skills => l["It is not my field"],
        WhyNot.Timing => l["The dates do not fit"],
        _ => l["Another reason"],
    };

    /// <summary>What happens next, for the freelancer.</summary>
    public static string Next(this Words l, InvitationAnswer one, bool open) => one.State switch
    {
        InvitationState.Sent or InvitationState.Viewed when !open =>
            l["The job takes no proposals now. The invitation stays until it ends."],
        InvitationState.Sent or InvitationState.Viewed =>
            l["Read the job and send a proposal, or decline with a reason. Without an answer it ends by itself."],
        InvitationState.Accepted => l["You answered with a proposal. Its page says what happens next."],
        InvitationState.Declined when open => l["You declined. While the job is open you can still send a proposal."],
        InvitationState.Declined => l["You declined."],
        InvitationState.Withdrawn => l["The client took it back. You need do nothing."],
        _ => l["It ended without an answer, or with the job."],
    };
}
