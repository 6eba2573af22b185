using Guildhall.Demo.Data;
using Guildhall.Demo.Stage;
using Guildhall.Jobs;
using Guildhall.Jobs.Public;

namespace Guildhall.Demo.Lives;

/// <summary>A job from its first draft to wherever the story has it, with everything that hangs on it.</summary>
sealed class JobLife(Theatre theatre, Tale tale, Townsfolk people, ProposalLife proposals,
    ContractLife contracts, InterestLife interests)
{
    public void Plan(
        JobData job, IReadOnlyList<ProposalData> answers, ContractData? contract, IReadOnlyList<ReviewData> reviews)
    {
        var (client, zone) = (people.Id(job.Client), people.Zone(job.Client));
        var state = new JobTrack(job, client, zone);
        var born = theatre.Moments.On(job.PostedInDays ?? -Chance.Between(1, 9, job.Ref), zone, job.Ref);
        var brief = Brief(job, theatre, people);
        tale.At(born, async () => state.Id =
            await theatre.Get<CreateJob>().Run(client, brief, open: job.PostedInDays is not null, default));
        if (job.PostedInDays is null) return;

        interests.Plan(state, born);
        var end = theatre.Clock.Today;
        if (contract is not null) end = theatre.Moments.On(contract.ProposedInDays, zone, job.Ref + "hire");
        var last = proposals.Plan(state, answers, born, end);
        if (contract is not null) contracts.Plan(state, contract, reviews, Moments.Later(end, last.AddMinutes(20)));
        else Rest(state, born, last);
    }

    void Rest(JobTrack job, DateTime born, DateTime last)
    {
        var (verb, days) = job.Data.State switch
        {
            "paused" => (JobVerb.Pause, Chance.Between(3, 12, job.Data.Ref)),
            "cancelled" => (JobVerb.Cancel, Chance.Between(6, 20, job.Data.Ref)),
            "in_selection" => (JobVerb.CloseIntake, 1),
            _ => (default, 0),
        };
        if (days == 0) return;
        var from = verb == JobVerb.CloseIntake ? last : born;
        var at = Moments.Within(from, Moments.Earlier(theatre.Clock.Today, from.AddDays(days)), 0.9, job.Zone);
        tale.At(at, () => theatre.Get<MoveJob>().Run(job.Id, job.Client, verb, default));
    }

    public static Brief Brief(JobData job, Theatre theatre, Townsfolk people) => new()
    {
        Kind = job.MicroGigType is { } type
            ? Enum.Parse<JobKind>(type.Replace("_", ""), ignoreCase: true) : JobKind.Project,
        Title = job.Title, Description = job.Description, Category = job.Category, ProjectType = job.ProjectType,
        Skills = [.. job.Skills.Select(s => new SkillNeed(
            people.Skill(s.Slug), s.MinLevel, s.Required, [.. s.Alternatives.Select(people.Skill)]))],
        Languages = job.Languages ?? [], Complexity = job.Complexity,
        Pay = job.Pricing == "hourly" ? PayType.Hourly : PayType.Fixed, Currency = job.Currency,
        MinMinor = job.BudgetMin, MaxMinor = job.BudgetMax, Hours = job.Hours,
        Deadline = job.DeadlineInDays is { } days ? theatre.Moments.Day(days) : null,
        Milestones = [.. job.Milestones.Select(m => new JobMilestone(
            m.Title, m.Amount, m.DueInDays is { } due ? theatre.Moments.Day(due) : null))],
    };
}

/// <summary>What later acts must know of a job that is posted in an earlier one.</summary>
sealed class JobTrack(JobData data, Guid client, string zone)
{
    public JobData Data => data;
    public Guid Client => client;
    public string Zone => zone;
    public Guid Id { get; set; }
    public Dictionary<string, Guid> Proposals { get; } = [];
}
