using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Jobs;

/// <summary>A file or example that belongs to a job; seen by whoever sees the job.</summary>
public sealed class JobFile
{
    /// <summary>The blob's id.</summary>
    public required Guid Id { get; init; }
    public required Guid JobId { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long Bytes { get; init; }
    public required DateTime At { get; init; }
}

sealed class JobFileTable : IEntityTypeConfiguration<JobFile>
{
    public void Configure(EntityTypeBuilder<JobFile> table)
    {
        table.ToTable("jobs_files");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.HasIndex(f => f.JobId);
    }
}

/// <summary>Adds files to a job, takes them off, and hands them out.</summary>
public sealed class JobFiles(Db db, BlobStore blobs, TimeProvider clock)
{
    public const int FilesMax = 10;

    public sealed record Answer(Guid Id, string FileName, string ContentType, long Bytes, string Url);

    public async Task<IReadOnlyList<Answer>> Of(Guid jobId, CancellationToken ct) =>
        [.. (await db.Set<JobFile>().AsNoTracking().Where(f => f.JobId == jobId).OrderBy(f => f.At).ThenBy(f => f.Id)
            .ToListAsync(ct)).Select(f => new Answer(f.Id, f.FileName, f.ContentType, f.Bytes,
                $"/jobs/{f.JobId}/files/{f.Id}"))];

    public async Task Add(Guid jobId, Guid clientId, IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        if (files.Count == 0) return;
        var job = await db.Own(jobId, clientId, ct);
        RefuseUnlessEditable(job);
        await RefuseTooMany(jobId, files.Count, ct);
        var saved = new List<Blob>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            saved.Add(await blobs.Save(clientId, file.FileName, content, isPublic: false, ct));
        }
        await db.SaveChangesAsync(ct); // the transaction below may run twice; the files are stored once
        await db.Transact(async () =>
        {
            await RefuseTooMany(jobId, saved.Count, ct);
            db.AddRange(saved.Select(b => new JobFile
            {
                Id = b.Id, JobId = jobId, FileName = b.FileName, ContentType = b.ContentType, Bytes = b.Bytes,
                At = clock.Now(),
            }));
            db.Tell(job, clientId, "job.filesAdded", new { files = saved.Select(b => b.Id) });
        }, ct);
    }

    public Task Remove(Guid jobId, Guid clientId, Guid fileId, CancellationToken ct) => db.Transact(async () =>
    {
        var job = await db.Own(jobId, clientId, ct);
        RefuseUnlessEditable(job);
        var file = await db.Set<JobFile>().SingleOrDefaultAsync(f => f.Id == fileId && f.JobId == jobId, ct)
            ?? throw new Missing("file");
        db.Remove(file);
        await blobs.Remove([fileId], ct);
        db.Tell(job, clientId, "job.fileRemoved", new { file = fileId });
    }, ct);

    static void RefuseUnlessEditable(Job job)
    {
        if (!job.IsEditable) throw new Refused(JobStates.NotNow(job.State), "wrong_state");
    }

    async Task RefuseTooMany(Guid jobId, int more, CancellationToken ct)
    {
        if (await db.Set<JobFile>().CountAsync(f => f.JobId == jobId, ct) + more > FilesMax)
            throw new Refused($"A job may have at most {FilesMax} files.", "too_many_files", "files");
    }

    async Task<IResult> Send(
        Guid jobId, Guid fileId, ClaimsPrincipal user, HttpResponse response, CancellationToken ct)
    {
        var job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, ct);
        var file = await db.Set<JobFile>().AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == fileId && f.JobId == jobId, ct);
        if (job is null || file is null || !await db.Shows(job, user.UserIdOrNull(), ct, user.Is(Who.Admin)))
            throw new Missing("file");
        return blobs.Download(response, file.Id, file.ContentType, file.FileName);
    }

    public static void Map(Routes routes)
    {
        routes.Site.Get("/jobs/{id:guid}/files/{fileId:guid}", Who.Anyone, Rate.Read, DataClass.Private,
            (Guid id, Guid fileId, ClaimsPrincipal user, HttpResponse response, JobFiles files, CancellationToken ct) =>
                files.Send(id, fileId, user, response, ct));
        routes.Api.Post("/jobs/{id:guid}/files", Who.Client, Rate.Write, DataClass.Own,
            async (Guid id, IFormFileCollection files, ClaimsPrincipal user, JobFiles job, CancellationToken ct) =>
            {
                await job.Add(id, user.UserId(), files, ct);
                return await job.Of(id, ct);
            })
            .WithSummary("Adds files to a job").DisableAntiforgery();
        routes.Api.Delete("/jobs/{id:guid}/files/{fileId:guid}", Who.Client, Rate.Write, DataClass.Own,
            async (Guid id, Guid fileId, ClaimsPrincipal user, JobFiles job, CancellationToken ct) =>
            {
                await job.Remove(id, user.UserId(), fileId, ct);
                return await job.Of(id, ct);
            })
            .WithSummary("Takes a file of a job away");
    }
}
