using Guildhall.Engine.Money;

namespace Guildhall.Payments.Public;

/// <summary>The payer's money arrived and stands in the ledger.</summary>
/// <param name="IntentId">The payment.</param>
/// <param name="Purpose">What it pays for: "milestone" or "wallet".</param>
/// <param name="PurposeId">Which one.</param>
/// <param name="PayerId">Who paid.</param>
/// <param name="Gross">The price without fees.</param>
/// <param name="Fee">The payer's fee on top; held until release.</param>
public sealed record PaymentCaptured(
    Guid IntentId, string Purpose, Guid PurposeId, Guid PayerId, Money Gross, Money Fee);

/// <summary>A try to pay was refused; the payer may try again until the checkout expires.</summary>
/// <param name="IntentId">The payment.</param>
/// <param name="Purpose">As in <see cref="PaymentCaptured"/>.</param>
/// <param name="PurposeId">Which one.</param>
/// <param name="PayerId">Who tried.</param>
/// <param name="Total">What would have been charged.</param>
/// <param name="Reason">English words, a key for translation.</param>
public sealed record PaymentFailed(
    Guid IntentId, string Purpose, Guid PurposeId, Guid PayerId, Money Total, string Reason);

/// <summary>Nobody paid within the time of the checkout; another one may be started.</summary>
public sealed record PaymentExpired(Guid IntentId, string Purpose, Guid PurposeId, Guid PayerId);

public sealed record EscrowFunded(Guid MilestoneId, Guid ContractId, Guid ClientId, Money Gross);

/// <param name="MilestoneId">Whose escrow.</param>
/// <param name="ContractId">Of which contract.</param>
/// <param name="FreelancerId">Who earned.</param>
/// <param name="Gross">What left the escrow.</param>
/// <param name="Net">What the freelancer keeps.</param>
public sealed record EscrowReleased(Guid MilestoneId, Guid ContractId, Guid FreelancerId, Money Gross, Money Net);

/// <param name="MilestoneId">Whose escrow.</param>
/// <param name="ContractId">Of which contract.</param>
/// <param name="ClientId">Who has it back, in the wallet.</param>
/// <param name="Total">Gross and the held fee.</param>
public sealed record EscrowRefunded(Guid MilestoneId, Guid ContractId, Guid ClientId, Money Total);

/// <summary>The clearing period is over: the freelancer may withdraw the net.</summary>
public sealed record EarningsCleared(Guid MilestoneId, Guid ContractId, Guid FreelancerId, Money Net);

public sealed record PayoutPaid(Guid PayoutId, Guid FreelancerId, Money Amount);

/// <param name="PayoutId">The payout.</param>
/// <param name="FreelancerId">Who has it back, available again.</param>
/// <param name="Amount">All of it.</param>
/// <param name="Reason">English words, a key for translation.</param>
public sealed record PayoutReturned(Guid PayoutId, Guid FreelancerId, Money Amount, string Reason);

/// <param name="PayoutId">The payout.</param>
/// <param name="FreelancerId">Who withdraws.</param>
/// <param name="Amount">All of it.</param>
/// <param name="Reason">English words, a key for translation.</param>
public sealed record PayoutHeld(Guid PayoutId, Guid FreelancerId, Money Amount, string Reason);

/// <param name="PayoutId">The payout.</param>
/// <param name="FreelancerId">Who has it back, available again.</param>
/// <param name="Amount">All of it.</param>
/// <param name="Reason">An operator's words.</param>
public sealed record PayoutRejected(Guid PayoutId, Guid FreelancerId, Money Amount, string Reason);
