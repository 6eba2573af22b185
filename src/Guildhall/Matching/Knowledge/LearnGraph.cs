using Guildhall.Engine.Matching;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// Every night: yesterday's jobs, proposals and hires into the graph, everything older a little fainter. Running it
/// twice, or after a night that failed, learns nothing twice and misses nothing.
/// </summary>
sealed class LearnGraph(Db db, MarketIndex index, JobBoard board, Proposals proposals, Freelancers freelancers) : IRecur
{
    // What a proposal and a hire say about the skills of whoever answered, beside the job's own 1000.
    const int ByProposal = 100, ByHire = 400;

    // A memory halves in 231 nights.
    const int Fading = 997;

    // Jobs of one client that count in one night: nobody writes the graph alone.
    const int MostOfOneClient = 10;

    // Whatever commits late is still in time.
    static readonly TimeSpan margin = TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken ct)
    {
        var until = db.Clock.Now() - margin;
        var last = await db.Set<LearnedGraph>().AsNoTracking().OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct);
        var since = last?.Through ?? DateTime.UnixEpoch;
        if (until <= since) return;
        var learner = last is null ? new GraphLearner() : GraphLearnerFile.Read(last.Data);
        learner.Fade(Fading);
        var lessons = Jobs(learner, await board.PublishedBetween(since, until, ct))
            + await Answers(learner, await proposals.MadeBetween(since, until, ct), ByProposal, ct)
            + await Answers(learner, await proposals.AcceptedBetween(since, until, ct), ByHire, ct);
        if (lessons == 0) return;
        await db.Transact(async () =>
        {
            var id = (last?.Id ?? 0) + 1;
            db.Add(new LearnedGraph
            {
                Id = id, Through = until, Lessons = (last?.Lessons ?? 0) + lessons,
                Data = GraphLearnerFile.Write(learner),
            });
            db.Changed(index, MarketSubject.Weights, Guid.Empty);
            await db.Set<LearnedGraph>().Where(l => l.Id < id - 1).ExecuteDeleteAsync(ct);
        }, ct);
    }

    static int Jobs(GraphLearner learner, List<JobView> jobs)
    {
        var counted = jobs.GroupBy(j => j.ClientId).SelectMany(g => g.Take(MostOfOneClient)).ToList();
        foreach (var job in counted) learner.Learn(job.Title, [.. job.Brief.Skills.Select(s => s.SkillId)]);
        return counted.Count;
    }

    async Task<int> Answers(GraphLearner learner, List<ProposalPair> answers, int weight, CancellationToken ct)
    {
        var jobs = await board.Many(answers.Select(a => a.JobId), ct);
        var people = await freelancers.Many(answers.Select(a => a.FreelancerId), ct);
        var known = answers.Where(a => jobs.ContainsKey(a.JobId) && people.ContainsKey(a.FreelancerId)).ToList();
        foreach (var answer in known)
        {
            var (job, person) = (jobs[answer.JobId], people[answer.FreelancerId]);
            // Who lists everything teaches nothing.
            var has = person.Skills.Take(PreparedFreelancer.FullClaims).Select(s => s.SkillId).ToArray();
            learner.Learn(job.Title, [.. job.Brief.Skills.Select(s => s.SkillId)], has, weight);
        }
        return known.Count;
    }
}
