using System.Text.Json;
using Guildhall.Hiring.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Hiring;

/// <summary>A freelancer's offer for a job, from the first draft to the client's answer.</summary>
public sealed class Proposal : IVersioned
{
    public const int NoteMax = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid JobId { get; init; }
    public required Guid ClientId { get; init; }
    public required Guid FreelancerId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public Offer Offer { get; private set; } = new();
    public ProposalState State { get; private set; }
    /// <summary>Counts the versions the client could see,
    /// from 1; 0 for a draft. A hire names the one it means.</summary>
    public int Revision { get; private set; }
    /// <summary>Compatibility, 0 to 100; null until Matching has told it.</summary>
    public int? MatchScore { get; private set; }
    public DeclineReason? DeclinedFor { get; private set; }
    /// <summary>The client's words to the freelancer with a decline; null without one.</summary>
    public string? DeclineNote { get; private set; }
    /// <summary>The contract made from it; null unless accepted.</summary>
    public Guid? ContractId { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public DateTime? ViewedAt { get; private set; }
    /// <summary>When it was accepted, declined, withdrawn, passed over, or expired.</summary>
    public DateTime? DecidedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public long Version { get; set; }

    public bool IsDraft => State == ProposalState.Draft;
    public bool IsLive => State is ProposalState.Submitted or ProposalState.Viewed or ProposalState.Shortlisted;

    public ProposalActor ActorOf(Guid account) =>
        account == ClientId ? ProposalActor.Client
        : account == FreelancerId ? ProposalActor.Freelancer : ProposalActor.None;

    public bool May(ProposalVerb verb, ProposalActor by) => ProposalStates.Allows(State, verb, by);

    /// <summary>The freelancer sees it always, the client once it was sent.</summary>
    public bool IsVisibleTo(Guid account) => account == FreelancerId || account == ClientId && SubmittedAt is not null;

    /// <summary>A draft may be incomplete. What the client already has must stay complete,
    /// and counts as a new version.</summary>
    public void Write(ProposalActor by, Offer offer, DateTime now)
    {
        Step(ProposalVerb.Edit, by, now);
        if (IsLive) Revision++;
        Offer = offer;
    }

    public void Submit(ProposalActor by, DateTime now)
    {
        Step(ProposalVerb.Submit, by, now);
        (SubmittedAt, Revision) = (now, 1);
    }

    /// <summary>True when the client opened it for the first time just now.</summary>
    public bool View(ProposalActor by, DateTime now)
    {
        if (!May(ProposalVerb.View, by)) return false;
        Step(ProposalVerb.View, by, now);
        ViewedAt = now;
        return true;
    }

    public void Shortlist(ProposalActor by, DateTime now)
    {
        Step(ProposalVerb.Shortlist, by, now);
        ViewedAt ??= now;
    }

    public void Unshortlist(ProposalActor by, DateTime now) => Step(ProposalVerb.Unshortlist, by, now);

    /// <param name="seen">The revision the client decided on; null: whichever stands.</param>
    public void Accept(ProposalActor by, int? seen, DateTime now)
    {
        if (May(ProposalVerb.Accept, by) && seen is not null && seen != Revision)
            throw new Refused($"This proposal changed since you opened it. Read it again before you hire.", "changed");
        Decide(ProposalVerb.Accept, by, now);
        ViewedAt ??= now;
    }

    public void BindTo(Guid contract) => ContractId = contract;

    public void Decline(ProposalActor by, DeclineReason reason, string note, DateTime now)
    {
        Decide(ProposalVerb.Decline, by, now);
        (DeclinedFor, DeclineNote) = (reason, note.Length == 0 ? null : note);
        ViewedAt ??= now;
    }

    public void Withdraw(ProposalActor by, DateTime now) => Decide(ProposalVerb.Withdraw, by, now);

    public void Expire(DateTime now) => Decide(ProposalVerb.Expire, ProposalActor.Site, now);

    public void PassOver(DateTime now) => Decide(ProposalVerb.PassOver, ProposalActor.Site, now);

    /// <summary>The contract made from it was declined or not signed in time.</summary>
    public void Lapse(DateTime now) => Decide(ProposalVerb.Lapse, ProposalActor.Site, now);

    public void Reopen(ProposalActor by, DateTime now)
    {
        Step(ProposalVerb.Reopen, by, now);
        (DecidedAt, ContractId) = (null, null);
    }

    void Decide(ProposalVerb verb, ProposalActor by, DateTime now)
    {
        Step(verb, by, now);
        DecidedAt = now;
    }

    void Step(ProposalVerb verb, ProposalActor by, DateTime now)
    {
        State = ProposalStates.Step(State, verb, by);
        UpdatedAt = now;
    }
}

sealed class ProposalTable : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> table)
    {
        table.ToTable("hiring_proposals");
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Ignore(p => p.IsDraft).Ignore(p => p.IsLive);
        table.ComplexProperty(p => p.Offer, offer =>
        {
            offer.Property(o => o.Pay).HasConversion<string>();
            offer.Ignore(o => o.Rate).Ignore(o => o.Price);
            // One text column: never queried by what is inside.
            offer.Property(o => o.Milestones).HasConversion(
                value => Text(value), text =>
                    JsonSerializer.Deserialize<OfferMilestone[]>(text, JsonSerializerOptions.Web)!,
                new ValueComparer<IReadOnlyList<OfferMilestone>>(
                    (a, b) => Text(a!) == Text(b!), value => Text(value).GetHashCode(), value => value));
        });
        // One proposal at a time per freelancer and job, also when two tabs send at once.
        table.HasIndex(p => new { p.JobId, p.FreelancerId }).IsUnique()
            .HasFilter("\"State\" IN ('Draft', 'Submitted', 'Viewed', 'Shortlisted', 'Accepted')");
        table.HasIndex(p => new { p.FreelancerId, p.UpdatedAt });
        table.HasIndex(p => new { p.ClientId, p.UpdatedAt });
        table.HasIndex(p => new { p.JobId, p.State });
    }

    static string Text(IReadOnlyList<OfferMilestone> milestones) =>
        JsonSerializer.Serialize(milestones, JsonSerializerOptions.Web);
}
