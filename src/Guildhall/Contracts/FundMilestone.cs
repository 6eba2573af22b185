using System.Security.Claims;
using System.Text.Json.Serialization;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The client begins to pay a milestone; the money is held when the payment is captured.</summary>
public sealed class FundMilestone(Db db, Checkout checkout)
{
    /// <param name="CheckoutUrl">Where the client pays.</param>
    /// <param name="Total">What the client pays: the price and their fee.</param>
    public sealed record Answer(
        [property: JsonPropertyName("payment_id")] Guid PaymentId,
        [property: JsonPropertyName("checkout_url")] string CheckoutUrl, Money Total);

    public Task<Answer> Run(Guid milestoneId, Guid by, CancellationToken ct) => db.Transact(async () =>
    {
        var (contract, milestone) = await db.TakeMilestone(milestoneId, by, ct);
        MilestoneStates.Step(milestone.State, MilestoneVerb.Fund, contract.PartyOf(by));
        if (contract.State is not (ContractState.Signed or ContractState.Active))
            throw new Refused($"Money is held once both sides have signed.", "not_signed");
        var quote = contract.Fees.Quote(milestone.Amount);
        var intent = await checkout.Start(
            new(Purposes.Milestone, milestone.Id, contract.Id, by, quote.Gross, quote.ClientPays,
            $"{contract.Title}: {milestone.Title}", $"/contracts/{contract.Id}"), ct);
        milestone.Fund(contract.PartyOf(by), intent);
        contract.Touch(db.Clock.Now());
        db.Record(by, "milestone.funding", "milestone", milestone.Id, new { ContractId = contract.Id, intent });
        db.Publish(new ContractMoved(contract.Id));
        return new Answer(intent, Checkout.Address(intent), quote.ClientPays);
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/milestones/{id:guid}/fund", Who.Client, Rate.Money, DataClass.Private,
        (Guid id, ClaimsPrincipal user, FundMilestone fund, CancellationToken ct) => fund.Run(id, user.UserId(), ct))
        .WithSummary("Begins the payment that holds this milestone's money in escrow");
}

/// <summary>What Payments reports about a milestone's payment.</summary>
sealed class MilestonePayments(Db db, TimeProvider clock)
    : IHandle<PaymentCaptured>, IHandle<PaymentFailed>, IHandle<PaymentExpired>
{
    public async Task Handle(PaymentCaptured paid, CancellationToken ct)
    {
        if (paid.Purpose != Purposes.Milestone
            || await db.TakeMilestone(paid.PurposeId, ct) is not var (contract, milestone)) return;
        milestone.Capture(paid.IntentId, clock.Now());
        db.Tell(contract, HistoryKind.Funded, paid.PayerId, milestone, minor: paid.Gross.Minor);
        db.Publish(contract.News<MilestoneFunded>(milestone, paid.PayerId));
        if (contract.State != ContractState.Signed) return;
        contract.Activate(clock.Now());
        db.Tell(contract, HistoryKind.Activated, null);
        db.Publish(contract.News<ContractActivated>(null));
    }

    /// <summary>The checkout stays open and the client may try another card, so the milestone stays as it is.</summary>
    public async Task Handle(PaymentFailed failed, CancellationToken ct)
    {
        if (failed.Purpose != Purposes.Milestone
            || await db.TakeMilestone(failed.PurposeId, ct) is not var (contract, milestone)) return;
        db.Tell(contract, HistoryKind.FundingFailed, failed.PayerId, milestone);
        db.Publish(contract.News<MilestoneFundingFailed>(milestone, null));
    }

    public async Task Handle(PaymentExpired expired, CancellationToken ct)
    {
        if (expired.Purpose != Purposes.Milestone
            || await db.TakeMilestone(expired.PurposeId, ct) is not var (contract, milestone)) return;
        if (milestone.IntentId != expired.IntentId || !milestone.May(MilestoneVerb.FailFunding, Party.Site)) return;
        milestone.FailFunding();
        db.Publish(new ContractMoved(contract.Id));
    }
}
