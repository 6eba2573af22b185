using System.Globalization;
using Guildhall.Engine.Matching;

namespace Guildhall.Bench.Matching;

/// <summary>The same freelancers and jobs as tab-separated text, for the peers.</summary>
static class Export
{
    public static void Run(Corpus corpus, int count, int queries, string folder)
    {
        Directory.CreateDirectory(folder);
        using (var file = new StreamWriter(Path.Combine(folder, "freelancers.tsv")))
            for (var i = 0; i < count; i++)
            {
                var f = corpus.Freelancer(i);
                file.WriteLine(string.Join('\t', i,
                    string.Join(' ', f.Claims.Select(c => $"{c.SkillId}:{c.Level}:{(c.Verified ? 1 : 0)}")),
                    f.HourlyRateMinor is { } rate && f.Currency == "USD" ? rate : -1, f.WeeklyHours ?? -1,
                    f.EarliestStart is { } start ? start.DayNumber - Corpus.Today.DayNumber : 0,
                    Trust(f), f.TimezoneMinutes / 60, f.Text));
            }
        using var asked = new StreamWriter(Path.Combine(folder, "jobs.tsv"));
        for (var i = 0; i < queries; i++)
        {
            var job = corpus.Job(i);
            asked.WriteLine(string.Join('\t', string.Join(' ', job.Requirements.Select(r =>
                    $"{r.SkillId}:{r.MinLevel}:{(r.Required ? 1 : 0)}:{r.Alternatives.FirstOrDefault(-1)}")),
                job.MinMinor, job.MaxMinor, job.Hours, job.Deadline!.Value.DayNumber - Corpus.Today.DayNumber,
                job.Complexity, job.TimezoneMinutes / 60, job.Text, string.Join(' ', job.Requirements.Select(r =>
                    string.Join(',', Corpus.Graph.RelatedTo(r.SkillId).Select(e => $"{e.Known}:{e.Permille}"))))));
        }
    }

    // As the engine's Standing: few reviews stay near 600.
    static string Trust(FreelancerDocument f) => ((f.Reputation * f.Reviews + 3_000) / (f.Reviews + 5) * 8 / 10
        + 10 * Math.Clamp(f.ExperienceYears ?? 0, 0, 10) + 5 * Math.Clamp(f.CompletedJobs, 0, 20))
        .ToString(CultureInfo.InvariantCulture);
}
