using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Hiring.Inviting;

/// <summary>A client asks one freelancer to send a proposal for one job. There is one for each pair, ever.</summary>
public sealed class Invitation : IVersioned
{
    public const int NoteMax = 1_000;
    /// <summary>One that was taken back or ran out can be sent a second time; then it is enough.</summary>
    public const int SendingsMax = 2;
    public const int RemindedDaysBefore = 3;
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(14);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid JobId { get; init; }
    public required Guid ClientId { get; init; }
    public required Guid FreelancerId { get; init; }
    public InvitationState State { get; private set; }
    /// <summary>The client's words to the freelancer; empty without any.</summary>
    public string Note { get; private set; } = "";
    public int Sendings { get; private set; }
    public DateTime SentAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? ViewedAt { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public WhyNot? DeclinedFor { get; private set; }
    /// <summary>The freelancer's words with a no; null without any.</summary>
    public string? DeclineNote { get; private set; }
    /// <summary>The freelancer wants none from this client any more.</summary>
    public bool NoMore { get; private set; }
    public long Version { get; set; }

    public bool IsWaiting => State is InvitationState.Sent or InvitationState.Viewed;

    /// <summary>Who said no may think better of it while the invitation lasts.</summary>
    public bool MayBeAnswered(DateTime now) =>
        State == InvitationState.Accepted
        || now < ExpiresAt && May(InvitationVerb.Accept, ProposalActor.Freelancer);

    public ProposalActor ActorOf(Guid account) =>
        account == ClientId ? ProposalActor.Client
        : account == FreelancerId ? ProposalActor.Freelancer : ProposalActor.None;

    public bool May(InvitationVerb verb, ProposalActor by) => InvitationStates.Allows(State, verb, by);

    public static Invitation Of(JobView job, Guid freelancer, string note, DateTime now)
    {
        var invitation = new Invitation { JobId = job.Id, ClientId = job.ClientId, FreelancerId = freelancer };
        invitation.Begin(note, now);
        return invitation;
    }

    public void SendAgain(ProposalActor by, string note, DateTime now)
    {
        if (May(InvitationVerb.SendAgain, by) && Sendings >= SendingsMax)
            throw new Refused($"You invited them to this job {SendingsMax} times. That is enough.", "invited_enough");
        State = InvitationStates.Step(State, InvitationVerb.SendAgain, by);
        Begin(note, now);
    }

    /// <summary>True when the freelancer opened it for the first time just now.</summary>
    public bool View(ProposalActor by, DateTime now)
    {
        if (!May(InvitationVerb.View, by)) return false;
        State = InvitationStates.Step(State, InvitationVerb.View, by);
        ViewedAt = now;
        return true;
    }

    public void Accept(ProposalActor by, DateTime now) => Decide(InvitationVerb.Accept, by, now);

    public void Decline(ProposalActor by, WhyNot reason, string note, bool noMore, DateTime now)
    {
        Decide(InvitationVerb.Decline, by, now);
        (DeclinedFor, DeclineNote, NoMore) = (reason, note.Length == 0 ? null : note, noMore);
    }

    public void Withdraw(ProposalActor by, DateTime now) => Decide(InvitationVerb.Withdraw, by, now);

    public void Expire(DateTime now) => Decide(InvitationVerb.Expire, ProposalActor.Site, now);

    void Begin(string note, DateTime now)
    {
        (Note, SentAt, ExpiresAt, Sendings) = (note, now, now + GoodFor, Sendings + 1);
        (ViewedAt, DecidedAt) = (null, null);
    }

    void Decide(InvitationVerb verb, ProposalActor by, DateTime now)
    {
        State = InvitationStates.Step(State, verb, by);
        DecidedAt = now;
    }
}

sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.ToTable("hiring_invitations");
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Ignore(i => i.IsWaiting);
        // One per pair, also when two tabs send at once.
        table.HasIndex(i => new { i.JobId, i.FreelancerId }).IsUnique();
        table.HasIndex(i => new { i.FreelancerId, i.SentAt });
        table.HasIndex(i => new { i.ClientId, i.SentAt });
    }
}
