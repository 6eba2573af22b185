using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Public;

namespace Guildhall.Jobs.Pages;

/// <summary>What the wizard does with a posted step: keep it, check it, go on.</summary>
public sealed class WizardPage(
    Db db, SaveBrief save, PublishJob publish, JobFiles files, SuggestSkills suggest, Skills skills, Fees fees,
        TimeProvider clock)
{
    public const int Last = 5;

    const int MostBeside = 8;

    public sealed record View(
        Guid Id, bool IsDraft, Brief Brief, IReadOnlyList<JobFiles.Answer> Files, FeeSchedule Fees,
        IReadOnlyList<SkillHint> Hints, IReadOnlyList<SkillBeside> Beside);

    /// <summary>The button that was pressed.</summary>
    public sealed record Act(string Verb, int Step, Guid? Id = null, int? Skill = null, string? Language = null)
    {
        public static Act Read(string? text, int step)
        {
            var parts = (text ?? "").Split(':', 2);
            return parts is [var verb, var rest]
                ? new(verb, step, Guid.TryParse(rest, out var id) ? id : null,
                    int.TryParse(rest, out var n) ? n : null, KnownPlaces.LanguageCode(rest))
                : new(parts[0].Length == 0 ? "next" : parts[0], step);
        }

        public string Then(Guid job, int step) => Verb switch
        {
            "next" => $"/jobs/{job}/edit/{Math.Min(step + 1, Last)}",
            "back" => $"/jobs/{job}/edit/{Math.Max(step - 1, 1)}",
            "publish" or "done" => $"/jobs/{job}",
            _ => $"/jobs/{job}/edit/{step}",
        };
    }

    public async Task<View> Load(Guid jobId, Guid clientId, CancellationToken ct)
    {
        var job = await db.Own(jobId, clientId, ct);
        if (!job.IsEditable) throw new Refused(JobStates.NotNow(job.State), "wrong_state");
        var text = $"{job.Brief.Title}\n{job.Brief.Description}";
        return new(job.Id, job.IsDraft, job.Brief, await files.Of(jobId, ct), await fees.Current(ct),
            suggest.Run(text), suggest.Beside(text, job.Brief.Skills.Select(s => s.SkillId), MostBeside));
    }

    public IReadOnlyDictionary<string, FormattableString> Problems(Brief brief) =>
        BriefCheck.Problems(brief, clock.Now());

    /// <summary>Autosave: whatever it is, it is kept.</summary>
    public Task Keep(Guid jobId, Guid clientId, Act act, IFormCollection form, CancellationToken ct) =>
        save.Run(jobId, clientId, before => Read(act with { Verb = "stay" }, form, before), ct);

    public async Task Apply(Guid jobId, Guid clientId, Act act, IFormCollection form, CancellationToken ct)
    {
        var kept = act.Step == Last ? null : await save.Run(jobId, clientId, before => Read(act, form, before), ct);
        if (act.Step == 4) await files.Add(jobId, clientId, form.Files, ct);
        if (act is { Verb: "remove-file", Id: { } file }) await files.Remove(jobId, clientId, file, ct);
        if (act.Verb == "publish") await publish.Run(jobId, clientId, ct);
        if (kept is { State: JobState.Draft } && act.Verb == "next") RefuseUnready(kept.Brief, act.Step);
    }

    void RefuseUnready(Brief brief, int step)
    {
        var problems = Problems(brief).Where(p => BriefCheck.StepOf(p.Key) == step).ToDictionary();
        if (problems.Count > 0) throw new Invalid(problems);
    }

    public Brief Read(Act act, IFormCollection form, Brief before)
    {
        var brief = BriefForm.Read(act.Step, form, before, skills);
        return act switch
        {
            // The first time on: what the text names becomes the skills, for the client to correct.
            { Step: 1, Verb: "next", } when brief.Skills.Count == 0 => brief with { Skills = Hinted(brief) },
            { Step: 2, Skill: { } skill, Verb: "remove" } =>
                brief with
                {
                    Skills = [.. brief.Skills.Where(s => s.SkillId != skill)],
                    Typed = brief.Typed.Where(t => t.Key != $"{BriefCheck.AlternativesOf}{skill}").ToDictionary(),
                },
            { Step: 2, Skill: { } skill, Verb: "add" } when brief.Skills.All(s => s.SkillId != skill) =>
                brief with { Skills = [.. brief.Skills, NeedOf(brief, skill)] },
            // Nobody wrote of it: it is welcome until the client says that it is required.
            { Step: 2, Skill: { } skill, Verb: "beside" } when brief.Skills.All(s => s.SkillId != skill) =>
                brief with { Skills = [.. brief.Skills, NeedOf(brief, skill) with { Required = false }] },
            { Step: 2, Language: { } language, Verb: "speak" } when !brief.Languages.Contains(language) =>
                brief with { Languages = [.. brief.Languages, language] },
            _ => brief,
        };
    }

    SkillNeed[] Hinted(Brief brief) =>
        [.. suggest.Run($"{brief.Title}\n{brief.Description}", 8).Select(h =>
            new SkillNeed(h.SkillId, h.Level, h.Required, []))];

    SkillNeed NeedOf(Brief brief, int skill) =>
        suggest.Run($"{brief.Title}\n{brief.Description}", 50).Where(h => h.SkillId == skill)
            .Select(h => new SkillNeed(skill, h.Level, h.Required, [])).FirstOrDefault() ?? new(skill, 5, true, []);
}
