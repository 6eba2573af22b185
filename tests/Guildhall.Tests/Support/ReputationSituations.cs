using Guildhall.Accounts;
using Guildhall.Contracts;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Reputation;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Tests.Support;

public static class ReputationSituations
{
    /// <summary>A contract whose work is done and paid, a moment ago, with its review time still open.</summary>
    public static async Task<Guid> FinishedContract(this Site site, Account client, Account freelancer)
    {
        var contract = new Contract
        {
            JobId = Guid.CreateVersion7(), ProposalId = Guid.CreateVersion7(), ClientId = client.Id, FreelancerId =
                freelancer.Id,
            ClientName = client.FullName, FreelancerName = freelancer.FullName, Currency = "USD", CreatedAt =
                site.Clock.Now(),
            Title = "Cut the build from 20 minutes to 4", Policy = new(), FeesJson = FeePresets.SkillGig.ToJson(),
            Texts = new("Services", "Deliverables", "Schedule", "Pricing", "Payment", "Terms"),
        };
        contract.Touch(site.Clock.Now());
        await site.With<Db>(db => { db.Add(contract); return db.SaveChangesAsync(); });
        var id = contract.Id;
        var now = site.Clock.Now();
        await site.Ask(db => db.Set<Contract>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.State, ContractState.Completed)
            .SetProperty(c => c.CompletedAt, now).SetProperty(c => c.ClosesAt, now.AddDays(7))));
        return id;
    }

    /// <summary>The id of a review that was handed in and nobody may see yet.</summary>
    public static async Task<Guid> HiddenReview(this Site site)
    {
        var client = await site.Client();
        var contract = await site.FinishedContract(client, await site.Freelancer());
        return await site.With<SubmitReview, Guid>(submit =>
            submit.Run(contract, client.Id, new(5, 5, 5, 5, 5, 5, true), "Good work.", default));
    }
}
