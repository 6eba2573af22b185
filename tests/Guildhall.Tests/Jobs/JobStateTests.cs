using Guildhall.Jobs;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Xunit;

namespace Guildhall.Tests.Jobs;

/// <summary>Every state × verb × actor, against the table written down here once more from the specification.</summary>
public class JobStateTests
{
    const JobActor C = JobActor.Client, O = JobActor.Operator, S = JobActor.Site;

    static readonly (JobVerb Verb, JobState[] From, JobState? To, JobActor By)[] Specification =
    [
        (JobVerb.Edit, [JobState.Draft, JobState.Open, JobState.Paused], null, C),
        (JobVerb.Publish, [JobState.Draft], JobState.Open, C),
        (JobVerb.Pause, [JobState.Open], JobState.Paused, C | O),
        (JobVerb.Resume, [JobState.Paused], JobState.Open, C | O),
        (JobVerb.CloseIntake, [JobState.Open], JobState.InSelection, C | S),
        (JobVerb.Award, [JobState.Open, JobState.InSelection], JobState.Awarded, C),
        (JobVerb.LapseAward, [JobState.Awarded], JobState.InSelection, S),
        (JobVerb.Start, [JobState.Awarded], JobState.InProgress, S),
        (JobVerb.Complete, [JobState.InProgress], JobState.Completed, S),
        (JobVerb.Close, [JobState.Completed], JobState.Closed, S),
        (JobVerb.Expire, [JobState.Open, JobState.InSelection], JobState.Expired, S),
        (JobVerb.Cancel, [JobState.Draft, JobState.Open, JobState.Paused, JobState.InSelection, JobState.Awarded],
            JobState.Cancelled, C | O),
        (JobVerb.Remove, [.. Enum.GetValues<JobState>().Where(s => s != JobState.Removed)], JobState.Removed, O),
    ];

    [Fact]
    public void Every_state_takes_the_verbs_of_the_specification_from_the_right_actor_and_refuses_the_rest()
    {
        foreach (var state in Enum.GetValues<JobState>())
            foreach (var verb in Enum.GetValues<JobVerb>())
                foreach (var actor in new[] { JobActor.None, C, O, S })
                    Check(state, verb, actor);
    }

    static void Check(JobState state, JobVerb verb, JobActor actor)
    {
        var rule = Specification.Single(r => r.Verb == verb);
        if (rule.From.Contains(state) && (rule.By & actor) != 0)
        {
            Assert.Equal(rule.To ?? state, JobStates.Step(state, verb, actor));
            return;
        }
        Assert.False(JobStates.Allows(state, verb, actor));
        var refused = Assert.Throws<Refused>(() => JobStates.Step(state, verb, actor));
        Assert.Equal(rule.From.Contains(state) ? "wrong_party" : "wrong_state", refused.Code);
        Assert.NotEmpty(refused.Message);
    }

    [Fact]
    public void Every_state_has_words_for_why_nothing_else_can_happen() =>
        Assert.All(Enum.GetValues<JobState>(), s => Assert.EndsWith(".", JobStates.NotNow(s).Format.TrimEnd()));
}
