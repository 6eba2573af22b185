using Guildhall.Accounts;
using Guildhall.Tests.Support;

namespace Guildhall.Tests.Security;

/// <summary>A fresh person, since some doors change who knocks.</summary>
static class Callers
{
    public static async Task<HttpClient> Client(this Site site, Caller caller)
    {
        if (caller == Caller.Anonymous) return site.Anonymous();
        var account = caller switch
        {
            Caller.Client => await site.Client(),
            Caller.Freelancer => await site.Freelancer(),
            Caller.Admin => await site.Admin(),
            _ => await site.Account("Olga Other", client: true, freelancer: true),
        };
        if (caller == Caller.Suspended) await site.Suspended(account);
        return await site.As(account, follow: false);
    }
}
