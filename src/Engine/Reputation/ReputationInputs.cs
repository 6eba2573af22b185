namespace Guildhall.Engine.Reputation;

/// <summary>Which side of the work the reputation is about.</summary>
public enum ReputationSide { Freelancer, Client }

/// <summary>One published review of the person.</summary>
/// <param name="Rating">The overall rating as entered, 1 to 5 (spec C11).</param>
/// <param name="AgeDays">Whole days since it was published, 0 or more; the caller knows the time.</param>
public readonly record struct ReviewInput(int Rating, int AgeDays);

/// <summary>
/// The facts a reputation is computed from, counted over the person's whole history on one side.
/// </summary>
public sealed record ReputationInputs
{
    /// <summary>Reviews the other side gave, published and not removed.</summary>
    public IReadOnlyList<ReviewInput> Reviews { get; init; } = [];

    /// <summary>
    /// Duties with a date that came due: deliveries of a freelancer; answers to deliveries of a client.
    /// </summary>
    public int Due { get; init; }

    /// <summary>How many of <see cref="Due"/> were met in time; 0 to Due.</summary>
    public int OnTime { get; init; }

    /// <summary>Contracts that ended, completed or not. Ends by mutual consent without fault are left out.</summary>
    public int Ended { get; init; }

    /// <summary>How many of <see cref="Ended"/> were completed; 0 to Ended.</summary>
    public int Completed { get; init; }

    /// <summary>Disputes decided mostly against this person; 0 to Ended.</summary>
    public int DisputesLost { get; init; }

    /// <summary>Valid verification badges (identity, skill, payment method...), 0 or more.</summary>
    public int Badges { get; init; }

    internal void Check()
    {
        if (Reviews.Any(r => r.Rating is < 1 or > 5 || r.AgeDays < 0))
            throw new ArgumentException("A rating goes from 1 to 5 and its age is not negative.", nameof(Reviews));
        if (OnTime < 0 || OnTime > Due) throw new ArgumentException("On time goes from 0 to due.", nameof(OnTime));
        if (Completed < 0 || Completed > Ended)
            throw new ArgumentException("Completed goes from 0 to ended.", nameof(Completed));
        if (DisputesLost < 0 || DisputesLost > Ended)
            throw new ArgumentException("Disputes lost go from 0 to ended.", nameof(DisputesLost));
        ArgumentOutOfRangeException.ThrowIfNegative(Badges);
    }
}
