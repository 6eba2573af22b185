using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Accounts.Public;

/// <summary>What the rest of the house may know of an account.</summary>
/// <param name="TimeZone">IANA name</param>
/// <param name="Language">"en" or "es"</param>
/// <param name="AvatarId">a public blob</param>
public sealed record Person(
    Guid Id, string Name, string FirstName, bool IsClient, bool IsFreelancer, string TimeZone, string Language,
    Guid? AvatarId, DateTime JoinedAt, bool IsSuspended);

/// <summary>How many accounts there are; one may be client and freelancer.</summary>
public sealed record PeopleCount(int Total, int Clients, int Freelancers, int Suspended);

sealed record PersonName(Guid Id, string Name);

/// <summary>Reads people by id.</summary>
public sealed class People(Db db)
{
    static readonly KeptQuery<IReadOnlyCollection<Guid>, Person> ById = new((db, ids) =>
        db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new Person(
            a.Id, (a.FirstName + " " + a.LastName).Trim(), a.FirstName, a.IsClient, a.IsFreelancer, a.TimeZone,
            a.Language, a.AvatarId, a.JoinedAt, a.Standing == Standing.Suspended)));

    static readonly KeptQuery<IReadOnlyCollection<Guid>, PersonName> Working = new((db, ids) =>
        db.Set<Account>().AsNoTracking()
            .Where(a => ids.Contains(a.Id) && a.IsFreelancer && a.Standing == Standing.Active)
            .Select(a => new PersonName(a.Id, (a.FirstName + " " + a.LastName).Trim())));

    public async Task<Person> One(Guid id, CancellationToken ct) =>
        (await Many([id], ct)).GetValueOrDefault(id) ?? throw new Missing("person");

    /// <summary>Those of the ids that exist.</summary>
    public async Task<Dictionary<Guid, Person>> Many(IEnumerable<Guid> ids, CancellationToken ct) =>
        (await ById.List(db, ids.Distinct().ToArray(), ct)).ToDictionary(p => p.Id);

    /// <summary>The names of those who may take work: freelancers who are not suspended.</summary>
    public async Task<Dictionary<Guid, string>> Names(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Working.List(db, ids, ct)).ToDictionary(p => p.Id, p => p.Name);

    /// <summary>The suspended ones, of these or of all.</summary>
    public async Task<HashSet<Guid>> Suspended(CancellationToken ct, IReadOnlyCollection<Guid>? among = null) =>
        [.. await db.Set<Account>().Where(a => a.Standing == Standing.Suspended)
            .Where(a => among == null || among.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct)];

    public async Task<PeopleCount> Count(CancellationToken ct)
    {
        var all = db.Set<Account>().AsNoTracking();
        return new(await all.CountAsync(ct), await all.CountAsync(a => a.IsClient, ct),
            await all.CountAsync(a => a.IsFreelancer, ct),
            await all.CountAsync(a => a.Standing == Standing.Suspended, ct));
    }
}
