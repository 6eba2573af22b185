using Guildhall.Accounts;
using Guildhall.Hiring;
using Guildhall.Jobs;
using Guildhall.Payments;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Guildhall.Tests.Support.PaymentsSituations;

namespace Guildhall.Tests.Security;

/// <summary>Somebody's money: a milestone paid and released, and a payout under way.</summary>
sealed class ForeignMoney(Site site)
{
    readonly Lazy<Task<(Funded Work, Guid Method, Guid Payout)>> made = new(async () =>
    {
        var work = await site.FundedMilestone(Usd(500_00));
        await site.Release(work);
        var api = await site.As(work.Freelancer);
        var method = (Guid)(await api.Post("/api/v1/payout-methods",
            new { holder = "Fran Freelancer", iban = SimulatorBank.Accepts }))["id"]!;
        var payout = (Guid)(await api.Post("/api/v1/payouts", new { methodId = method, amount = Usd(100_00) }))["id"]!;
        return (work, method, payout);
    });

    public async Task<Guid> Method() => (await made.Value).Method;

    public async Task<Guid> Payout() => (await made.Value).Payout;

    public Task<Guid> Receipt() => OfClient(PaperKind.Receipt);

    public Task<Guid> Invoice() => OfClient(PaperKind.Invoice);

    public async Task<Guid> Account()
    {
        var owner = (await made.Value).Work.Freelancer.Id;
        return await site.Ask(db => db.Set<LedgerAccount>().Where(a => a.OwnerId == owner).Select(a => a.Id)
            .FirstAsync());
    }

    public async Task<Guid> Journal()
    {
        var contract = (await made.Value).Work.Contract;
        return await site.Ask(db => db.Set<PostedJournal>().Where(j => j.ContractId == contract).Select(j => j.Id)
            .FirstAsync());
    }

    async Task<Guid> OfClient(PaperKind kind)
    {
        var client = (await made.Value).Work.Client.Id;
        return await site.Ask(db => db.Set<Paper>().Where(p => p.ForId == client && p.Kind == kind).Select(p => p.Id)
            .FirstAsync());
    }
}

/// <summary>What somebody shows of themselves.</summary>
sealed class ForeignProfile(Site site, Lazy<Task<Account>> talent)
{
    public async Task<Guid> Experience() => (Guid)(await (await site.As(await talent.Value)).Post(
        "/api/v1/users/me/experience", new { role = "Lead of a team", from = "2020-01-01" }))["id"]!;

    public async Task<Guid> Piece() => (Guid)(await (await site.As(await talent.Value)).Post(
        "/api/v1/users/me/portfolio", new { title = "A cluster bill cut by 43 %" }))["id"]!;

    public async Task<Guid> Picture()
    {
        var api = await site.As(await talent.Value);
        await api.PutAsync("/api/v1/users/me/photo", TalentSituations.File("photo", "me.png", TalentSituations.Png));
        return Guid.Parse(((string)(await api.Get("/users/me/profile"))["freelancer"]!["photoUrl"]!).Split('/')[^1]);
    }
}

static class ForeignFiles
{
    public static Task<Guid> JobFile(this Site site, Guid job) => site.Stored((blob, now) => new JobFile
    {
        Id = blob.Id, JobId = job, FileName = blob.FileName, ContentType = blob.ContentType, Bytes = blob.Bytes,
        At = now,
    });

    public static Task<Guid> ProposalFile(this Site site, Guid proposal) => site.Stored((blob, now) => new ProposalFile
    {
        Id = blob.Id, ProposalId = proposal, FileName = blob.FileName, ContentType = blob.ContentType,
        Bytes = blob.Bytes, At = now,
    });

    static Task<Guid> Stored(this Site site, Func<Blob, DateTime, object> row) =>
        site.With<IServiceProvider, Guid>(async services =>
        {
            var db = services.GetRequiredService<Db>();
            var blob = await services.GetRequiredService<BlobStore>().Save(Guid.CreateVersion7(), "plan.txt",
                new MemoryStream("only text"u8.ToArray()), isPublic: false, default);
            db.Add(row(blob, db.Clock.Now()));
            await db.SaveChangesAsync();
            return blob.Id;
        });
}
