using Guildhall.Accounts.Public;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Contracts.Public;

/// <summary>Where a hire becomes a contract.</summary>
public sealed class ContractDrafts(
    Db db, People people, Fees fees, Escrow escrow, DeclineContract decline, TimeProvider clock)
{
    /// <summary>
    /// Writes the draft in the caller's transaction and gives its id. It pins the fees and the timers of this moment;
    /// the client then checks it at <c>/contracts/{id}</c>, signs and sends it.
    /// </summary>
    public async Task<Guid> Create(ContractTerms terms, CancellationToken ct)
    {
        ContractRules.Check(terms.Title, terms.Texts, terms.Milestones, terms.Currency);
        var now = clock.Now();
        var names = await people.Many([terms.ClientId, terms.FreelancerId], ct);
        var schedule = await fees.Current(ct);
        if (!schedule.Supports(terms.Currency))
            throw new Refused($"Our price list has no prices in {terms.Currency} yet. Choose another currency.",
                "currency");
        var contract = new Contract
        {
            JobId = terms.JobId, ProposalId = terms.ProposalId, ClientId = terms.ClientId,
                FreelancerId = terms.FreelancerId,
            ClientName = names[terms.ClientId].Name, FreelancerName = names[terms.FreelancerId].Name,
            Currency = terms.Currency, Title = ContractRules.Clean(terms.Title),
                Texts = ContractRules.Clean(terms.Texts),
            Policy = new ContractPolicy { ClearingDays = escrow.ClearingDays },
            FeesJson = schedule.ToJson(), CreatedAt = now,
        };
        contract.Milestones.AddRange(ContractRules.Milestones(contract.Id, terms.Milestones));
        db.Add(contract);
        db.Tell(contract, HistoryKind.Created, terms.ClientId);
        return contract.Id;
    }

    static readonly ContractState[] unsigned =
        [ContractState.Draft, ContractState.Proposed, ContractState.PartiallySigned, ContractState.Signed];

    /// <summary>
    /// The client gives the job up: what was written for it is declined in the caller's transaction. Refused once both
    /// have signed.
    /// </summary>
    public async Task CallOff(Guid jobId, Guid clientId, CancellationToken ct)
    {
        var contract = await db.Set<Contract>().AsNoTracking()
            .Where(c => c.JobId == jobId && c.ClientId == clientId && unsigned.Contains(c.State))
            .OrderByDescending(c => c.CreatedAt).Select(c => new { c.Id }).FirstOrDefaultAsync(ct);
        if (contract is not null) await decline.Run(contract.Id, clientId, new("The client gave up the job."), ct);
    }
}
