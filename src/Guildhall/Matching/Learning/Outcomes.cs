using Guildhall.Hiring.Public;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>What became of pairs of job and freelancer, joined to the lists they were shown in.</summary>
public sealed class Outcomes
{
    const int Opened = 1, Praised = 2, Answered = 3, Hired = 4;

    readonly Dictionary<(Guid Job, Guid Freelancer), ProposalState> answers = [];
    readonly HashSet<(Guid Job, Guid Freelancer)> invited = [];
    readonly Dictionary<(Guid Job, Guid Freelancer, FeedbackSide Side), FeedbackVerdict> said = [];

    public static async Task<Outcomes> Read(
        Db db, Proposals proposals, Invitations invitations, IReadOnlyCollection<ShownList> lists,
        CancellationToken ct)
    {
        var jobs = lists.Where(l => l.Place == ListPlace.Candidates).Select(l => l.SubjectId).Distinct().ToArray();
        var found = await Of(proposals, jobs, ct);
        foreach (var pair in await invitations.To(jobs, ct)) found.invited.Add((pair.JobId, pair.FreelancerId));
        var people = lists.Where(l => l.Place == ListPlace.Recommendations).Select(l => l.SubjectId);
        found.Add(await proposals.AnswersOf(people, ct));
        foreach (var one in await db.Set<MatchFeedback>().AsNoTracking().ToListAsync(ct))
            found.said[(one.JobId, one.FreelancerId, one.Side)] = one.Verdict;
        return found;
    }

    /// <summary>What the clients of these jobs did with those who wrote.</summary>
    public static async Task<Outcomes> Of(Proposals proposals, IEnumerable<Guid> jobs, CancellationToken ct)
    {
        var found = new Outcomes();
        found.Add(await proposals.AnswersTo(jobs, ct));
        return found;
    }

    void Add(IEnumerable<ProposalAnswer> all)
    {
        foreach (var answer in all) answers[(answer.JobId, answer.FreelancerId)] = answer.State;
    }

    /// <summary>
    /// What an item was worth to whom the list was shown. Position played its part in what needed the list to be looked
    /// at; somebody hired without having been opened in it was found elsewhere.
    /// </summary>
    public (int Gain, bool ByPosition) Of(ShownList list, Guid item, bool opened)
    {
        var isClient = list.Place == ListPlace.Candidates;
        var (job, freelancer) = isClient ? (list.SubjectId, item) : (item, list.SubjectId);
        var side = isClient ? FeedbackSide.Client : FeedbackSide.Freelancer;
        var verdict = said.GetValueOrDefault((job, freelancer, side), FeedbackVerdict.None);
        if (verdict == FeedbackVerdict.NotForMe) return (0, true);
        var praised = verdict == FeedbackVerdict.Good;
        // That a freelancer wrote is the freelancer's choice; what the client makes of it is the client's.
        var done = isClient ? Math.Max(Chosen(job, freelancer), invited.Contains((job, freelancer)) ? Answered : 0)
            : answers.ContainsKey((job, freelancer)) ? Answered : 0;
        return (Math.Max(done, praised ? Praised : opened ? Opened : 0), opened || praised);
    }

    /// <summary>What a job's client made of a freelancer: 4 hired, 3 shortlisted, otherwise 0.</summary>
    public int Chosen(Guid job, Guid freelancer) => answers.TryGetValue((job, freelancer), out var state) ? state switch
    {
        ProposalState.Accepted => Hired,
        ProposalState.Shortlisted => Answered,
        _ => 0,
    } : 0;

    /// <summary>Everybody a job's client hired or shortlisted, by gain.</summary>
    public double[] Chosen(Guid job) => [.. answers.Keys.Where(k => k.Job == job)
        .Select(k => (double)Chosen(job, k.Freelancer)).Where(gain => gain > 0)];
}
