using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Contracts.Public;

/// <summary>One contract in a list, seen by one of its parties.</summary>
/// <param name="Id">The contract; its page is <c>/contracts/{Id}</c>.</param>
/// <param name="JobId">The job it came from.</param>
/// <param name="Title">The contract's title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OtherId">The other party.</param>
/// <param name="OtherName">Their name when the contract was written.</param>
/// <param name="IAmClient">Whether the viewer is the client.</param>
/// <param name="Total">The price of all milestones, before fees.</param>
/// <param name="Released">How much of it was released.</param>
/// <param name="MilestonesDone">Released milestones.</param>
/// <param name="Milestones">All milestones.</param>
/// <param name="IsMyTurn">Whether the viewer must act next.</param>
/// <param name="Next">What happens next, in words for the viewer.</param>
/// <param name="Due">When that is due; null when nothing presses.</param>
/// <param name="UpdatedAt">The last change.</param>
public sealed record ContractCard(
    Guid Id, Guid JobId, string Title, ContractState State, Guid OtherId, string OtherName, bool IAmClient, Money Total,
    Money Released, int MilestonesDone, int Milestones, bool IsMyTurn, string Next, DateTime? Due,
        DateTime UpdatedAt)
{
    /// <summary>What <c>Due</c> is the time of, before the date; translate it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string DueWords => State switch
    {
        ContractState.Completed => "Reviews close",
        ContractState.Proposed or ContractState.PartiallySigned => "Sign by",
        _ => "By",
    };
}

/// <summary>Somebody hired before: the last contract with them and how many there were.</summary>
public sealed record HiredPerson(Guid Id, string Name, int Contracts, DateTime Last);

/// <summary>
/// The right of one party to review the other, until the moment <c>Until</c>; <c>ReviewerIsClient</c> says on which
/// side of the work the reviewer was.
/// </summary>
public sealed record ReviewRight(
    Guid ContractId, Guid JobId, string Title, Guid ReviewerId, Guid RevieweeId, string RevieweeName,
        bool ReviewerIsClient,
    DateTime CompletedAt, DateTime Until);

/// <summary>What a freelancer's contracts show by themselves, without anyone's opinion.</summary>
/// <param name="Completed">Contracts with every milestone released.</param>
/// <param name="Active">Contracts under way.</param>
/// <param name="Milestones">Released milestones.</param>
/// <param name="Dated">Released milestones that had a due date.</param>
/// <param name="OnTime">Those of them handed in by that day.</param>
/// <param name="Revisions">Requests for changes on released milestones.</param>
public sealed record WorkRecord(
    int Completed, int Active, int Milestones, int Dated, int OnTime, int Revisions);

/// <summary>What a client's contracts show by themselves.</summary>
/// <param name="Completed">Contracts with every milestone released.</param>
/// <param name="Active">Contracts under way.</param>
/// <param name="Freelancers">Different people hired in these.</param>
/// <param name="Paid">Released for milestones, before fees; one sum per currency, the largest first.</param>
public sealed record HiringRecord(int Completed, int Active, int Freelancers, IReadOnlyList<Money> Paid);

/// <summary>What other modules may read of contracts.</summary>
public sealed class ContractBoard(Db db, Words words)
{
    /// <summary>The person's contracts that are not over: theirs to act on first, then the latest change.</summary>
    public async Task<IReadOnlyList<ContractCard>> Of(Guid accountId, CancellationToken ct)
    {
        var all = await db.Set<Contract>().AsNoTracking().Whole()
            .Where(c => c.ClientId == accountId || c.FreelancerId == accountId)
            .OrderByDescending(c => c.UpdatedAt).Take(200).ToListAsync(ct);
        return [.. all.Where(c => c.IsOpen).Select(c => Card(c, accountId, words)).OrderByDescending(c => c.IsMyTurn)];
    }

    internal static ContractCard Card(Contract contract, Guid viewer, Words words)
    {
        var next = NextStep.Of(contract);
        var done = contract.Milestones.Where(m => m.IsPaid).ToArray();
        return new(contract.Id, contract.JobId, contract.Title, contract.State, contract.Other(viewer),
            contract.NameOf(contract.Other(viewer)), viewer == contract.ClientId, contract.Total,
            done.Select(m => m.Amount).Sum(contract.Currency), done.Length, contract.Milestones.Count,
            next.Waits.HasFlag(contract.PartyOf(viewer)), words[next.WordsFor(contract.PartyOf(viewer))], next.Due,
                contract.UpdatedAt);
    }

