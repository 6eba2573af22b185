using Guildhall.Accounts;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Demo;

/// <summary>One press and the visitor is Marta, Inés or Otto. Only while the demo is on.</summary>
static class DemoSignIn
{
    public static void Map(Routes routes) => routes.Site.Post(
        "/demo/sign-in", Who.Anyone, Rate.SignIn, DataClass.Own, Enter);

    static async Task<IResult> Enter(
        HttpContext http, Db db, Settings settings, SessionBook sessions, Browsers browsers, CancellationToken ct)
    {
        var role = (await http.Request.ReadForm(ct))["role"].ToString();
        var person = (await DemoPeople.Of(db, settings, ct)).SingleOrDefault(p => p.Role == role)
            ?? throw new Missing("demo sign-in");
        await Admit(http, person.Id, db, sessions, browsers, ct);
        return TypedResults.LocalRedirect(person.Role == "admin" ? "/admin" : "/dashboard");
    }

    /// <summary>A new session for somebody whose identity needs no more proof.</summary>
    public static async Task Admit(
        HttpContext http, Guid person, Db db, SessionBook sessions, Browsers browsers, CancellationToken ct)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == person, ct);
        var session = sessions.Begin(account, SessionKind.Browser, browsers.OriginOf(http, account.Id));
        await db.SaveChangesAsync(ct);
        await browsers.Enter(http, session);
    }
}
