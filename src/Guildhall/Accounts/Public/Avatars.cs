using Guildhall.Shared;
using Guildhall.Shared.Data;

namespace Guildhall.Accounts.Public;

/// <summary>Sets the picture that stands beside a person's name, in the caller's transaction.</summary>
public sealed class Avatars(Db db)
{
    /// <summary>A public blob, or null for the woven monogram. Returns the one it replaces.</summary>
    public async Task<Guid?> Set(Guid accountId, Guid? blobId, CancellationToken ct)
    {
        var account = await db.Set<Account>().FindAsync([accountId], ct) ?? throw new Missing("person");
        var before = account.AvatarId;
        account.Picture(blobId);
        return before;
    }
}
