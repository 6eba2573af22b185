using Guildhall.Contracts.Public;
using Guildhall.Shared;

namespace Guildhall.Contracts;

/// <summary>The part of a contract's life before work begins: written, sent, signed or not.</summary>
public sealed partial class Contract
{
    /// <summary>The client rewrites the agreement. Signatures given to the old text no longer count.</summary>
    public void Edit(string title, ContractTexts texts, int revisions, IReadOnlyList<Milestone> milestones,
        DateTime now)
    {
        Step(ContractVerb.Edit, Party.Client, now);
        (Title, Texts, Policy) = (title, texts, Policy with { Revisions = revisions });
        Milestones.Clear();
        Milestones.AddRange(milestones);
        Revision++;
        if (State == ContractState.Proposed) SignBy = now.AddDays(Policy.SignDays); // a new text, the whole time again
        ForgetSignatures();
    }

    public void Propose(DateTime now)
    {
        Step(ContractVerb.Propose, Party.Client, now);
        (ProposedAt, SignBy, Note) = (now, now.AddDays(Policy.SignDays), null);
    }

    public void SendBack(string note, DateTime now)
    {
        Step(ContractVerb.SendBack, Party.Freelancer, now);
        (SignBy, Note) = (null, note);
        ForgetSignatures();
    }

    public void Decline(Party by, string reason, DateTime now)
    {
        Step(ContractVerb.Decline, by, now);
        (SignBy, Note, EndedAt) = (null, reason, now);
    }

    /// <summary>True when it lapsed now; false when it was signed, sent anew or ended before.</summary>
    public bool Expire(DateTime now)
    {
        if (SignBy is not { } due || due > now
            || !ContractStates.Allows(State, ContractVerb.Expire, Party.Site)) return false;
        Step(ContractVerb.Expire, Party.Site, now);
        (SignBy, EndedAt) = (null, now);
        return true;
    }

    /// <summary>
    /// One side signs the text it read. <paramref name="seenHash"/> is the hash of what was on their screen: if the
    /// text changed meanwhile, nothing is signed.
    /// </summary>
    public void Sign(Signature signature, string seenHash, DateTime now)
    {
        ContractStates.Step(State, ContractVerb.Sign, signature.Party);
        if (SignatureOf(signature.Party) is not null) 
            throw new Refused($"You have already signed this contract.", "already_signed");
        if (SignBy <= now) throw new Refused($"The time to sign this contract is over.", "expired");
        if (seenHash != signature.Hash)
            throw new Refused($"The text changed since you opened it. Read it again before you sign.",
                "document_changed");
        if (signature.Party == Party.Client) EmployerSignedAt = now; else WorkerSignedAt = now;
        Step(ContractVerb.Sign, signature.Party, now);
        Signatures.Add(signature);
        if (State == ContractState.Signed) (LockedAt, Document, SignBy) = (now, ContractDocument.Of(this), null);
    }

    public void Activate(DateTime now)
    {
        Step(ContractVerb.Activate, Party.Site, now);
        ActivatedAt = now;
    }

    public void Complete(DateTime now)
    {
        Step(ContractVerb.Complete, Party.Site, now);
        (CompletedAt, ClosesAt) = (now, now.AddDays(Policy.CloseDays));
    }

    /// <summary>True when it closed now.</summary>
    public bool Close(DateTime now)
    {
        if (ClosesAt > now || !ContractStates.Allows(State, ContractVerb.Close, Party.Site)) return false;
        Step(ContractVerb.Close, Party.Site, now);
        EndedAt = now;
        return true;
    }

    void ForgetSignatures()
    {
        Signatures.Clear();
        (EmployerSignedAt, WorkerSignedAt) = (null, null);
    }
}
