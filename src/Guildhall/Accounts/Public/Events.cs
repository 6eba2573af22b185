namespace Guildhall.Accounts.Public;

public sealed record AccountRegistered(Guid AccountId, bool IsClient, bool IsFreelancer);

/// <param name="Rule">the rule of the house that was broken, in the administrator's words</param>
public sealed record AccountSuspended(Guid AccountId, string Rule, DateTime AppealUntil);

public sealed record AccountReinstated(Guid AccountId);

/// <param name="Capacity">"client" or "freelancer"</param>
public sealed record CapacityAdded(Guid AccountId, string Capacity);

public sealed record PasswordChanged(Guid AccountId);