    /// <summary>Null when the contract is not completed, the time is over, or this is not a party.</summary>
    public async Task<ReviewRight?> MayReview(Guid contractId, Guid accountId, CancellationToken ct) =>
        await ReviewTime(contractId, accountId, ct) is { } right && right.Until > db.Clock.Now() ? right : null;

    /// <summary>The same, also when the time is over.</summary>
    public async Task<ReviewRight?> ReviewTime(Guid contractId, Guid accountId, CancellationToken ct)
    {
        var contract = await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == contractId, ct);
        if (contract is not { CompletedAt: { } completed, ClosesAt: { } until }) return null;
        if (contract.PartyOf(accountId) == Party.None) return null;
        var other = contract.Other(accountId);
        return new(contract.Id, contract.JobId, contract.Title, accountId, other, contract.NameOf(other),
            accountId == contract.ClientId, completed, until);
    }

    /// <summary>
    /// How many contracts each of these freelancers completed; who completed none is left out. One query.
    /// </summary>
    public Task<Dictionary<Guid, int>> Completed(IReadOnlyCollection<Guid> freelancerIds, CancellationToken ct) =>
        db.Set<Contract>().AsNoTracking().Where(c => freelancerIds.Contains(c.FreelancerId)
                && (c.State == ContractState.Completed || c.State == ContractState.Closed))
            .GroupBy(c => c.FreelancerId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    public async Task<HiringRecord> HiredBy(Guid clientId, CancellationToken ct)
    {
        var contracts = db.Set<Contract>().AsNoTracking().Where(c => c.ClientId == clientId);
        var signed = await contracts.Where(c => c.State == ContractState.Active || c.State == ContractState.Completed
            || c.State == ContractState.Closed).Select(c => new { c.State, c.FreelancerId }).ToListAsync(ct);
        var paid = await contracts.SelectMany(c => c.Milestones).Where(m => m.ReleasedAt != null)
            .Select(m => m.Amount).ToListAsync(ct);
        return new(signed.Count(c => c.State != ContractState.Active),
            signed.Count(c => c.State == ContractState.Active),
            signed.Select(c => c.FreelancerId).Distinct().Count(),
            [.. paid.GroupBy(m => m.Currency).Select(g => g.Sum(g.Key)).OrderByDescending(m => m.Minor)]);
    }

    /// <summary>Whom this client has hired, the latest first.</summary>
    public async Task<IReadOnlyList<HiredPerson>> PeopleHiredBy(Guid clientId, int most, CancellationToken ct)
    {
        var signed = await db.Set<Contract>().AsNoTracking()
            .Where(c => c.ClientId == clientId && (c.State == ContractState.Active
                || c.State == ContractState.Completed || c.State == ContractState.Closed))
            .Select(c => new { c.FreelancerId, c.FreelancerName, c.UpdatedAt }).ToListAsync(ct);
        return [.. signed.GroupBy(c => c.FreelancerId)
            .Select(g => new HiredPerson(g.Key, g.MaxBy(c => c.UpdatedAt)!.FreelancerName, g.Count(),
                g.Max(c => c.UpdatedAt)))
            .OrderByDescending(p => p.Last).Take(most)];
    }

    public async Task<WorkRecord> RecordOf(Guid freelancerId, CancellationToken ct)
    {
        var contracts = db.Set<Contract>().AsNoTracking().Where(c => c.FreelancerId == freelancerId);
        var done = await contracts.SelectMany(c => c.Milestones).Where(m => m.ReleasedAt != null).ToListAsync(ct);
        var states = await contracts.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var dated = done.Where(m => m.Due is not null).ToArray();
        return new(
            states.GetValueOrDefault(ContractState.Completed) + states.GetValueOrDefault(ContractState.Closed),
            states.GetValueOrDefault(ContractState.Active), done.Count, dated.Length,
            dated.Count(m => m.WasOnTime), done.Sum(m => m.Revisions));
    }
}
