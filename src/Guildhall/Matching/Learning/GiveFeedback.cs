using System.Security.Claims;
using System.Text.Json.Serialization;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>
/// One side says whether a match is a good one. What was set aside leaves the freelancer's recommendations and goes to
/// the end of the client's list; the number stays what it is. The nightly learning reads it.
/// </summary>
public sealed class GiveFeedback(Db db, JobBoard board, Freelancers freelancers)
{
    /// <param name="JobId">The job.</param>
    /// <param name="FreelancerId">Whom the job's client speaks about; a freelancer leaves it out.</param>
    /// <param name="Verdict">good, notForMe, or none to take it back.</param>
    /// <param name="Reason">Why, in at most 500 characters; may be left out.</param>
    public sealed record Request(
        [property: JsonPropertyName("job_id")] Guid JobId, FeedbackVerdict Verdict,
        [property: JsonPropertyName("freelancer_id")] Guid? FreelancerId = null, string? Reason = null);

    /// <summary>What the caller says of this match now.</summary>
    public sealed record Answer(
        [property: JsonPropertyName("job_id")] Guid JobId,
        [property: JsonPropertyName("freelancer_id")] Guid FreelancerId, FeedbackVerdict Verdict, string? Reason,
        DateTime? At);

    public async Task<Answer> Run(Request request, Guid by, CancellationToken ct)
    {
        var job = await board.One(request.JobId, by, ct);
        var (freelancer, side) = await Pair(job, request.FreelancerId, by, ct);
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        new Check().That(reason is null || reason.Length <= MatchFeedback.LongestReason, "reason",
            $"Write at most {MatchFeedback.LongestReason} characters.").ThrowIfAny();
        return await db.Transact(async () =>
        {
            var row = await db.Set<MatchFeedback>().SingleOrDefaultAsync(
                f => f.JobId == job.Id && f.FreelancerId == freelancer && f.Side == side, ct);
            if (request.Verdict == FeedbackVerdict.None)
            {
                if (row is not null) db.Remove(row);
                return new Answer(job.Id, freelancer, FeedbackVerdict.None, null, null);
            }
            if (row is null)
                db.Add(row = new() { JobId = job.Id, FreelancerId = freelancer, Side = side });
            row.Say(request.Verdict, reason, db.Clock.Now());
            return new Answer(job.Id, freelancer, row.Verdict, row.Reason, row.At);
        }, ct);
    }

    async Task<(Guid Freelancer, FeedbackSide Side)> Pair(
        JobView job, Guid? asked, Guid by, CancellationToken ct)
    {
        if (job.ClientId != by)
            return asked is null || asked == by
                ? (await Shown(by, ct) ?? throw new Refused(
                    $"Show your freelancer profile first: the match is made with it.", "no_profile"),
                    FeedbackSide.Freelancer)
                : throw new Missing("match");
        if (asked is not { } id)
            throw new Refused($"Say which freelancer you mean.", "freelancer_missing", "freelancer_id");
        return (await Shown(id, ct) ?? throw new Missing("match"), FeedbackSide.Client);
    }

    async Task<Guid?> Shown(Guid freelancer, CancellationToken ct) =>
        (await freelancers.Find(freelancer, ct))?.AccountId;

    public static void Map(Routes routes) => routes.Api.Post("/match/feedback", Who.Member, Rate.Write, DataClass.Own,
        (Request request, ClaimsPrincipal user, GiveFeedback give, CancellationToken ct) =>
            give.Run(request, user.UserId(), ct))
        .WithName("giveMatchFeedback")
        .WithSummary("Says of a match whether it is good; the same twice changes nothing, none takes it back");
}
