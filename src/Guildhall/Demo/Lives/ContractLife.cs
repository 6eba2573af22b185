using Guildhall.Contracts;
using Guildhall.Demo.Data;
using Guildhall.Demo.Stage;
using Guildhall.Hiring;
using Guildhall.Reputation;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Demo.Lives;

/// <summary>From the hire through signatures, money and work to what both say of each other.</summary>
sealed class ContractLife(Theatre theatre, Tale tale, Townsfolk people, MilestoneLife milestones)
{
    public void Plan(JobTrack job, ContractData data, IReadOnlyList<ReviewData> reviews, DateTime hired)
    {
        var freelancer = people.Id(data.Freelancer);
        var track = new ContractTrack(job, data, freelancer, people.Zone(data.Freelancer));
        tale.At(hired, async () => track.Id = await theatre.Get<HireFreelancer>().Run(
            job.Id, job.Client, new(job.Proposals[data.Freelancer]), default));

        var sent = hired.AddMinutes(Chance.Between(6, 35, job.Data.Ref, "sent"));
        if (data.State == "proposed")
        {
            tale.At(sent, () => theatre.Get<ProposeContract>().Run(track.Id, job.Client, default));
            return;
        }
        tale.At(sent, () => Sign(track, job.Client, people.Name(job.Data.Client)));
        if (data.SignedInDays is not { } days) return;

        var signed = Moments.Later(sent.AddMinutes(Chance.Between(40, 200, job.Data.Ref, "signed")),
            theatre.Moments.On(days, track.Zone, job.Data.Ref + "signed"));
        tale.At(signed, () => Sign(track, freelancer, people.Name(data.Freelancer)));
        var done = milestones.Plan(track, signed);
        if (data.State is "completed" or "closed") foreach (var review in reviews) Plan(track, review, done);
    }

    async Task Sign(ContractTrack track, Guid by, string name)
    {
        var contract = await theatre.Db.Set<Contract>().AsNoTracking()
            .Include(c => c.Milestones).Include(c => c.Signatures).AsSplitQuery().SingleAsync(c => c.Id == track.Id);
        await theatre.Get<SignContract>().Run(track.Id, by, new(name, ContractDocument.HashOf(contract)), default);
    }

    void Plan(ContractTrack track, ReviewData review, DateTime done)
    {
        var (by, zone) = review.By == "client" ? (track.Job.Client, track.Job.Zone) : (track.Freelancer, track.Zone);
        var about = track.Job.Data.Ref + review.By;
        var written = Moments.Later(done.AddMinutes(Chance.Between(20, 240, about)),
            Moments.Earlier(theatre.Moments.On(review.WrittenInDays, zone, about), done.AddDays(6.7)));
        int[] axes = [review.Success, review.Communication, review.Professionalism, review.Deadlines, review.Quality];
        var overall = (int)Math.Round(axes.Average(), MidpointRounding.AwayFromZero);
        var ratings = new Ratings(
            overall, review.Success, review.Communication, review.Professionalism, review.Deadlines,
            review.Quality, review.OnTime);
        tale.At(written, () => theatre.Get<SubmitReview>().Run(track.Id, by, ratings, review.Text, default));
    }
}

/// <summary>What later acts must know of a contract that an earlier one makes.</summary>
sealed class ContractTrack(JobTrack job, ContractData data, Guid freelancer, string zone)
{
    public JobTrack Job => job;
    public ContractData Data => data;
    public Guid Freelancer => freelancer;
    /// <summary>The freelancer's time zone; the client's is the job's.</summary>
    public string Zone => zone;
    public Guid Id { get; set; }
    /// <summary>In their order, once both have signed.</summary>
    public Guid[]? Milestones { get; set; }
}
