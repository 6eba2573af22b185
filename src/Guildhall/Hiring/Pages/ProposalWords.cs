using Guildhall.Hiring.Public;
using Guildhall.Shared.Ui;
using Guildhall.Talent.Public;

namespace Guildhall.Hiring.Pages;

/// <summary>States and reasons in the reader's words.</summary>
static class ProposalWords
{
    public static string Of(this Words l, ProposalState state, bool forClient) => state switch
    {
        ProposalState.Draft => l["Draft"],
        ProposalState.Submitted => forClient ? l["Unread"] : l["Sent"],
        ProposalState.Viewed => forClient ? l["Read"] : l["Read by the client"],
        ProposalState.Shortlisted => l["On the shortlist"],
        ProposalState.Accepted => l["Hired|proposal"],
        ProposalState.Declined => l["Declined"],
        ProposalState.Withdrawn => l["Withdrawn"],
        ProposalState.Expired => l["Expired|proposal"],
        _ => l["Not selected"],
    };

    public static string? Tone(this ProposalState state) => state switch
    {
        ProposalState.Submitted => "info",
        ProposalState.Shortlisted => "primary",
        ProposalState.Accepted => "success",
        ProposalState.Declined => "error",
        _ => null,
    };

    public static bool IsOver(this ProposalState state) => state is ProposalState.Declined or ProposalState.Withdrawn
        or ProposalState.Expired or ProposalState.NotSelected;

    public static string Of(this Words l, DeclineReason reason) => reason switch
    {
        DeclineReason.OtherFitsBetter => l["Another proposal fits better"],
        DeclineReason.Price => l["The price is above our budget"],
        DeclineReason.Skills => l["We need other skills"],
        DeclineReason.Timing => l["The dates do not fit"],
        DeclineReason.PlansChanged => l["Our plans changed"],
        _ => l["Another reason"],
    };

    /// <summary>What happens next, for the freelancer.</summary>
    public static string Next(this Words l, Proposal p) => p.State switch
    {
        ProposalState.Draft => l["Finish it and send it. The client does not see it yet."],
        ProposalState.Submitted =>
            l["The client has not opened it yet. Until they decide you can change it or take it back."],
        ProposalState.Viewed => l["The client has read it and decides next. You need do nothing."],
        ProposalState.Shortlisted => l["You are on the shortlist. The client decides next."],
        ProposalState.Accepted =>
            l["You are hired. Read the contract and sign it; work begins when the money is held."],
        ProposalState.Declined => p.DeclinedFor is { } reason
            ? l["The client declined: {0}.", l.Of(reason).ToLower(System.Globalization.CultureInfo.CurrentUICulture)]
            : l["The client declined."],
        ProposalState.Withdrawn => l["You took it back. Nothing more happens."],
        ProposalState.Expired => l["The job ran out of time before anyone was chosen."],
        _ => l["The job went to somebody else or ended. The client can still ask you again."],
    };

    /// <summary>Hours a week and the first day, as far as the freelancer stated them.</summary>
    public static string Availability(this Words l, FreelancerCard card) =>
        (card.WeeklyHours, card.EarliestStart) switch
    {
        (0, _) => l["not available now"],
        (null, null) => l["not stated"],
        ({ } hours, null) => l["{0} hours a week, now", hours],
        (null, { } day) => l["from {0}|day", Day(day)],
        ({ } hours, { } day) => l["{0} hours a week, from {1}", hours, Day(day)],
    };

    static string Day(DateOnly day) => day.ToString("d MMM", System.Globalization.CultureInfo.CurrentUICulture);
}
