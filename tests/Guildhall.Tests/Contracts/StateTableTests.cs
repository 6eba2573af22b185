using System.Reflection;
using Guildhall.Contracts;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Shared;
using Xunit;

namespace Guildhall.Tests.Contracts;

/// <summary>Every state × verb × actor, of contracts and of milestones, through the entities themselves.</summary>
public class StateTableTests
{
    static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    static readonly Party[] Actors = [Party.Client, Party.Freelancer, Party.Site, Party.None];

    [Fact]
    public void A_contract_moves_only_as_the_table_says()
    {
        foreach (var state in Enum.GetValues<ContractState>())
            foreach (var verb in Enum.GetValues<ContractVerb>())
                foreach (var actor in Actors)
                {
                    var contract = Contract();
                    Set(contract, nameof(contract.State), state);
                    var allowed = ContractStates.Table.TryGetValue((state, verb), out var step) && Has(step.By, actor);

                    var refused = Refusal(() => contract.Step(verb, actor, Now));

                    Assert.True(allowed == (refused is null),
                        $"{state} {verb} by {actor}: {refused?.Message ?? "done"}");
                    Assert.Equal(allowed ? step.To : state, contract.State);
                    Assert.Equal(allowed, ContractStates.Allows(state, verb, actor));
                }
    }

    [Fact]
    public void A_milestone_moves_only_as_the_table_says()
    {
        foreach (var state in Enum.GetValues<MilestoneState>())
            foreach (var verb in Enum.GetValues<MilestoneVerb>())
                foreach (var actor in Actors)
                {
                    var milestone = Contract().Milestones[0];
                    Set(milestone, nameof(Milestone.State), state);
                    var allowed = MilestoneStates.Table.TryGetValue((state, verb), out var step) && Has(step.By, actor);

                    var refused = Refusal(() => Act(milestone, verb, actor));

                    if (OnlySite(verb)) continue; // these take no actor: the next test
                    Assert.True(allowed == (refused is null),
                        $"{state} {verb} by {actor}: {refused?.Message ?? "done"}");
                    Assert.Equal(allowed ? step.To : state, milestone.State);
                }
    }

    [Fact]
    public void What_the_site_does_to_a_milestone_follows_the_table_too()
    {
        foreach (var state in Enum.GetValues<MilestoneState>())
            foreach (var verb in Enum.GetValues<MilestoneVerb>().Where(OnlySite))
            {
                var allowed = MilestoneStates.Table.TryGetValue((state, verb), out var step);

                var refused = Refusal(() => Assert.Equal(step.To, MilestoneStates.Step(state, verb, Party.Site)));

                Assert.Equal(allowed, refused is null);
                Assert.All([Party.Client, Party.Freelancer, Party.None],
                    actor => Assert.NotNull(Refusal(() => MilestoneStates.Step(state, verb, actor))));
            }
    }

    static bool Has(Party by, Party actor) => actor != Party.None && by.HasFlag(actor);

    static bool OnlySite(MilestoneVerb verb) =>
        MilestoneStates.Table.Where(s => s.Key.Verb == verb).All(s => s.Value.By == Party.Site);

    static void Act(Milestone milestone, MilestoneVerb verb, Party actor)
    {
        switch (verb)
        {
            case MilestoneVerb.Fund: milestone.Fund(actor, Guid.CreateVersion7()); break;
            case MilestoneVerb.Start: milestone.Start(actor, Now); break;
            case MilestoneVerb.Submit when milestone.State != MilestoneState.Funded: milestone.Submit(actor, 14,
                Now); break;
            case MilestoneVerb.Submit: MilestoneStates.Step(milestone.State, verb, actor); break;
            case MilestoneVerb.RequestChanges: milestone.RequestChanges(actor, 3, Now); break;
            case MilestoneVerb.Approve: milestone.Approve(actor, Now); break;
        }
    }

    [Fact]
    public void Every_state_says_what_happens_next_and_who_acts()
    {
        foreach (var state in Enum.GetValues<ContractState>())
            foreach (var part in Enum.GetValues<MilestoneState>())
            {
                var contract = Contract();
                Set(contract, nameof(contract.State), state);
                Set(contract.Milestones[0], nameof(Milestone.State), part);
                var next = NextStep.Of(contract);
                Assert.NotEmpty(next.Client.ToString());
                Assert.NotEmpty(next.Freelancer.ToString());
                var over = state is ContractState.Closed or ContractState.Declined or ContractState.Expired;
                if (over) Assert.Equal(Party.None, next.Waits);
            }
    }

    [Fact]
    public void Every_state_but_the_last_ones_can_be_left()
    {
        foreach (var state in Enum.GetValues<ContractState>())
            Assert.Equal(state is ContractState.Closed or ContractState.Declined or ContractState.Expired,
                !ContractStates.Table.Keys.Any(k => k.From == state));
        foreach (var state in Enum.GetValues<MilestoneState>())
            Assert.Equal(state is MilestoneState.Settled, !MilestoneStates.Table.Keys.Any(k => k.From == state));
    }

    static Exception? Refusal(Action act) => Record.Exception(act) is { } e ? Assert.IsType<Refused>(e) : null;

    static void Set(object on, string property, object value) =>
        on.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(on, value);

    static Contract Contract()
    {
        var contract = new Contract
        {
            JobId = Guid.CreateVersion7(), ProposalId = Guid.CreateVersion7(), ClientId = Guid.CreateVersion7(),
            FreelancerId = Guid.CreateVersion7(), ClientName = "Carla Client", FreelancerName = "Fran Freelancer",
            Currency = "USD", Title = "T", Texts = new("a", "b", "c", "d", "e", "f"), Policy = new(),
            FeesJson = FeePresets.SkillGig.ToJson(), CreatedAt = Now,
        };
        contract.Milestones.Add(new() { Position = 1, Title = "M", Description = "", Amount = new(100, "USD") });
        return contract;
    }
}
