using Guildhall.Engine.Matching;

namespace Guildhall.Matching.Pages.Parts;

/// <summary>Whether a sentence speaks for a match or against it.</summary>
static class ReasonTone
{
    static readonly HashSet<string> good =
    [
        ReasonKeys.AllSkills, ReasonKeys.UsesAlternative, ReasonKeys.TextClose, ReasonKeys.InTime,
        ReasonKeys.StartsInTime, ReasonKeys.FinishNoDeadline, ReasonKeys.StartNoDeadline, ReasonKeys.ReputationEnough,
        ReasonKeys.RateInside, ReasonKeys.PriceInside, ReasonKeys.PlaceHours,
    ];

    static readonly HashSet<string> bad =
    [
        ReasonKeys.MissingSkill, ReasonKeys.MissingButRelated, ReasonKeys.BelowLevel, ReasonKeys.TooManyClaims,
        ReasonKeys.TooLate, ReasonKeys.StartsTooLate, ReasonKeys.NotAvailable, ReasonKeys.DeadlinePassed,
        ReasonKeys.ReputationLow, ReasonKeys.RateAbove, ReasonKeys.PriceAbove, ReasonKeys.CeilingHolds,
    ];

    /// <summary>1 for it, -1 against it, 0 neither.</summary>
    public static int Of(Reason reason) => good.Contains(reason.Key) ? 1 : bad.Contains(reason.Key) ? -1 : 0;
}
