using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Contracts;

/// <summary>How use cases and pages get at a contract. Strangers find nothing.</summary>
static class ContractReads
{
    static readonly KeptQuery<Guid, Contract> ById = new((db, id) => db.Set<Contract>().Include(c => c.Milestones)
        .Include(c => c.Signatures).AsSplitQuery().Where(c => c.Id == id));

    static readonly KeptQuery<Guid, Guid> ByMilestone =
        new((db, id) => db.Set<Milestone>().Where(m => m.Id == id).Select(m => m.ContractId));

    static IQueryable<Contract> Whole(this Db db) => db.Set<Contract>().Whole();

    public static IQueryable<Contract> Whole(this IQueryable<Contract> contracts) =>
        contracts.Include(c => c.Milestones).Include(c => c.Signatures).AsSplitQuery();

    /// <summary>To look at, by one of the parties.</summary>
    public static async Task<Contract> Read(this Db db, Guid contract, Guid viewer, CancellationToken ct) =>
        Visible(await db.Whole().AsNoTracking().SingleOrDefaultAsync(c => c.Id == contract, ct), viewer);

    /// <summary>To change, inside a Transact. Others who change the same contract wait until this commits.</summary>
    public static async Task<Contract> Take(this Db db, Guid contract, Guid by, CancellationToken ct) =>
        Visible(await db.Take(contract, ct), by);

    public static async Task<Contract?> Take(this Db db, Guid contract, CancellationToken ct)
    {
        // Writing first takes the row's lock, so what is read next is the latest and stays so until the commit.
        await db.Set<Contract>().Where(c => c.Id == contract)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), ct);
        return await ById.One(db, contract, ct);
    }

    /// <summary>The contract of a milestone, to change; 404 for strangers.</summary>
    public static async Task<(Contract, Milestone)> TakeMilestone(this Db db, Guid milestone, Guid by,
        CancellationToken ct)
    {
        var contract = await db.Take(await db.ContractOf(milestone, ct) ?? throw new Missing("milestone"), by, ct);
        return (contract, contract.Milestone(milestone));
    }

    public static async Task<(Contract, Milestone)?> TakeMilestone(this Db db, Guid milestone, CancellationToken ct) =>
        await db.ContractOf(milestone, ct) is { } id && await db.Take(id, ct) is { } contract
            ? (contract, contract.Milestone(milestone)) : null;

    public static async Task<Guid?> ContractOf(this Db db, Guid milestone, CancellationToken ct) =>
        await ByMilestone.One(db, milestone, ct) is var id && id != Guid.Empty ? id : null;

    static Contract Visible(Contract? contract, Guid viewer) =>
        contract is not null && contract.PartyOf(viewer) != Party.None ? contract : throw new Missing("contract");
}
