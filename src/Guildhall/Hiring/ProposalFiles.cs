using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Hiring;

/// <summary>A file that comes with a proposal; its two parties may read it.</summary>
public sealed class ProposalFile
{
    /// <summary>The blob's id.</summary>
    public required Guid Id { get; init; }
    public required Guid ProposalId { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long Bytes { get; init; }
    public required DateTime At { get; init; }
    public string Url => $"/proposals/{ProposalId}/files/{Id}";
}

sealed class ProposalFileTable : IEntityTypeConfiguration<ProposalFile>
{
    public void Configure(EntityTypeBuilder<ProposalFile> table)
    {
        table.ToTable("hiring_files");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Ignore(f => f.Url);
        table.HasIndex(f => f.ProposalId);
    }
}

/// <summary>Adds files to a proposal and hands them out.</summary>
public sealed class ProposalFiles(Db db, BlobStore blobs, TimeProvider clock)
{
    public const int FilesMax = 5;

    public async Task<IReadOnlyList<ProposalFile>> Of(Guid proposalId, CancellationToken ct) =>
        await db.Set<ProposalFile>().AsNoTracking().Where(f => f.ProposalId == proposalId)
            .OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct);

    /// <summary>Stores uploads before the transaction that attaches them, which may run twice.</summary>
    internal async Task<List<Blob>> Store(Guid owner, IReadOnlyList<IFormFile> uploads, CancellationToken ct)
    {
        new Check().That(uploads.Count <= FilesMax, "files", $"A proposal may have at most {FilesMax} files.")
            .ThrowIfAny();
        var saved = new List<Blob>();
        foreach (var file in uploads)
        {
            await using var content = file.OpenReadStream();
            saved.Add(await blobs.Save(owner, file.FileName, content, isPublic: false, ct));
        }
        if (saved.Count > 0) await db.SaveChangesAsync(ct);
        return saved;
    }

    internal async Task Attach(Guid proposalId, List<Blob> saved, CancellationToken ct)
    {
        if (saved.Count == 0) return;
        if (await db.Set<ProposalFile>().CountAsync(f => f.ProposalId == proposalId, ct) + saved.Count > FilesMax)
            throw new Refused($"A proposal may have at most {FilesMax} files.", "too_many_files", "files");
        db.AddRange(saved.Select(b => new ProposalFile
        {
            Id = b.Id, ProposalId = proposalId, FileName = b.FileName, ContentType = b.ContentType, Bytes = b.Bytes,
            At = clock.Now(),
        }));
    }

    /// <summary>Takes a file off a proposal that can still be changed.</summary>
    public Task Remove(Guid proposalId, Guid freelancerId, Guid fileId, CancellationToken ct) => db.Transact(async () =>
    {
        var proposal = await db.Own(proposalId, freelancerId, ct);
        ProposalStates.Step(proposal.State, ProposalVerb.Edit, ProposalActor.Freelancer);
        var file = await db.Set<ProposalFile>().SingleOrDefaultAsync(
            f => f.Id == fileId && f.ProposalId == proposalId, ct) ?? throw new Missing("file");
        db.Remove(file);
        await blobs.Remove([fileId], ct);
        db.Tell(proposal, freelancerId, "fileRemoved", new { file = fileId });
    }, ct);

    async Task<IResult> Send(Guid id, Guid fileId, Guid viewer, HttpResponse response, CancellationToken ct)
    {
        await db.Seen(id, viewer, ct);
        var file = await db.Set<ProposalFile>().AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == fileId && f.ProposalId == id, ct) ?? throw new Missing("file");
        return blobs.Download(response, file.Id, file.ContentType, file.FileName);
    }

    public static void Map(Routes routes)
    {
        routes.Site.Get("/proposals/{id:guid}/files/{fileId:guid}", Who.SignedIn, Rate.Read, DataClass.Private,
            (Guid id, Guid fileId, ClaimsPrincipal user, HttpResponse response, ProposalFiles files,
                CancellationToken ct) =>
                files.Send(id, fileId, user.UserId(), response, ct));
        routes.Api.Delete("/proposals/{id:guid}/files/{fileId:guid}", Who.Freelancer, Rate.Write, DataClass.Own,
            async (Guid id, Guid fileId, ClaimsPrincipal user, ProposalFiles files, ReadProposals read,
                CancellationToken ct) =>
            {
                await files.Remove(id, user.UserId(), fileId, ct);
                return await read.One(id, user.UserId(), ct);
            }).WithSummary("Take a file off a proposal");
    }
}
