using Guildhall.Hiring;
using Guildhall.Hiring.Inviting;
using Guildhall.Hiring.Public;
using Guildhall.Shared;
using Xunit;

namespace Guildhall.Tests.Hiring;

/// <summary>Every state × verb × actor: what the table allows happens, everything else is refused in words.</summary>
public class InvitationStatesTests
{
    static readonly ProposalActor[] Actors =
        [ProposalActor.None, ProposalActor.Client, ProposalActor.Freelancer, ProposalActor.Site];

    public static TheoryData<InvitationState, InvitationVerb, ProposalActor> All()
    {
        var all = new TheoryData<InvitationState, InvitationVerb, ProposalActor>();
        foreach (var state in Enum.GetValues<InvitationState>())
            foreach (var verb in Enum.GetValues<InvitationVerb>())
                foreach (var actor in Actors) all.Add(state, verb, actor);
        return all;
    }

    // Written down a second time on purpose: from, verb, to, by.
    static readonly Dictionary<(InvitationState, InvitationVerb), (InvitationState To, ProposalActor By)> Expected = """
        Sent View Viewed Freelancer
        Sent Accept Accepted Freelancer; Viewed Accept Accepted Freelancer; Declined Accept Accepted Freelancer
        Sent Decline Declined Freelancer; Viewed Decline Declined Freelancer
        Sent Withdraw Withdrawn Client; Viewed Withdraw Withdrawn Client
        Sent Expire Expired Site; Viewed Expire Expired Site
        Withdrawn SendAgain Sent Client; Expired SendAgain Sent Client
        """.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' '))
            .ToDictionary(r => (Enum.Parse<InvitationState>(r[0]), Enum.Parse<InvitationVerb>(r[1])),
                r => (Enum.Parse<InvitationState>(r[2]), Enum.Parse<ProposalActor>(r[3])));

    [Theory, MemberData(nameof(All))]
    public void Only_what_is_agreed_can_happen(InvitationState state, InvitationVerb verb, ProposalActor actor)
    {
        var allowed = Expected.TryGetValue((state, verb), out var step) && (step.By & actor) != 0;

        Assert.Equal(allowed, InvitationStates.Allows(state, verb, actor));
        if (allowed) Assert.Equal(step.To, InvitationStates.Step(state, verb, actor));
        else Assert.Contains(Assert.Throws<Refused>(() => InvitationStates.Step(state, verb, actor)).Code,
            new[] { "wrong_state", "wrong_party" });
    }
}
