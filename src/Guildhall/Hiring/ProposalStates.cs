using Guildhall.Hiring.Public;
using Guildhall.Shared;

namespace Guildhall.Hiring;

/// <summary>Everything that can happen to a proposal.</summary>
public enum ProposalVerb
{
    Edit, Submit, View, Shortlist, Unshortlist, Accept, Decline, Withdraw, Expire, PassOver, Lapse, Reopen,
}

/// <summary>Who acts: the freelancer who wrote it, the job's client,
/// or the site (the end of a job, a contract).</summary>
[Flags]
public enum ProposalActor { None = 0, Client = 1, Freelancer = 2, Site = 4 }

/// <summary>The whole machine of a proposal: from, verb, to, by whom. What is not here is refused.</summary>
public static class ProposalStates
{
    public static readonly IReadOnlyDictionary<(ProposalState From, ProposalVerb Verb),
        (ProposalState To, ProposalActor By)> Table = Build();

    static Dictionary<(ProposalState, ProposalVerb), (ProposalState, ProposalActor)> Build()
    {
        var table = new Dictionary<(ProposalState, ProposalVerb), (ProposalState, ProposalActor)>
        {
            [(ProposalState.Draft, ProposalVerb.Edit)] = (ProposalState.Draft, ProposalActor.Freelancer),
            [(ProposalState.Draft, ProposalVerb.Submit)] = (ProposalState.Submitted, ProposalActor.Freelancer),
            [(ProposalState.Draft, ProposalVerb.Withdraw)] = (ProposalState.Withdrawn, ProposalActor.Freelancer),
            [(ProposalState.Draft, ProposalVerb.Expire)] = (ProposalState.Expired, ProposalActor.Site),
            [(ProposalState.Submitted, ProposalVerb.View)] = (ProposalState.Viewed, ProposalActor.Client),
            [(ProposalState.Shortlisted, ProposalVerb.Unshortlist)] = (ProposalState.Viewed, ProposalActor.Client),
            // Signed by nobody in time, or declined: the hire is over, the person can still be asked again.
            [(ProposalState.Accepted, ProposalVerb.Lapse)] = (ProposalState.NotSelected, ProposalActor.Site),
            [(ProposalState.NotSelected, ProposalVerb.Reopen)] = (ProposalState.Viewed, ProposalActor.Client),
            [(ProposalState.NotSelected, ProposalVerb.Withdraw)] = (ProposalState.Withdrawn, ProposalActor.Freelancer),
        };
        foreach (var live in new[] { ProposalState.Submitted, ProposalState.Viewed, ProposalState.Shortlisted })
        {
            table[(live, ProposalVerb.Edit)] = (live, ProposalActor.Freelancer);
            table[(live, ProposalVerb.Accept)] = (ProposalState.Accepted, ProposalActor.Client);
            table[(live, ProposalVerb.Decline)] = (ProposalState.Declined, ProposalActor.Client);
            table[(live, ProposalVerb.Withdraw)] = (ProposalState.Withdrawn, ProposalActor.Freelancer);
            table[(live, ProposalVerb.Expire)] = (ProposalState.Expired, ProposalActor.Site);
            table[(live, ProposalVerb.PassOver)] = (ProposalState.NotSelected, ProposalActor.Site);
            if (live != ProposalState.Shortlisted)
                table[(live, ProposalVerb.Shortlist)] = (ProposalState.Shortlisted, ProposalActor.Client);
        }
        return table;
    }

    public static bool Allows(ProposalState from, ProposalVerb verb, ProposalActor by) =>
        Table.TryGetValue((from, verb), out var step) && (step.By & by) != 0;

    public static ProposalState Step(ProposalState from, ProposalVerb verb, ProposalActor by)
    {
        if (!Table.TryGetValue((from, verb), out var step)) throw new Refused(NotNow(from), "wrong_state");
        if ((step.By & by) != 0) return step.To;
        throw step.By switch
        {
            ProposalActor.Client => new Refused($"Only the client who posted the job can do this.", "wrong_party"),
            ProposalActor.Freelancer =>
                new Refused($"Only the freelancer who wrote the proposal can do this.", "wrong_party"),
            _ => new Refused($"This happens by itself when it is due.", "wrong_party"),
        };
    }

    /// <summary>Why nothing else can happen to a proposal in this state, in words.</summary>
    public static FormattableString NotNow(ProposalState from) => from switch
    {
        ProposalState.Draft => $"This proposal is a draft. Send it first.",
        ProposalState.Submitted => $"This proposal has been sent.",
        ProposalState.Viewed => $"The client has opened this proposal.",
        ProposalState.Shortlisted => $"This proposal is on the shortlist.",
        ProposalState.Accepted => $"This proposal was accepted; what happens next is in its contract.",
        ProposalState.Declined => $"The client declined this proposal.",
        ProposalState.Withdrawn => $"The freelancer withdrew this proposal.",
        ProposalState.Expired => $"This proposal expired together with its job.",
        _ => $"This proposal was not selected.",
    };
}
