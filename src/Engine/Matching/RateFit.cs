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

    public static int Permille(PreparedJob job, PreparedFreelancer freelancer)
    {
        if (Obstacle(job, freelancer) is not null) return Neutral;
        var (price, min, max) = (Price(job, freelancer), (Int128)job.MinMinor, (Int128)job.MaxMinor!.Value);
        if (price <= max)
            return max == min ? 1_000 : (int)Int128.Min(1_000, AtMaximum + 300 * (max - price) / (max - min));
        return (int)Int128.Max(0, AtMaximum - AtMaximum * 2 * (price - max) / max);
    }

    public static Reason Why(PreparedJob job, PreparedFreelancer freelancer)
    {
        if (Obstacle(job, freelancer) is { } obstacle) return obstacle;
        var (price, max, currency) = (Price(job, freelancer), job.MaxMinor!.Value, job.Document.Currency);
        var rate = ReasonArg.Money(freelancer.RateMinor!.Value, currency);
        if (job.Document.Pricing == Pricing.Hourly)
            return price <= max ? Reason.Of(ReasonKeys.RateInside, rate)
                : Reason.Of(ReasonKeys.RateAbove, rate, ReasonArg.Money(max, currency));
        var whole = ReasonArg.Money((long)Int128.Min(price, long.MaxValue), currency);
        var hours = ReasonArg.Number(job.Hours!.Value);
        return price <= max ? Reason.Of(ReasonKeys.PriceInside, whole, hours)
            : Reason.Of(ReasonKeys.PriceAbove, whole, hours, ReasonArg.Money(max, currency));
    }

    static Int128 Price(PreparedJob job, PreparedFreelancer freelancer) =>
        (Int128)freelancer.RateMinor!.Value * (job.Document.Pricing == Pricing.Fixed ? job.Hours!.Value : 1);

    static Reason? Obstacle(PreparedJob job, PreparedFreelancer freelancer)
    {
        if (job.Document.Pricing == Pricing.Open || job.MaxMinor is null) return budgetUnknown;
        if (freelancer.RateMinor is null) return rateUnknown;
        if (!string.Equals(job.Document.Currency, freelancer.Document.Currency, StringComparison.OrdinalIgnoreCase))
            return Reason.Of(ReasonKeys.OtherCurrency,
                ReasonArg.Word(freelancer.Document.Currency), ReasonArg.Word(job.Document.Currency));
        return job.Document.Pricing == Pricing.Fixed && job.Hours is null ? hoursUnknown : null;
    }

    static readonly Reason budgetUnknown = Reason.Of(ReasonKeys.BudgetUnknown);
    static readonly Reason rateUnknown = Reason.Of(ReasonKeys.RateUnknown);
    static readonly Reason hoursUnknown = Reason.Of(ReasonKeys.HoursForPriceUnknown);
}
