using Guildhall.Accounts.Public;
using Guildhall.Accounts.Sessions;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts;

/// <summary>
/// Opens the account at once and signs in, on a site whose mail reaches nobody. The address stays unproved, and a
/// taken one is told so: docs/decisions/0015 says what that costs.
/// </summary>
public sealed class OpenAccount(
    Db db, Register register, SessionBook sessions, Mailer mailer, TimeProvider clock)
{
    /// <summary>Accounts opened from one network address within a day.</summary>
    public const int MostPerDay = 20;

    public bool IsTheWay => !mailer.OpensAccounts;

    public async Task<Entered> Run(Register.Request request, SessionKind kind, Origin origin, CancellationToken ct)
    {
        var account = register.Read(request, then: null).Open(clock.Now(), proved: false);
        return await db.Transact(async () =>
        {
            if (await db.Set<Account>().AnyAsync(a => a.NormalizedEmail == account.NormalizedEmail, ct))
                throw new Refused(
                    $"This mail address has an account already. Sign in, or ask whoever runs this site for help.",
                    "email_taken", "email");
            await RefuseCrowds(origin, ct);
            db.Add(account);
            db.Publish(new AccountRegistered(account.Id, account.IsClient, account.IsFreelancer));
            db.Record(account.Id, "account.registered", "account", account.Id);
            var session = sessions.Begin(account, kind, origin);
            return new Entered(account, session, kind == SessionKind.Api ? sessions.NewRefreshToken(session.Id) : null);
        }, ct);
    }

    async Task RefuseCrowds(Origin origin, CancellationToken ct)
    {
        var yesterday = clock.Now() - TimeSpan.FromDays(1);
        var today = await db.Set<Session>().Where(s => s.Address == origin.Address && s.StartedAt > yesterday)
            .Where(s => db.Set<Account>().Any(a => a.Id == s.AccountId && a.JoinedAt > yesterday))
            .Select(s => s.AccountId).Distinct().CountAsync(ct);
        if (today >= MostPerDay)
            throw new Refused($"Many accounts were opened from your network today. Come back tomorrow.",
                "too_many_accounts");
    }
}
