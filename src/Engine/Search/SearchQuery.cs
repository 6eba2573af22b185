namespace Guildhall.Engine.Search;

/// <summary>A key, and between which values it counts: of a skill its <see cref="SkillMark.Code"/>.</summary>
public readonly record struct Sought(ulong Key, byte Least = 1, byte Most = byte.MaxValue);

/// <summary>One condition; all of a search must hold.</summary>
/// <param name="Dimension">Its facet is counted as if this condition, and others with this name, were not set.</param>
public abstract record SearchCondition(string Dimension);

/// <summary>At least one of these is there; of none, nobody passes.</summary>
public sealed record AnyOf(string Dimension, IReadOnlyList<Sought> Keys) : SearchCondition(Dimension);

/// <summary>So many of these hold, whichever they are; of none and fewer, everybody passes.</summary>
public sealed record AtLeast(string Dimension, IReadOnlyList<AnyOf> Parts, int Least) : SearchCondition(Dimension);

/// <summary>A number is stated and lies in a range, both ends included.</summary>
public sealed record Between(string Dimension, int Number, long Least, long Most) : SearchCondition(Dimension);

/// <summary>
/// What results are ordered by, the higher first, of equals the lower id:
/// <code>
/// key = a number, or its opposite                                     with neither text nor skills
/// key = text in thousandths + worth of each skill + number / divisor  otherwise
/// </code>
/// </summary>
public sealed record SearchRank
{
    /// <summary>Which number.</summary>
    public int Number { get; init; }

    /// <summary>What the number is divided by beside text and skills; 0: it does not count there.</summary>
    public int Divisor { get; init; }

    /// <summary>The lowest number first; only without text and skills.</summary>
    public bool Ascending { get; init; }

    /// <summary>How words weigh.</summary>
    public TextQuery? Text { get; init; }

    /// <summary>Skills, and what each <see cref="SkillMark.Code"/> of them is worth (22 values).</summary>
    public IReadOnlyList<(int SkillId, int[] Worth)> Skills { get; init; } = [];

    internal bool IsPlain => Text is null && Skills.Count == 0;

    internal long Key(long number, long sum) => IsPlain ? Plain(number, Ascending)
        : sum + (Divisor == 0 || number == SearchDocument.Missing ? 0 : number / Divisor);

    internal static long Plain(long number, bool ascending) =>
        ascending && number != SearchDocument.Missing ? -number : number;
}

/// <summary>A search: what must hold, what to count, and which part of the order to give.</summary>
public sealed record SearchQuery
{
    public IReadOnlyList<SearchCondition> Conditions { get; init; } = [];

    /// <summary>Facets to count; of the schema's.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Values given of each facet, those with most results first.</summary>
    public int MostValues { get; init; } = int.MaxValue;

    public SearchRank Rank { get; init; } = new();

    /// <summary>Only what comes after this one.</summary>
    public SearchHit? After { get; init; }

    /// <summary>Left out before the first given.</summary>
    public int Skip { get; init; }

    public int Take { get; init; }
}

/// <summary>Somebody found and the number they are ordered by.</summary>
public readonly record struct SearchHit(Guid Id, long Key)
{
    /// <summary>Whether this one comes later in the order than the other.</summary>
    public bool IsAfter(SearchHit other) => Key != other.Key ? Key < other.Key : Id.CompareTo(other.Id) > 0;
}

/// <summary>A value of a facet, and how many results asking for it would give.</summary>
public readonly record struct FacetValue(string Value, int Count);

/// <summary>What a search found.</summary>
/// <param name="Hits">The part of the order asked for.</param>
/// <param name="Total">How many passed, wherever the part begins.</param>
/// <param name="HasMore">Whether any comes after the last hit.</param>
/// <param name="Facets">Exact counts.</param>
public sealed record SearchFound(
    IReadOnlyList<SearchHit> Hits, int Total, bool HasMore, IReadOnlyDictionary<string, FacetValue[]> Facets);
