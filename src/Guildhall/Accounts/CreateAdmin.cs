using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary><c>guildhall admin create EMAIL</c>: an administrator whose password nobody else ever sees.</summary>
static class CreateAdmin
{
    static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    public static async Task<int> Run(IServiceProvider services, string[] arguments)
    {
        if (arguments is not [var email] || !Register.IsAddress(email))
        {
            Console.Error.WriteLine("Usage: guildhall admin create EMAIL");
            return 2;
        }
        await Hosting.Migrate(services);
        Console.WriteLine(await LinkFor(services, email));
        Console.WriteLine("Open it within 24 hours to set the password. It works once.");
        return 0;
    }

    public static async Task<string> LinkFor(IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, links) = (scope.ServiceProvider.GetRequiredService<Db>(),
            scope.ServiceProvider.GetRequiredService<OneTimeLinks>());
        var path = await db.Transact(async () =>
        {
            var normalized = Account.Normalize(email);
            var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedEmail == normalized);
            if (account is null)
                db.Add(account = Account.Open("Site", "Administrator", email, false, false, db.Clock.Now()));
            account.MakeAdmin();
            db.Record(null, "account.made_admin", "account", account.Id);
            return links.PathFor(account.Id, GoodFor);
        }, default);
        return scope.ServiceProvider.GetRequiredService<Mailer>().Url(path);
    }
}
