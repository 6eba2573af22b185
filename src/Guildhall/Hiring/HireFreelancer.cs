using System.Security.Claims;
using Guildhall.Accounts.Public;
using Guildhall.Contracts.Public;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Hiring;

/// <summary>
/// The client chooses: the job is awarded, the proposal accepted and the contract drafted from it, in one transaction.
/// Of two hires at the same instant one is kept; the other is refused in words.
/// </summary>
public sealed class HireFreelancer(
    Db db, JobBoard board, ContractDrafts drafts, ContractWording wording, Fees fees, People people, TimeProvider clock)
{
    /// <param name="ProposalId">Of this job, still open.</param>
    /// <param name="Revision">The version of the proposal that was read; left out: whichever stands.</param>
    public sealed record Request(Guid ProposalId, int? Revision = null);

    /// <param name="ContractUrl">Where both read and sign.</param>
    public sealed record Answer(Guid ContractId, string ContractUrl, Guid ProposalId, Guid FreelancerId);

    public Task<Guid> Run(Guid jobId, Guid clientId, Request request, CancellationToken ct) => db.Transact(async () =>
    {
        var proposal = await db.Received(request.ProposalId, clientId, ct);
        if (proposal.JobId != jobId) throw new Missing("proposal");
        if (proposal is { State: ProposalState.Accepted, ContractId: { } made }) return made; // pressed twice
        var names = await people.Many([clientId, proposal.FreelancerId], ct);
        var (client, freelancer) = (names[clientId], names[proposal.FreelancerId]);
        RefuseSuspended(client, freelancer);

        proposal.Accept(ProposalActor.Client, request.Revision, clock.Now());
        var job = await board.Award(jobId, clientId, proposal.FreelancerId, ct);
        var contract = await drafts.Create(await Terms(job, proposal, client, freelancer, ct), ct);
        proposal.BindTo(contract);

        db.Tell(proposal, clientId, "accepted", new { contract, price = proposal.Offer.Price!.Value.Minor });
        db.Publish(proposal.News<ProposalAccepted>(job.Title) with { ContractId = contract });
        return contract;
    }, ct);

    static void RefuseSuspended(Person client, Person freelancer)
    {
        if (client.IsSuspended) throw new Refused($"Your account is suspended and cannot hire.", "suspended");
        if (freelancer.IsSuspended)
            throw new Refused($"The account of {freelancer.Name} is suspended. Choose somebody else.", "suspended");
    }

    async Task<ContractTerms> Terms(JobView job, Proposal proposal, Person client, Person freelancer,
        CancellationToken ct)
    {
        var offer = proposal.Offer;
        var sums = OfferSums.Of(offer, await fees.Current(ct)) ?? throw new Refused(
            $"Our price list has no prices in {offer.Currency} yet. Choose another currency.", "currency");
        var parts = OfferSums.Parts(offer, job.Title);
        var language = client.Language == freelancer.Language ? freelancer.Language : client.Language;
        var texts = wording.Draft(new(job, offer, parts, sums, client.Name, freelancer.Name, language));
        return new(job.Id, proposal.Id, client.Id, freelancer.Id, job.Title, texts,
            [.. parts.Select(m => new MilestoneTerms(m.Title, m.Description, new(m.Minor, offer.Currency), m.Due))],
            offer.Currency);
    }

    public static void Map(Routes routes)
    {
        routes.Api.Post("/jobs/{id:guid}/hire", Who.Client, Rate.Money, DataClass.Private, Hire)
            .WithName("HireFreelancer").WithSummary("Hire: award the job and draft the contract").Produces<Answer>(201);
        // Seed 004: a project is a job.
        routes.Alias.Post("/projects/{id:guid}/hire", Who.Client, Rate.Money, DataClass.Private, Hire)
            .WithSummary("Hire; another address of it");
    }

    static async Task<IResult> Hire(
        Guid id, Request request, ClaimsPrincipal user, HireFreelancer hire, Db db, CancellationToken ct)
    {
        var contract = await hire.Run(id, user.UserId(), request, ct);
        var proposal = await db.Seen(request.ProposalId, user.UserId(), ct);
        return TypedResults.Created($"/api/v1/contracts/{contract}",
            new Answer(contract, $"/contracts/{contract}", proposal.Id, proposal.FreelancerId));
    }
}
