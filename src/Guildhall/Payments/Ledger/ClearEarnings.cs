using Guildhall.Engine.Money;
using Guildhall.Shared.Jobs;

namespace Guildhall.Payments;

public sealed record ClearingEnds(Guid MilestoneId, Guid ContractId, Guid FreelancerId, Money Net);

/// <summary>The clearing period is over: what was earned may be withdrawn.</summary>
public sealed class ClearEarnings(Books books) : IHandle<ClearingEnds>
{
    public Task Handle(ClearingEnds due, CancellationToken ct) => books.Settle(due, ct);
}
