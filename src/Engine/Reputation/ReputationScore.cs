using Guildhall.Engine.Money;

namespace Guildhall.Engine.Reputation;

/// <summary>One part of a score.</summary>
/// <param name="Part">Which.</param>
/// <param name="Thousandths">How good it is, normalised: 0 to 1000.</param>
/// <param name="Weight">Its published weight in thousandths.</param>
/// <param name="Points">What it adds to the score; the points of all parts sum to the score.</param>
/// <param name="Facts">How many facts (reviews, deliveries, contracts, badges) it rests on.</param>
public sealed record ReputationComponent(ReputationPart Part, int Thousandths, int Weight, int Points, int Facts);

/// <summary>How much history a score rests on.</summary>
public enum Confidence { New, Low, Medium, High }

/// <summary>
/// A reputation: a whole number from 0 to 1000 with everything it was made of. Unlike quantities are first
/// normalised to 0–1, then weighted (spec C12). A few facts move it little: assumptions (<see cref="Prior"/>) count
/// like some average facts, so one review cannot reach the top. Whole numbers only, so anyone can recompute it.
/// </summary>
public sealed record ReputationScore
{
    /// <summary>0 to 1000.</summary>
    public required int Value { get; init; }

    /// <summary>The <see cref="ReputationFormula.Version"/> that gave it.</summary>
    public required string FormulaVersion { get; init; }

    /// <summary>Every part, in the order of <see cref="ReputationPart"/>.</summary>
    public required IReadOnlyList<ReputationComponent> Components { get; init; }

    /// <summary>All reviews, of any age.</summary>
    public required int ReviewCount { get; init; }

    /// <summary>
    /// How far the rating rests on reviews instead of the assumption, 0 to 1000: weight of the reviews by age
    /// divided by itself plus the prior's strength.
    /// </summary>
    public required int ConfidenceThousandths { get; init; }

    /// <summary>In words: no review is New; Medium from 300 (3 fresh reviews), High from 700 (12).</summary>
    public Confidence Confidence => ReviewCount == 0 ? Confidence.New : ConfidenceThousandths switch
    {
        >= 700 => Confidence.High,
        >= 300 => Confidence.Medium,
        _ => Confidence.Low,
    };

    /// <summary>Computes the score; throws <see cref="ArgumentException"/> for inputs out of their ranges.</summary>
    public static ReputationScore Compute(ReputationInputs inputs, ReputationFormula formula)
    {
        inputs.Check();
        var parts = Enum.GetValues<ReputationPart>()
            .Select(part => (Part: part, Weight: formula.Weights[part], Found: Measure(part, inputs, formula)))
            .ToList();
        long[] products = [.. parts.Select(p => (long)p.Weight * p.Found.Thousandths)];
        var value = Rounding.HalfEven(products.Sum(), 1000);
        var points = value == 0 ? new long[products.Length] : Split.Proportionally(value, products);
        var weight = inputs.Reviews.Sum(r => formula.ReviewWeight(r.AgeDays));
        return new ReputationScore
        {
            Value = (int)value,
            FormulaVersion = formula.Version,
            Components = [.. parts.Select((p, i) => new ReputationComponent(
                p.Part, p.Found.Thousandths, p.Weight, (int)points[i], p.Found.Facts))],
            ReviewCount = inputs.Reviews.Count,
            ConfidenceThousandths = (int)(1000 * weight / (weight + 1_000_000L * formula.Rating.Strength)),
        };
    }

    static (int Thousandths, int Facts) Measure(ReputationPart part, ReputationInputs facts, ReputationFormula by) =>
        part switch
        {
            ReputationPart.Rating => (Rating(facts.Reviews, by), facts.Reviews.Count),
            ReputationPart.OnTime => (Rate(facts.OnTime, facts.Due, by.OnTime), facts.Due),
            ReputationPart.Completion => (Rate(facts.Completed, facts.Ended, by.Completion), facts.Ended),
            ReputationPart.Disputes => (Disputes(facts, by), facts.Ended),
            ReputationPart.Badges => (1000 * Math.Min(facts.Badges, by.BadgesForFull) / by.BadgesForFull, facts.Badges),
            _ => throw new InvalidOperationException($"Unknown part {part}."),
        };

    // Bayesian mean: the prior is so many fresh reviews of the assumed rating among the real ones.
    static int Rating(IReadOnlyList<ReviewInput> reviews, ReputationFormula by)
    {
        var weight = 1_000_000L * by.Rating.Strength;
        var sum = (Int128)weight * by.Rating.Thousandths;
        foreach (var review in reviews)
        {
            var counts = by.ReviewWeight(review.AgeDays);
            weight += counts;
            sum += (Int128)counts * (review.Rating - 1) * 250;
        }
        return (int)Rounding.Floor(sum, weight);
    }

    static int Rate(int good, int all, Prior prior) =>
        (int)((1000L * good + (long)prior.Thousandths * prior.Strength) / ((long)all + prior.Strength));

    static int Disputes(ReputationInputs facts, ReputationFormula by)
    {
        var contracts = (long)facts.Ended + by.DisputeStrength;
        var clean = Math.Max(0, contracts - (long)facts.DisputesLost * by.DisputePenalty);
        return (int)(1000 * clean / contracts);
    }
}
