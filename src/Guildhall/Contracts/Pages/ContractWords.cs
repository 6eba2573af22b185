using Guildhall.Contracts.Public;
using Guildhall.Shared.Ui;

namespace Guildhall.Contracts.Pages;

/// <summary>States and events in the reader's words.</summary>
static class ContractWords
{
    public static string Of(this Words l, ContractState state) => state switch
    {
        ContractState.Draft => l["Draft"],
        ContractState.Proposed => l["Sent for signature"],
        ContractState.PartiallySigned => l["Signed by one side"],
        ContractState.Signed => l["Signed"],
        ContractState.Active => l["Work under way"],
        ContractState.Completed => l["Completed"],
        ContractState.Closed => l["Closed"],
        ContractState.Declined => l["Declined|contract"],
        _ => l["Lapsed"],
    };

    public static string? Tone(this ContractState state) => state switch
    {
        ContractState.Proposed or ContractState.PartiallySigned => "warning",
        ContractState.Signed => "info",
        ContractState.Active => "primary",
        ContractState.Completed => "success",
        ContractState.Declined or ContractState.Expired => "error",
        _ => null,
    };

    public static string Of(this Words l, MilestoneState state) => state switch
    {
        MilestoneState.Planned => l["Not funded yet"],
        MilestoneState.Funding => l["Payment under way"],
        MilestoneState.Funded => l["Funded"],
        MilestoneState.InProgress => l["In progress"],
        MilestoneState.Submitted => l["Submitted"],
        MilestoneState.ChangesRequested => l["Changes requested"],
        MilestoneState.Approved => l["Approved"],
        MilestoneState.Released => l["Paid, clearing"],
        _ => l["Paid"],
    };

    public static string? Tone(this MilestoneState state) => state switch
    {
        MilestoneState.Funding => "warning",
        MilestoneState.Funded or MilestoneState.InProgress => "primary",
        MilestoneState.Submitted => "info",
        MilestoneState.ChangesRequested => "warning",
        MilestoneState.Approved or MilestoneState.Released or MilestoneState.Settled => "success",
        _ => null,
    };

    /// <summary>One line of the timeline.</summary>
    /// <param name="who">The name of who acted; null when the reader did, or the site.</param>
    public static string Of(this Words l, HistoryEntry entry, string? who, string what) => entry.Kind switch
    {
        HistoryKind.Locked => l["Both have signed; the text is locked"],
        HistoryKind.Expired => l["The time to sign ended"],
        HistoryKind.Activated => l["Work may begin"],
        HistoryKind.Completed => l["All milestones are released"],
        HistoryKind.Closed => l["The contract was closed"],
        HistoryKind.FundingFailed => l["The payment for “{0}” did not go through", what],
        HistoryKind.ApprovedBySilence => l["The review time ended, so “{0}” is approved", what],
        HistoryKind.Released => l["The money for “{0}” was released", what],
        HistoryKind.Settled => l["The money for “{0}” can be withdrawn", what],
        _ => who is null ? l.Yours(entry.Kind, what) : l.Theirs(entry.Kind, who, what),
    };

    static string Theirs(this Words l, HistoryKind kind, string who, string what) => kind switch
    {
        HistoryKind.Created => l["{0} chose a proposal and the contract was drawn up", who],
        HistoryKind.Edited => l["{0} changed the text", who],
        HistoryKind.Proposed => l["{0} sent it for signature", who],
        HistoryKind.SentBack => l["{0} sent it back with a note", who],
        HistoryKind.Signed => l["{0} signed", who],
        HistoryKind.Declined => l["{0} declined the contract", who],
        HistoryKind.Funded => l["{0} funded “{1}”", who, what],
        HistoryKind.Started => l["{0} began “{1}”", who, what],
        HistoryKind.Submitted => l["{0} submitted “{1}”", who, what],
        HistoryKind.ChangesRequested => l["{0} asked for changes to “{1}”", who, what],
        HistoryKind.Approved => l["{0} approved “{1}”", who, what],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    static string Yours(this Words l, HistoryKind kind, string what) => kind switch
    {
        HistoryKind.Created => l["You chose a proposal and the contract was drawn up"],
        HistoryKind.Edited => l["You changed the text"],
        HistoryKind.Proposed => l["You sent it for signature"],
        HistoryKind.SentBack => l["You sent it back with a note"],
        HistoryKind.Signed => l["You signed"],
        HistoryKind.Declined => l["You declined the contract"],
        HistoryKind.Funded => l["You funded “{0}”", what],
        HistoryKind.Started => l["You began “{0}”", what],
        HistoryKind.Submitted => l["You submitted “{0}”", what],
        HistoryKind.ChangesRequested => l["You asked for changes to “{0}”", what],
        HistoryKind.Approved => l["You approved “{0}”", what],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Role(this Words l, Party party) => party == Party.Client ? l["Client"] : l["Freelancer"];
}
