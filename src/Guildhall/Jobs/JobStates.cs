using Guildhall.Jobs.Public;
using Guildhall.Shared;

namespace Guildhall.Jobs;

/// <summary>Everything that can happen to a job.</summary>
public enum JobVerb
{
    Edit, Publish, Pause, Resume, CloseIntake, Award, LapseAward, Start, Complete, Close, Expire, Cancel, Remove,
}

/// <summary>Who acts: its client, an operator of the site, or the site itself (a timer, a contract).</summary>
[Flags]
public enum JobActor { None = 0, Client = 1, Operator = 2, Site = 4 }

/// <summary>The whole machine of a job: from, verb, to, by whom. What is not here is refused.</summary>
public static class JobStates
{
    const JobActor ClientOrOperator = JobActor.Client | JobActor.Operator;

    public static readonly IReadOnlyDictionary<(JobState From, JobVerb Verb), (JobState To, JobActor By)> Table =
        Build();

    static Dictionary<(JobState, JobVerb), (JobState, JobActor)> Build()
    {
        var table = new Dictionary<(JobState, JobVerb), (JobState, JobActor)>
        {
            [(JobState.Draft, JobVerb.Edit)] = (JobState.Draft, JobActor.Client),
            [(JobState.Draft, JobVerb.Publish)] = (JobState.Open, JobActor.Client),
            [(JobState.Draft, JobVerb.Cancel)] = (JobState.Cancelled, ClientOrOperator),
            [(JobState.Open, JobVerb.Edit)] = (JobState.Open, JobActor.Client),
            [(JobState.Open, JobVerb.Pause)] = (JobState.Paused, ClientOrOperator),
            [(JobState.Open, JobVerb.CloseIntake)] = (JobState.InSelection, JobActor.Client | JobActor.Site),
            [(JobState.Open, JobVerb.Award)] = (JobState.Awarded, JobActor.Client),
            [(JobState.Open, JobVerb.Expire)] = (JobState.Expired, JobActor.Site),
            [(JobState.Open, JobVerb.Cancel)] = (JobState.Cancelled, ClientOrOperator),
            [(JobState.Paused, JobVerb.Edit)] = (JobState.Paused, JobActor.Client),
            [(JobState.Paused, JobVerb.Resume)] = (JobState.Open, ClientOrOperator),
            [(JobState.Paused, JobVerb.Cancel)] = (JobState.Cancelled, ClientOrOperator),
            [(JobState.InSelection, JobVerb.Award)] = (JobState.Awarded, JobActor.Client),
            [(JobState.InSelection, JobVerb.Expire)] = (JobState.Expired, JobActor.Site),
            [(JobState.InSelection, JobVerb.Cancel)] = (JobState.Cancelled, ClientOrOperator),
            [(JobState.Awarded, JobVerb.LapseAward)] = (JobState.InSelection, JobActor.Site),
            [(JobState.Awarded, JobVerb.Cancel)] = (JobState.Cancelled, ClientOrOperator),
            [(JobState.Awarded, JobVerb.Start)] = (JobState.InProgress, JobActor.Site),
            [(JobState.InProgress, JobVerb.Complete)] = (JobState.Completed, JobActor.Site),
            [(JobState.Completed, JobVerb.Close)] = (JobState.Closed, JobActor.Site),
        };
        foreach (var state in Enum.GetValues<JobState>())
            if (state != JobState.Removed) table[(state, JobVerb.Remove)] = (JobState.Removed, JobActor.Operator);
        return table;
    }

    public static bool Allows(JobState from, JobVerb verb, JobActor by) =>
        Table.TryGetValue((from, verb), out var step) && (step.By & by) != 0;

    public static JobState Step(JobState from, JobVerb verb, JobActor by)
    {
        if (!Table.TryGetValue((from, verb), out var step)) throw new Refused(NotNow(from), "wrong_state");
        if ((step.By & by) != 0) return step.To;
        throw step.By == JobActor.Site
            ? new Refused($"This happens by itself when it is due.", "wrong_party")
            : step.By == JobActor.Operator
                ? new Refused($"Only an operator of the site can do this.", "wrong_party")
                : new Refused($"Only the client who posted the job can do this.", "wrong_party");
    }

    /// <summary>Why nothing else can happen to a job in this state, in words.</summary>
    public static FormattableString NotNow(JobState from) => from switch
    {
        JobState.Draft => $"This job is still a draft. Publish it first.",
        JobState.Open => $"This job is open for proposals.",
        JobState.Paused => $"This job is paused and takes no proposals now. Its client can resume it.",
        JobState.InSelection => $"This job takes no more proposals; the client is choosing among those received.",
        JobState.Awarded =>
            $"This job is already awarded and waits for both signatures. Decline the contract to choose again.",
        JobState.InProgress => $"The work on this job has begun; what happens next is in its contract.",
        JobState.Completed or JobState.Closed => $"This job is done.",
        JobState.Expired => $"This job has expired: nothing happened on it for 30 days.",
        JobState.Cancelled => $"The client cancelled this job.",
        _ => $"This job was removed by the site.",
    };
}
