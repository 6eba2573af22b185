using Guildhall.Contracts.Public;

namespace Guildhall.Contracts;

/// <summary>What happens next under a contract, who must act, and by when. Every state has one.</summary>
/// <param name="Waits">Who must act; none when it is over.</param>
/// <param name="Client">The words for the client.</param>
/// <param name="Freelancer">The words for the freelancer.</param>
/// <param name="Due">When silence decides; null when nothing presses.</param>
/// <param name="Milestone">The milestone it is about; null when it is about the contract.</param>
public sealed record NextStep(
    Party Waits, FormattableString Client, FormattableString Freelancer, DateTime? Due = null,
        Milestone? Milestone = null)
{
    public FormattableString WordsFor(Party party) => party == Party.Freelancer ? Freelancer : Client;

    public static NextStep Of(Contract contract) => contract.State switch
    {
        ContractState.Draft when contract.Note is not null => new(Party.Client,
            $"{contract.FreelancerName} sent the contract back. Read the note, change the text and send it again.",
            $"You sent the contract back. {contract.ClientName} changes the text and sends it again."),
        ContractState.Draft => new(Party.Client,
            $"Check the contract, then sign and send it to {contract.FreelancerName}.",
            $"{contract.ClientName} is preparing the contract. You will sign it next."),
        ContractState.Proposed => new(Party.Client | Party.Freelancer,
            $"Read the contract and sign it. {contract.FreelancerName} signs too.",
            $"Read the contract. Sign it, or send it back with a note.", contract.SignBy),
        ContractState.PartiallySigned when contract.SignatureOf(Party.Client) is not null => new(Party.Freelancer,
            $"You have signed. {contract.FreelancerName} reads and signs next.",
            $"{contract.ClientName} has signed. Read the contract and sign it, or send it back with a note.",
            contract.SignBy),
        ContractState.PartiallySigned => new(Party.Client,
            $"{contract.FreelancerName} has signed. Read the contract and sign it.",
            $"You have signed. {contract.ClientName} signs next.", contract.SignBy),
        ContractState.Completed => new(Party.Client | Party.Freelancer,
            $"All work is approved and paid. Say how it went with {contract.FreelancerName}.",
            $"All work is approved and paid. Say how it went with {contract.ClientName}.", contract.ClosesAt),
        ContractState.Closed => new(Party.None, $"This contract is completed and closed.",
            $"This contract is completed and closed."),
        ContractState.Declined => new(Party.None,
            $"This contract was declined. Nothing is owed on either side.",
            $"This contract was declined. Nothing is owed on either side."),
        ContractState.Expired => new(Party.None,
            $"This contract was not signed in time and has lapsed. Nothing is owed on either side.",
            $"This contract was not signed in time and has lapsed. Nothing is owed on either side."),
        _ => OfWork(contract),
    };

    /// <summary>
    /// The milestone where something waits: an answer before work, work before money, and money for what comes next.
    /// </summary>
    static NextStep OfWork(Contract contract)
    {
        var ordered = contract.Milestones.OrderBy(m => m.Position).ToArray();
        var current = ordered.FirstOrDefault(m => m.State == MilestoneState.Submitted)
            ?? ordered.FirstOrDefault(m => m.State is MilestoneState.ChangesRequested or MilestoneState.InProgress)
            ?? ordered.FirstOrDefault(m => m.State == MilestoneState.Funded)
            ?? ordered.FirstOrDefault(m => m.State is MilestoneState.Funding or MilestoneState.Planned)
            ?? ordered[^1];
        return Of(contract, current);
    }

    public static NextStep Of(Contract contract, Milestone m) => m.State switch
    {
        MilestoneState.Planned when contract.State is not (ContractState.Signed or ContractState.Active) => new(
            Party.None, $"It can be funded when both have signed.", $"It can be funded when both have signed."),
        MilestoneState.Planned => new(Party.Client,
            $"Fund “{m.Title}” so that work can begin. The money is held until you approve the work.",
            $"{contract.ClientName} funds “{m.Title}”. Wait with the work until the money is held.", null, m),
        MilestoneState.Funding => new(Party.Client,
            $"Finish the payment for “{m.Title}”.",
            $"{contract.ClientName} is paying for “{m.Title}”. Wait with the work until the money is held.", null, m),
        MilestoneState.Funded => new(Party.Freelancer,
            $"“{m.Title}” is funded. {contract.FreelancerName} begins the work.",
            $"The money for “{m.Title}” is held for you. You can begin.", null, m),
        MilestoneState.InProgress => new(Party.Freelancer,
            $"{contract.FreelancerName} is working on “{m.Title}”. You need do nothing.",
            $"Do the work for “{m.Title}” and submit it here.",
            m.Due?.ToDateTime(new(23, 59, 59), DateTimeKind.Utc), m),
        MilestoneState.Submitted => new(Party.Client,
            $"Look at “{m.Title}”: approve it, or ask for changes. Without an answer it is approved.",
            $"{contract.ClientName} is looking at “{m.Title}”. Without an answer it is approved and you are paid.",
            m.ReviewDueAt, m),
        MilestoneState.ChangesRequested => new(Party.Freelancer,
            $"You asked for changes to “{m.Title}”. {contract.FreelancerName} submits it again.",
            $"{contract.ClientName} asked for changes to “{m.Title}”. Make them and submit it again.", null, m),
        MilestoneState.Released => new(Party.None,
            $"“{m.Title}” is approved and paid.", $"“{m.Title}” is approved. The money is clearing.", null, m),
        _ => new(Party.None, $"“{m.Title}” is approved and paid.", $"“{m.Title}” is approved and paid.", null, m),
    };
}
