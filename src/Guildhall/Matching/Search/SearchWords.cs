using Guildhall.Engine.Search;
using Guildhall.Shared;

namespace Guildhall.Matching;

/// <summary>Every word that occurs, sorted, and how rare each is.</summary>
sealed record Vocabulary(string[] Terms, TextCorpus Corpus)
{
    const int MostCorrections = 8, MostEndings = 40;

    public static Vocabulary Of(IEnumerable<TermVector> documents)
    {
        var all = documents.ToArray();
        string[] terms = [.. all.SelectMany(d => d.Terms).Distinct()];
        Array.Sort(terms, StringComparer.Ordinal);
        return new(terms, TextCorpus.Of(all));
    }

    public bool Knows(string term) => Array.BinarySearch(Terms, term, StringComparer.Ordinal) >= 0;

    /// <summary>Words that this is probably a mistyped form of.</summary>
    public IEnumerable<string> Corrections(string term) =>
        From(term[..1]).Where(t => Spelling.IsTypo(term, t)).Take(MostCorrections);

    /// <summary>Words that begin like this.</summary>
    public IEnumerable<string> Endings(string start) => From(start).Take(MostEndings);

    IEnumerable<string> From(string start)
    {
        var at = Array.BinarySearch(Terms, start, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < Terms.Length && Terms[i].StartsWith(start, StringComparison.Ordinal); i++)
            yield return Terms[i];
    }
}

/// <summary>
/// The words of the market for correcting and weighing what people type. Counted again at most every ten seconds: a
/// newer word is still found, it is only not yet used to correct others.
/// </summary>
sealed class SearchWords(TimeProvider clock)
{
    static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    sealed record Known(Market Market, DateTime At, Vocabulary Talent, Vocabulary Jobs);
    volatile Known? known;

    public Vocabulary Talent(Market market) => Of(market).Talent;
    public Vocabulary Jobs(Market market) => Of(market).Jobs;

    Known Of(Market market)
    {
        if (known is { } now && (ReferenceEquals(now.Market, market) || clock.Now() - now.At < Age)) return now;
        return known = new(market, clock.Now(), Vocabulary.Of(market.Freelancers.Values.Select(f => f.Words)),
            Vocabulary.Of(market.Jobs.Values.Select(j => j.Words)));
    }
}
