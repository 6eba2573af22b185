using System.Security.Claims;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Jobs;

/// <summary>A skill with its names.</summary>
public sealed record JobSkillAnswer(
    string Skill, string Name, int MinLevel, bool Required, IReadOnlyList<string> Alternatives);

/// <summary>A job as the API gives it.</summary>
public sealed record JobAnswer(
    Guid Id, Guid ClientId, JobState State, JobKind Kind, string Title, string Description, string? Category,
    string? ProjectType, IReadOnlyList<JobSkillAnswer> Skills, int Complexity, PayType Pay, JobBudget Budget,
    int? EstimatedHours, int? WeeklyHours, DateOnly? Deadline, HiringMode Hiring, string QualityRequirements,
    IReadOnlyList<JobMilestone> Milestones, IReadOnlyList<JobFiles.Answer> Files, int Proposals, Guid? FreelancerId,
    bool Active, DateTime CreatedAt, DateTime UpdatedAt, DateTime? PublishedAt, DateTime? StartedAt,
        DateTime? CompletedAt, IReadOnlyList<string> Languages);

/// <summary>One job of a list.</summary>
public sealed record JobRow(Guid Id, JobState State, JobKind Kind, string Title, int Proposals, DateTime UpdatedAt);

/// <summary>Jobs for programs: one as its viewer may see it, and the client's own list.</summary>
public sealed class ReadJobs(Db db, Skills skills, JobFiles files)
{
    public async Task<JobAnswer> One(Guid id, Guid? viewer, CancellationToken ct, bool admin = false)
    {
        var job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct);
        if (job is null || !await db.Shows(job, viewer, ct, admin)) throw new Missing("job");
        var brief = job.Brief;
        return new(job.Id, job.ClientId, job.State, brief.Kind, brief.Title, brief.Description, brief.Category,
            brief.ProjectType, [.. brief.Skills.Select(Named)], brief.Complexity, brief.Pay,
            new(brief.MinMinor, brief.MaxMinor, brief.Currency), brief.Hours, brief.WeeklyHours, brief.Deadline,
            brief.Hiring, brief.Quality, brief.Milestones, await files.Of(id, ct), job.Proposals, job.FreelancerId,
            job.View().IsActive,
            job.CreatedAt, job.UpdatedAt, job.PublishedAt, job.StartedAt, job.CompletedAt,
            brief.Languages);
    }

    JobSkillAnswer Named(SkillNeed need) => new(Slug(need.SkillId), skills.Label(need.SkillId), need.MinLevel,
        need.Required, [.. need.Alternatives.Select(Slug)]);

    string Slug(int id) => skills.Find(id)?.Slug ?? "";

    /// <summary>The client's own jobs, the last touched first.</summary>
    public async Task<Page<JobRow>> Mine(Guid clientId, JobState? state, string? cursor, int? size,
        CancellationToken ct)
    {
        var jobs = db.Set<Job>().AsNoTracking().Where(j => j.ClientId == clientId);
        if (state is { } wanted) jobs = jobs.Where(j => j.State == wanted);
        if (cursor is not null)
        {
            var (at, last) = Cursor.TimeAndId(cursor);
            jobs = jobs.Where(j => j.UpdatedAt < at || j.UpdatedAt == at && j.Id.CompareTo(last) < 0);
        }
        var newest = jobs.OrderByDescending(j => j.UpdatedAt).ThenByDescending(j => j.Id).Take(Cursor.Size(size) + 1);
        var rows = await newest.Select(j =>
            new JobRow(j.Id, j.State, j.Brief.Kind, j.Brief.Title, j.Proposals, j.UpdatedAt)).ToListAsync(ct);
        if (rows.Count <= Cursor.Size(size)) return new(rows, null);
        rows.RemoveAt(rows.Count - 1);
        return new(rows, Cursor.Of(rows[^1].UpdatedAt, rows[^1].Id));
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/jobs/{id:guid}", Who.Anyone, Rate.Read, DataClass.Public,
            (Guid id, ClaimsPrincipal user, ReadJobs read, CancellationToken ct) =>
                read.One(id, user.UserIdOrNull(), ct, user.Is(Who.Admin)))
            .WithSummary("One job as you may see it");
        routes.Api.Get("/jobs/mine", Who.Client, Rate.Read, DataClass.Own,
            (string? state, string? cursor, int? size, ClaimsPrincipal user, ReadJobs read, CancellationToken ct) =>
                read.Mine(user.UserId(), Choice.OrNull<JobState>(state, "state"), cursor, size, ct))
            .WithSummary("Your own jobs in every state");
    }
}
