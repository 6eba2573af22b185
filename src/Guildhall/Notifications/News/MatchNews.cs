using Guildhall.Matching.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

/// <summary>A job that fits: the number, what it pays, what arrives of it, and whether its client hires.</summary>
sealed class MatchNews(Teller teller) : IHandle<NewMatch>
{
    public Task Handle(NewMatch m, CancellationToken ct) => teller.Tell(
        m.FreelancerId, Topic.Matches, Words(m, m.JobTitle, m.Compatibility), $"/jobs/{m.JobId}", ct, byMail: true);

    // One sentence for each combination: half sentences do not translate.
    static FormattableString Words(NewMatch m, string job, int fit) => (m.Max, m.Net, m.HireRatePercent) switch
    {
        ({ } max, { } net, { } rate) when m.IsHourly =>
            $"“{job}” fits you: {fit} of 100. Up to {max} an hour, {net} yours. The client hires for {rate} % of jobs.",
        ({ } max, { } net, { } rate) =>
            $"“{job}” fits you: {fit} of 100. Up to {max}, {net} of it yours. The client hires for {rate} % of jobs.",
        ({ } max, { } net, null) when m.IsHourly =>
            $"“{job}” fits you: {fit} of 100. Up to {max} an hour, {net} yours. The client is new to hiring here.",
        ({ } max, { } net, null) =>
            $"“{job}” fits you: {fit} of 100. Up to {max}, {net} of it yours. The client is new to hiring here.",
        _ => $"“{job}” fits you: {fit} of 100.",
    };
}
