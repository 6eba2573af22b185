namespace Guildhall.Engine.Matching;

/// <summary>
/// Rate against budget, in thousandths. For a fixed price the rate is multiplied by the job's hours first.
/// <code>
/// price ≤ max:  700 + 300 · min(1, (max - price) / (max - min))
/// price > max:  700 · (1 - (price - max) / (max / 2)), at least 0
/// not comparable (no rate, no budget, no hours for a fixed price, another currency): 500
/// </code>
/// </summary>
static class RateFit
{
    const int Neutral = 500, AtMaximum = 700;

    // Beyond these the products below would not fit 64 bits; 128 bits give the same numbers, slowly.
    const long ModestRate = 1L << 33, ModestBudget = 1L << 50;

    public static int Permille(PreparedJob job, in Facts facts)
    {
        if (!IsComparable(job, facts)) return Neutral;
        var (min, max) = (job.MinMinor, job.MaxMinor!.Value);
        if (facts.Rate >= ModestRate || max >= ModestBudget) return Large(Price(job, facts), min, max);
        var price = facts.Rate * Factor(job);
        if (price <= max)
            return max == min ? 1_000 : (int)Math.Min(1_000, AtMaximum + 300 * (max - price) / (max - min));
        return (int)Math.Max(0, AtMaximum - AtMaximum * 2 * (price - max) / max);
    }

    static int Large(Int128 price, Int128 min, Int128 max)
    {
        if (price <= max)
            return max == min ? 1_000 : (int)Int128.Min(1_000, AtMaximum + 300 * (max - price) / (max - min));
        return (int)Int128.Max(0, AtMaximum - AtMaximum * 2 * (price - max) / max);
    }

    /// <summary>The most any freelancer can have for this job.</summary>
    public static int Best(PreparedJob job) =>
        job.Document.Pricing == Pricing.Open || job.MaxMinor is null
            || job.Document.Pricing == Pricing.Fixed && job.Hours is null ? Neutral : 1_000;

    public static Reason Why(PreparedJob job, PreparedFreelancer freelancer)
    {
        var facts = freelancer.Facts;
        if (!IsComparable(job, facts)) return Obstacle(job, facts);
        var (price, max, currency) = (Price(job, facts), job.MaxMinor!.Value, job.Document.Currency);
        var rate = ReasonArg.Money(facts.Rate, currency);
        if (job.Document.Pricing == Pricing.Hourly)
            return price <= max ? Reason.Of(ReasonKeys.RateInside, rate)
                : Reason.Of(ReasonKeys.RateAbove, rate, ReasonArg.Money(max, currency));
        var whole = ReasonArg.Money((long)Int128.Min(price, long.MaxValue), currency);
        var hours = ReasonArg.Number(job.Hours!.Value);
        return price <= max ? Reason.Of(ReasonKeys.PriceInside, whole, hours)
            : Reason.Of(ReasonKeys.PriceAbove, whole, hours, ReasonArg.Money(max, currency));
    }

    static Int128 Price(PreparedJob job, in Facts facts) => (Int128)facts.Rate * Factor(job);

    static int Factor(PreparedJob job) => job.Document.Pricing == Pricing.Fixed ? job.Hours!.Value : 1;

    static bool IsComparable(PreparedJob job, in Facts facts) =>
        Best(job) != Neutral && facts.Rate >= 0 && facts.Currency == job.Currency;

    static Reason Obstacle(PreparedJob job, in Facts facts)
    {
        if (job.Document.Pricing == Pricing.Open || job.MaxMinor is null) return Reason.Of(ReasonKeys.BudgetUnknown);
        if (facts.Rate < 0) return Reason.Of(ReasonKeys.RateUnknown);
        return facts.Currency == job.Currency ? Reason.Of(ReasonKeys.HoursForPriceUnknown)
            : Reason.Of(ReasonKeys.OtherCurrency,
                ReasonArg.Word(CurrencyCode.Text(facts.Currency)), ReasonArg.Word(CurrencyCode.Text(job.Currency)));
    }
}
