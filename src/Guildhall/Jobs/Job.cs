using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Jobs;

/// <summary>A client's wish for work, from the first draft to the last review.</summary>
public sealed class Job : IVersioned
{
    public const int ExpiresAfterDays = 30;
    public const int RemindedDaysBefore = 7;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ClientId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public Brief Brief { get; private set; } = new();
    public JobState State { get; private set; }
    /// <summary>Who was chosen; null while nobody is.</summary>
    public Guid? FreelancerId { get; private set; }
    public int Proposals { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    /// <summary>The last sign of life, a proposal included; the job expires 30 days after it.</summary>
    public DateTime ActiveAt { get; private set; }
    public DateTime? PublishedAt { get; private set; }
    public DateTime? AwardedAt { get; private set; }
    /// <summary>The spec's start_date and end_date: the contract became active, was completed.</summary>
    public DateTime? StartedAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    /// <summary>The rule and the words an operator removed it with.</summary>
    public string? RemovedFor { get; private set; }
    public long Version { get; set; }

    public bool IsDraft => State == JobState.Draft;
    public bool IsEditable => May(JobVerb.Edit, JobActor.Client);
    public DateTime ExpiresAt => ActiveAt.AddDays(ExpiresAfterDays);

    public JobActor ActorOf(Guid? account) => account == ClientId ? JobActor.Client : JobActor.None;
    public bool May(JobVerb verb, JobActor by) => JobStates.Allows(State, verb, by);

    /// <summary>
    /// Its client sees it always; others once it was published and unless it was removed. One that is not listed is
    /// seen by its guests and by whom it was given to.
    /// </summary>
    public bool IsVisibleTo(Guid? account, bool asGuest) =>
        account == ClientId || PublishedAt is not null && State != JobState.Removed
            && (asGuest || Brief.Hiring == HiringMode.Proposals || account is not null && account == FreelancerId);

    /// <summary>A draft takes anything, as typed. What others already see must stay complete.</summary>
    public void Write(Brief brief, DateTime now)
    {
        Step(JobVerb.Edit, JobActor.Client, now);
        if (!IsDraft) BriefCheck.Refuse(brief, now);
        Brief = brief;
    }

    public void Publish(DateTime now)
    {
        var next = JobStates.Step(State, JobVerb.Publish, JobActor.Client);
        BriefCheck.Refuse(Brief, now);
        (State, PublishedAt, UpdatedAt, ActiveAt) = (next, now, now, now);
    }

    public void Pause(JobActor by, DateTime now) => Step(JobVerb.Pause, by, now);

    public void Resume(JobActor by, DateTime now) => Step(JobVerb.Resume, by, now);

    public void CloseIntake(JobActor by, DateTime now) => Step(JobVerb.CloseIntake, by, now);

    public void Award(Guid freelancer, DateTime now)
    {
        if (freelancer == ClientId) throw new Refused($"You cannot hire yourself.", "own_job");
        Step(JobVerb.Award, JobActor.Client, now);
        (FreelancerId, AwardedAt) = (freelancer, now);
    }

    public void LapseAward(DateTime now)
    {
        Step(JobVerb.LapseAward, JobActor.Site, now);
        (FreelancerId, AwardedAt) = (null, null);
    }

    public void Start(DateTime now)
    {
        Step(JobVerb.Start, JobActor.Site, now);
        StartedAt = now;
    }

    public void Complete(DateTime now)
    {
        Step(JobVerb.Complete, JobActor.Site, now);
        CompletedAt = now;
    }

    public void Close(DateTime now)
    {
        Step(JobVerb.Close, JobActor.Site, now);
        EndedAt = now;
    }

    public void Expire(DateTime now)
    {
        if (ExpiresAt > now) throw new Refused($"This happens by itself when it is due.", "wrong_party");
        Step(JobVerb.Expire, JobActor.Site, now);
        EndedAt = now;
    }

    public void Cancel(JobActor by, DateTime now)
    {
        Step(JobVerb.Cancel, by, now);
        EndedAt = now;
    }

    public void Remove(JobActor by, string why, DateTime now)
    {
        Step(JobVerb.Remove, by, now);
        (EndedAt, RemovedFor) = (now, why);
    }

    /// <summary>One skill took the place of another in the taxonomy.</summary>
    public void ReplaceSkill(int from, int into)
    {
        int Now(int id) => id == from ? into : id;
        Brief = Brief with
        {
            Skills = [.. Brief.Skills.Select(s => s with
            {
                SkillId = Now(s.SkillId),
                Alternatives = [.. s.Alternatives.Select(Now).Where(a => a != Now(s.SkillId)).Distinct()],
            }).DistinctBy(s => s.SkillId)],
        };
    }

    public JobView View() => new()
    {
        Id = Id, ClientId = ClientId, State = State, Brief = Brief, Proposals = Proposals, FreelancerId = FreelancerId,
        PublishedAt = PublishedAt, UpdatedAt = UpdatedAt, RemovedFor = RemovedFor,
    };

    void Step(JobVerb verb, JobActor by, DateTime now)
    {
        State = JobStates.Step(State, verb, by);
        (UpdatedAt, ActiveAt) = (now, now);
    }
}
