using Guildhall.Hiring.Public;
using Guildhall.Shared;

namespace Guildhall.Hiring.Inviting;

/// <summary>Everything that can happen to an invitation.</summary>
public enum InvitationVerb { View, Accept, Decline, Withdraw, Expire, SendAgain }

/// <summary>The whole machine of an invitation: from, verb, to, by whom. What is not here is refused.</summary>
public static class InvitationStates
{
    public static readonly IReadOnlyDictionary<(InvitationState From, InvitationVerb Verb),
        (InvitationState To, ProposalActor By)> Table = Build();

    static Dictionary<(InvitationState, InvitationVerb), (InvitationState, ProposalActor)> Build()
    {
        var table = new Dictionary<(InvitationState, InvitationVerb), (InvitationState, ProposalActor)>
        {
            [(InvitationState.Sent, InvitationVerb.View)] = (InvitationState.Viewed, ProposalActor.Freelancer),
            [(InvitationState.Declined, InvitationVerb.Accept)] = (InvitationState.Accepted, ProposalActor.Freelancer),
            [(InvitationState.Withdrawn, InvitationVerb.SendAgain)] = (InvitationState.Sent, ProposalActor.Client),
            [(InvitationState.Expired, InvitationVerb.SendAgain)] = (InvitationState.Sent, ProposalActor.Client),
        };
        foreach (var waiting in new[] { InvitationState.Sent, InvitationState.Viewed })
        {
            table[(waiting, InvitationVerb.Accept)] = (InvitationState.Accepted, ProposalActor.Freelancer);
            table[(waiting, InvitationVerb.Decline)] = (InvitationState.Declined, ProposalActor.Freelancer);
            table[(waiting, InvitationVerb.Withdraw)] = (InvitationState.Withdrawn, ProposalActor.Client);
            table[(waiting, InvitationVerb.Expire)] = (InvitationState.Expired, ProposalActor.Site);
        }
        return table;
    }

    public static bool Allows(InvitationState from, InvitationVerb verb, ProposalActor by) =>
        Table.TryGetValue((from, verb), out var step) && (step.By & by) != 0;

    public static InvitationState Step(InvitationState from, InvitationVerb verb, ProposalActor by)
    {
        if (!Table.TryGetValue((from, verb), out var step)) throw new Refused(NotNow(from), "wrong_state");
        if ((step.By & by) != 0) return step.To;
        throw step.By switch
        {
            ProposalActor.Client => new Refused($"Only the client who posted the job can do this.", "wrong_party"),
            ProposalActor.Freelancer => new Refused($"Only the freelancer who was invited can do this.", "wrong_party"),
            _ => new Refused($"This happens by itself when it is due.", "wrong_party"),
        };
    }

    /// <summary>Why nothing else can happen to an invitation in this state, in words.</summary>
    public static FormattableString NotNow(InvitationState from) => from switch
    {
        InvitationState.Sent or InvitationState.Viewed => $"This invitation waits for an answer.",
        InvitationState.Accepted => $"This invitation was answered with a proposal.",
        InvitationState.Declined => $"The freelancer declined this invitation.",
        InvitationState.Withdrawn => $"The client withdrew this invitation.",
        _ => $"This invitation has expired.",
    };
}
