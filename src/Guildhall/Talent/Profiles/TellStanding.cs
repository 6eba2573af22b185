using Guildhall.Accounts.Public;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Profiles;

/// <summary>A suspended freelancer is nobody's to find, and found again when the suspension is lifted.</summary>
sealed class TellStanding(Db db) : IHandle<AccountSuspended>, IHandle<AccountReinstated>
{
    public Task Handle(AccountSuspended suspended, CancellationToken ct) => Tell(suspended.AccountId, ct);

    public Task Handle(AccountReinstated reinstated, CancellationToken ct) => Tell(reinstated.AccountId, ct);

    async Task Tell(Guid accountId, CancellationToken ct)
    {
        var isShown = await db.Set<Profile>()
            .AnyAsync(p => p.AccountId == accountId && p.Visibility != Visibility.Hidden, ct);
        if (isShown) db.Publish(new ProfileChanged(accountId));
    }
}
