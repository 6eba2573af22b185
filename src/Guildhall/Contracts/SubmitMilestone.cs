using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The freelancer hands in the work with a note and files; the client's time to answer begins.</summary>
public sealed class SubmitMilestone(Db db, BlobStore blobs, TimeProvider clock)
{
    public const int FilesMax = 10;

    /// <param name="Note">What is delivered and where to look, for the client; left out by programs with nothing to
    /// say.</param>
    public sealed record Request(string? Note = null);

    public async Task Run(Guid milestoneId, Guid by, Request request, IReadOnlyList<IFormFile> files,
        CancellationToken ct)
    {
        var note = ContractRules.Clean(request.Note ?? "");
        await CheckFirst(milestoneId, by, request.Note, files, ct);
        var saved = await Save(by, files, ct);
        await db.Transact(async () =>
        {
            var (contract, milestone) = await db.TakeMilestone(milestoneId, by, ct);
            var now = clock.Now();
            milestone.Submit(contract.PartyOf(by), contract.Policy.ReviewDays, now);
            var entry = db.Tell(contract, HistoryKind.Submitted, by, milestone, note.Length == 0 ? null : note);
            foreach (var file in saved)
                db.Add(new ContractFile
                {
                    Id = file.Id, ContractId = contract.Id, MilestoneId = milestone.Id, EntryId = entry.Id, ById = by,
                        At = now,
                    FileName = file.FileName, ContentType = file.ContentType, Bytes = file.Bytes, Sha256 = file.Sha256,
                });
            await ReviewTimers.Set(db, contract, milestone, ct);
            db.Publish(contract.News<MilestoneSubmitted>(milestone, by)
                with { ReviewDueAt = milestone.ReviewDueAt!.Value, Round = milestone.Deliveries });
        }, ct);
    }

    // Nobody uploads 25 MB to be told no afterwards.
    async Task CheckFirst(Guid milestoneId, Guid by, string? note, IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        var contract = await db.Read(await db.ContractOf(milestoneId, ct) ?? throw new Missing("milestone"), by, ct);
        var milestone = contract.Milestone(milestoneId);
        if (milestone.State != MilestoneState.Funded || contract.PartyOf(by) != Party.Freelancer)
            MilestoneStates.Step(milestone.State, MilestoneVerb.Submit, contract.PartyOf(by));
        new Check().Text(note, "note", ContractRules.NoteMax, min: 0)
            .That(note is not "" || files.Count > 0, "note",
                $"Write a note or add a file, so that the client knows where to look.")
            .That(files.Count <= FilesMax, "files", $"Add at most {FilesMax} files to one delivery.")
            .ThrowIfAny();
    }

    async Task<List<Blob>> Save(Guid by, IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        var saved = new List<Blob>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            saved.Add(await blobs.Save(by, file.FileName, content, isPublic: false, ct));
        }
        await db.SaveChangesAsync(ct); // the transaction below may run twice; the files are stored once
        return saved;
    }

    public static void Map(Routes routes)
    {
        routes.Api.Post("/milestones/{id:guid}/submit", Who.Freelancer, Rate.Write, DataClass.Private,
            async (Guid id, HttpRequest http, ClaimsPrincipal user, SubmitMilestone submit, ReadContract read,
                CancellationToken ct) =>
            {
                await submit.Receive(id, http, user.UserId(), ct);
                return await read.Milestone(id, user.UserId(), ct);
            })
            .WithSummary("Hands in the work with a note or files")
            .Accepts<Request>("application/json", "multipart/form-data");
        // Seed 004: the project is the job the contract came from.
        routes.Alias.Post("/projects/{projectId:guid}/milestones/{milestoneId:guid}/complete",
            Who.Freelancer, Rate.Write, DataClass.Private,
            async (Guid projectId, Guid milestoneId, HttpRequest http, ClaimsPrincipal user, SubmitMilestone submit,
                ReadContract read, CancellationToken ct) =>
            {
                if ((await read.Milestone(milestoneId, user.UserId(), ct))
                    .ProjectId != projectId) throw new Missing("milestone");
                await submit.Receive(milestoneId, http, user.UserId(), ct);
                return await read.Milestone(milestoneId, user.UserId(), ct);
            })
            .WithSummary("Hands in a milestone; another address of its submit")
            .Accepts<Request>("application/json", "multipart/form-data");
    }

    async Task Receive(Guid id, HttpRequest http, Guid by, CancellationToken ct)
    {
        if (http.HasFormContentType)
        {
            var form = await http.ReadFormAsync(ct);
            await Run(id, by, new(form["note"]), form.Files, ct);
            return;
        }
        var request = http.ContentLength > 0 || http.HasJsonContentType() ? await http.ReadFromJsonAsync<Request>(ct)
            : null;
        await Run(id, by, new(request?.Note), [], ct);
    }
}
