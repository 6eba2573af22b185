using Guildhall.Hiring;
using Guildhall.Hiring.Public;
using Guildhall.Shared;
using Xunit;

namespace Guildhall.Tests.Hiring;

/// <summary>Every state × verb × actor: what the table allows happens, everything else is refused in words.</summary>
public class ProposalStatesTests
{
    static readonly ProposalActor[] Actors =
        [ProposalActor.None, ProposalActor.Client, ProposalActor.Freelancer, ProposalActor.Site];

    public static TheoryData<ProposalState, ProposalVerb, ProposalActor> All()
    {
        var all = new TheoryData<ProposalState, ProposalVerb, ProposalActor>();
        foreach (var state in Enum.GetValues<ProposalState>())
            foreach (var verb in Enum.GetValues<ProposalVerb>())
                foreach (var actor in Actors) all.Add(state, verb, actor);
        return all;
    }

    // Written down a second time on purpose: from, verb, to, by.
    static readonly Dictionary<(ProposalState, ProposalVerb),
        (ProposalState To, ProposalActor By)> Expected = Expand("""
        Draft Edit Draft Freelancer; Draft Submit Submitted Freelancer; Draft Withdraw Withdrawn Freelancer
        Draft Expire Expired Site
        Submitted Edit Submitted Freelancer; Viewed Edit Viewed Freelancer; Shortlisted Edit Shortlisted Freelancer
        Submitted View Viewed Client; Submitted Shortlist Shortlisted Client; Viewed Shortlist Shortlisted Client
        Shortlisted Unshortlist Viewed Client
        Submitted Accept Accepted Client; Viewed Accept Accepted Client; Shortlisted Accept Accepted Client
        Submitted Decline Declined Client; Viewed Decline Declined Client; Shortlisted Decline Declined Client
        Submitted Withdraw Withdrawn Freelancer; Viewed Withdraw Withdrawn Freelancer
        Shortlisted Withdraw Withdrawn Freelancer; NotSelected Withdraw Withdrawn Freelancer
        Submitted Expire Expired Site; Viewed Expire Expired Site; Shortlisted Expire Expired Site
        Submitted PassOver NotSelected Site; Viewed PassOver NotSelected Site; Shortlisted PassOver NotSelected Site
        Accepted Lapse NotSelected Site; NotSelected Reopen Viewed Client
        """);

    [Theory, MemberData(nameof(All))]
    public void Only_what_is_agreed_can_happen(ProposalState state, ProposalVerb verb, ProposalActor actor)
    {
        var allowed = Expected.TryGetValue((state, verb), out var step) && (step.By & actor) != 0;

        Assert.Equal(allowed, ProposalStates.Allows(state, verb, actor));
        if (allowed) Assert.Equal(step.To, ProposalStates.Step(state, verb, actor));
        else Assert.Contains(Assert.Throws<Refused>(() => ProposalStates.Step(state, verb, actor)).Code,
            new[] { "wrong_state", "wrong_party" });
    }

    static Dictionary<(ProposalState, ProposalVerb), (ProposalState, ProposalActor)> Expand(string table) => table
        .Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' '))
        .ToDictionary(r => (Enum.Parse<ProposalState>(r[0]), Enum.Parse<ProposalVerb>(r[1])),
            r => (Enum.Parse<ProposalState>(r[2]), Enum.Parse<ProposalActor>(r[3])));
}
