using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Contracts;

/// <summary>Tells the open pages of a contract to look again.</summary>
sealed class LiveContracts(Db db, LiveFeed live) : IHandle<ContractMoved>
{
    public const string Topic = "contract";

    public async Task Handle(ContractMoved moved, CancellationToken ct)
    {
        var contract = await db.Set<Contract>().AsNoTracking().Where(c => c.Id == moved.ContractId)
            .Select(c => new { c.State, c.UpdatedAt }).SingleOrDefaultAsync(ct);
        if (contract is not null)
            await live.Publish(db, $"{Topic}:{moved.ContractId}",
                new { state = contract.State.ToString(), contract.UpdatedAt }, ct);
    }

    public static async Task<bool> MayFollow(IServiceProvider services, Guid user, Guid contract,
        CancellationToken ct) =>
        await services.GetRequiredService<Db>().Set<Contract>()
            .AnyAsync(c => c.Id == contract && (c.ClientId == user || c.FreelancerId == user), ct);
}
