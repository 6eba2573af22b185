using Guildhall.Demo.Data;
using Guildhall.Demo.Stage;
using Guildhall.Hiring;
using Guildhall.Hiring.Public;

namespace Guildhall.Demo.Lives;

/// <summary>What freelancers answered, and what the client did with each answer before deciding.</summary>
sealed class ProposalLife(
    Theatre theatre, Tale tale, Townsfolk people, IReadOnlyDictionary<string, ContractData> contracts)
{
    static readonly TimeSpan Attention = TimeSpan.FromDays(4);

    /// <summary>Plans all answers to a job; gives the moment after which nothing of this happens any more.</summary>
    public DateTime Plan(JobTrack job, IReadOnlyList<ProposalData> answers, DateTime posted, DateTime end)
    {
        var last = posted;
        foreach (var answer in answers)
        {
            var zone = people.Zone(answer.Freelancer);
            var about = job.Data.Ref + answer.Freelancer;
            var sent = theatre.Moments.On(answer.SubmittedInDays, zone, about);
            sent = Moments.Earlier(sent, end.AddMinutes(-90));
            sent = Moments.Later(sent, posted.AddMinutes(Chance.Between(25, 300, about)));
            tale.At(sent, () => Send(job, answer));
            last = Moments.Later(last, Treat(job, answer, sent, Moments.Earlier(sent + Attention, end)));
        }
        return last;
    }

    async Task Send(JobTrack job, ProposalData answer)
    {
        var hourly = job.Data.Pricing == "hourly";
        var contract = answer.State == "accepted" ? contracts[job.Data.Ref] : null;
        var parts = contract is null
            ? answer.Milestones.Select(m => new ProposalMilestoneRequest(m.Title, m.Amount, "", Day(m.DueInDays)))
            : contract.Milestones.Select(m =>
                new ProposalMilestoneRequest(m.Title, m.Amount, m.Note ?? "", Day(m.DueInDays)));
        // Work by the hour was agreed in weeks that together are the hours of the contract.
        var hours = hourly && contract is not null ? (int)(contract.Total / answer.Amount) : answer.Hours;
        var request = new ProposalRequest(
            answer.CoverLetter, hourly ? null : answer.Amount, hourly ? answer.Amount : null, hours, [.. parts]);
        job.Proposals[answer.Freelancer] = await theatre.Get<SubmitProposal>().Run(
            job.Id, people.Id(answer.Freelancer), request, [], default);
    }

    DateOnly? Day(int? days) => days is { } d ? theatre.Moments.Day(d) : null;

    DateTime Treat(JobTrack job, ProposalData answer, DateTime sent, DateTime until)
    {
        if (answer.State == "submitted") return sent;
        var about = job.Data.Ref + answer.Freelancer;
        DateTime When(double part) => Moments.Within(sent, until, part, job.Zone);
        Guid Id() => job.Proposals[answer.Freelancer];

        var seen = When(0.15 + Chance.Part(about, "seen") * 0.25);
        if (answer.State == "withdrawn")
        {
            tale.At(seen, () => theatre.Get<WithdrawProposal>().Run(Id(), people.Id(answer.Freelancer), default));
            return seen;
        }
        tale.At(seen, () => theatre.Get<OpenProposal>().Run(Id(), job.Client, default));
        var decided = Moments.Later(seen.AddMinutes(2), When(0.5 + Chance.Part(about, "decided") * 0.3));
        if (answer.State == "declined")
            tale.At(decided, () => theatre.Get<DeclineProposal>().Run(
                Id(), job.Client, DeclineReason.Other, answer.DeclineReason, default));
        else if (answer.State is "shortlisted" or "accepted"
            || answer.State == "not_selected" && Chance.Part(about) < 0.3)
            tale.At(decided, () => theatre.Get<ShortlistProposal>().Run(Id(), job.Client, true, default));
        else return seen;
        return decided;
    }
}
