namespace Guildhall.Engine.Matching.Learning;

/// <summary>Why nothing is proposed.</summary>
public enum LessonVerdict
{
    /// <summary>Everything held: worth a look by a person.</summary>
    Proposed,
    /// <summary>Too few lists with a choice in them, or too few to check with.</summary>
    TooLittle,
    /// <summary>Not surely better than the weights in force on lists it has not seen.</summary>
    NotBetter,
    /// <summary>
    /// Popularity or the length of profiles explains the choices half as well as the learned weights or better: the
    /// choices say little about fit.
    /// </summary>
    ControlsTooGood,
    /// <summary>It comes out where it is.</summary>
    Unchanged,
}

/// <summary>What was learned, and what it is worth on lists that were kept apart. Qualities are mean NDCG@10.</summary>
/// <param name="Verdict">Whether it is proposed.</param>
/// <param name="Weights">What was learned, bounded and rounded; null when there was too little.</param>
/// <param name="Lists">Lists with a choice in them.</param>
/// <param name="HeldOut">How many of them were kept apart.</param>
/// <param name="Decay">Of the propensities.</param>
/// <param name="Openings">Openings in drawn pairs behind the decay.</param>
/// <param name="Now">Quality of the weights in force.</param>
/// <param name="Learned">Quality of the learned weights.</param>
/// <param name="Random">Quality of an order by lot.</param>
/// <param name="Popularity">Quality of ordering by how often each was chosen before.</param>
/// <param name="Longest">Quality of ordering by the length of the profile.</param>
/// <param name="Surety">Mean gain over its standard error, on the lists kept apart; 2 is asked for.</param>
public sealed record WeightsLesson(
    LessonVerdict Verdict, Weights? Weights, int Lists, int HeldOut, double Decay, int Openings, double Now,
    double Learned, double Random, double Popularity, double Longest, double Surety)
{
    /// <summary>Lists with a choice that are needed at least, and how many of them for the check.</summary>
    public const int FewestLists = 200, FewestHeldOut = 40;

    const double Sure = 2;

    /// <summary>Learns on four fifths of the subjects and checks on the last fifth.</summary>
    /// <param name="lists">Shown lists with what came of them.</param>
    /// <param name="pairs">Neighbours drawn by lot.</param>
    /// <param name="today">The weights in force.</param>
    /// <param name="version">Name of what is proposed.</param>
    public static WeightsLesson Of(
        IReadOnlyList<LearningList> lists, IEnumerable<DrawnPair> pairs, Weights today, string version)
    {
        var chosen = lists.Where(l => l.Items.Any(i => i.Gain > 0) && l.Items.Count > 1).ToArray();
        var (taught, kept) = (chosen.Where(l => !IsKept(l.Subject)).ToArray(),
            chosen.Where(l => IsKept(l.Subject)).ToArray());
        var seen = Propensities.Estimate(pairs);
        if (chosen.Length < FewestLists || kept.Length < FewestHeldOut)
            return new(LessonVerdict.TooLittle, null, chosen.Length, kept.Length, seen.Decay, seen.Openings,
                0, 0, 0, 0, 0, 0);
        var learned = WeightRounding.Near(PairwiseLearner.Learn(taught, today, seen), today, version);
        var popular = taught.SelectMany(l => l.Items).Where(i => i.Gain > 0).GroupBy(i => i.Id)
            .ToDictionary(g => g.Key, g => g.Count());
        double[] Quality(Func<LearningItem, double> score) => RankingQuality.OfLists(kept, seen, score);
        double[] Weighed(Weights w) => FactorShares.Read(w).Select(x => (double)x).ToArray() is var numbers
            ? Quality(i => FactorShares.Score(numbers, i)) : [];
        var (now, then) = (Weighed(today), Weighed(learned));
        var (random, popularity, longest) = (Quality(i => Lot(i.Id)).Average(),
            Quality(i => popular.GetValueOrDefault(i.Id)).Average(), Quality(i => i.Length).Average());
        var gains = then.Zip(now, (a, b) => a - b).ToArray();
        var surety = SuretyOf(gains);
        var verdict = FactorShares.Read(learned).SequenceEqual(FactorShares.Read(today)) ? LessonVerdict.Unchanged
            : surety < Sure ? LessonVerdict.NotBetter
            : Math.Max(popularity, longest) - random > (then.Average() - random) / 2 ? LessonVerdict.ControlsTooGood
            : LessonVerdict.Proposed;
        return new(verdict, learned, chosen.Length, kept.Length, seen.Decay, seen.Openings, now.Average(),
            then.Average(), random, popularity, longest, surety);
    }

    static double SuretyOf(double[] gains)
    {
        var mean = gains.Average();
        var error = Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / (gains.Length - 1.0) / gains.Length);
        return error == 0 ? 0 : mean / error;
    }

    static bool IsKept(Guid subject) => Lots.Of(subject, 1) % 5 == 0;

    static double Lot(Guid id) => Lots.Of(id, 2);
}
