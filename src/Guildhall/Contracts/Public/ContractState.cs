namespace Guildhall.Contracts.Public;

/// <summary>Where a contract stands; who may move it is in <c>ContractStates</c>.</summary>
public enum ContractState
{
    /// <summary>The client writes it.</summary>
    Draft,
    /// <summary>Sent to both for signature.</summary>
    Proposed,
    /// <summary>One has signed.</summary>
    PartiallySigned,
    /// <summary>Both have signed; the text is locked and the first milestone waits for its money.</summary>
    Signed,
    /// <summary>Funded, and work goes on.</summary>
    Active,
    /// <summary>Every milestone is released; reviews are open.</summary>
    Completed,
    Closed,
    Declined,
    /// <summary>Not signed in time.</summary>
    Expired,
}
