using Guildhall.Contracts.Public;
using Guildhall.Shared;

namespace Guildhall.Contracts;

/// <summary>Everything that can happen to a contract as a whole.</summary>
public enum ContractVerb { Edit, Propose, SendBack, Sign, Decline, Expire, Activate, Complete, Close }

/// <summary>
/// The whole machine of a contract: from where, by which verb, to where, by whom. What is not here is refused.
/// </summary>
public static class ContractStates
{
    const Party Either = Party.Client | Party.Freelancer;

    public static readonly IReadOnlyDictionary<(ContractState From, ContractVerb Verb),
        (ContractState To, Party By)> Table =
        new Dictionary<(ContractState, ContractVerb), (ContractState, Party)>
        {
            [(ContractState.Draft, ContractVerb.Edit)] = (ContractState.Draft, Party.Client),
            [(ContractState.Draft, ContractVerb.Propose)] = (ContractState.Proposed, Party.Client),
            [(ContractState.Draft, ContractVerb.Decline)] = (ContractState.Declined, Either),
            [(ContractState.Proposed, ContractVerb.Edit)] = (ContractState.Proposed, Party.Client),
            [(ContractState.Proposed, ContractVerb.SendBack)] = (ContractState.Draft, Party.Freelancer),
            [(ContractState.Proposed, ContractVerb.Sign)] = (ContractState.PartiallySigned, Either),
            [(ContractState.Proposed, ContractVerb.Decline)] = (ContractState.Declined, Either),
            [(ContractState.Proposed, ContractVerb.Expire)] = (ContractState.Expired, Party.Site),
            // Whoever changes the text now gives up the signature that stands under the old one.
            [(ContractState.PartiallySigned, ContractVerb.Edit)] = (ContractState.Proposed, Party.Client),
            [(ContractState.PartiallySigned, ContractVerb.SendBack)] = (ContractState.Draft, Party.Freelancer),
            [(ContractState.PartiallySigned, ContractVerb.Sign)] = (ContractState.Signed, Either),
            [(ContractState.PartiallySigned, ContractVerb.Decline)] = (ContractState.Declined, Either),
            [(ContractState.PartiallySigned, ContractVerb.Expire)] = (ContractState.Expired, Party.Site),
            [(ContractState.Signed, ContractVerb.Activate)] = (ContractState.Active, Party.Site),
            [(ContractState.Active, ContractVerb.Complete)] = (ContractState.Completed, Party.Site),
            [(ContractState.Completed, ContractVerb.Close)] = (ContractState.Closed, Party.Site),
        };

    public static bool Allows(ContractState from, ContractVerb verb, Party by) =>
        Table.TryGetValue((from, verb), out var step) && step.By.Include(by);

    public static ContractState Step(ContractState from, ContractVerb verb, Party by)
    {
        if (!Table.TryGetValue((from, verb), out var step)) throw new Refused(Closed(from), "wrong_state");
        return step.By.Include(by) ? step.To : throw step.By.Refusal();
    }

    static FormattableString Closed(ContractState from) => from switch
    {
        ContractState.Draft => $"The client has not sent this contract for signature yet.",
        ContractState.Proposed or ContractState.PartiallySigned => $"This contract is waiting for signatures.",
        ContractState.Signed => $"This contract is signed by both sides, so its text is locked.",
        ContractState.Active => $"Work under this contract has begun, so its text is locked.",
        ContractState.Completed => $"This contract is completed.",
        ContractState.Closed => $"This contract is closed.",
        ContractState.Declined => $"This contract was declined.",
        _ => $"This contract was not signed in time and has lapsed.",
    };
}
