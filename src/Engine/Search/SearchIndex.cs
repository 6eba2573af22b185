using Guildhall.Engine.Matching.Indexing;
using Guildhall.Engine.Search.Indexing;

namespace Guildhall.Engine.Search;

/// <summary>
/// Everything that can be found, at one moment: columns and postings in blocks of 4,096, and the newest beside them.
/// Immutable: readers never lock, a change makes the next version, and whoever publishes it with one volatile write
/// publishes all of it. Totals and counts are exact.
/// </summary>
public sealed class SearchIndex
{
    // "GILDSRC1"
    const ulong Magic = 0x31_43_52_53_44_4C_49_47;

    internal SearchIndex(
        SearchSchema schema, Part<SearchSegment>[] parts, Delta<SearchEntry> delta, TextCorpus corpus)
    {
        (Schema, Parts, Delta) = (schema, parts, delta);
        Count = parts.Sum(p => p.Alive) + delta.Alive;
        Corpus = Math.Abs(Count - corpus.Documents) * 8L > corpus.Documents ? Counted() : corpus;
    }

    /// <summary>An index of nothing.</summary>
    public static SearchIndex Empty(SearchSchema schema) => new(schema, [], Delta<SearchEntry>.Empty, TextCorpus.Empty);

    /// <summary>Builds an index. Every id once.</summary>
    public static SearchIndex Of(SearchSchema schema, IEnumerable<SearchDocument> documents)
    {
        var builder = new SearchIndexBuilder(schema);
        foreach (var document in documents) builder.Add(document);
        return builder.Build();
    }

    /// <summary>What is counted and ordered by.</summary>
    public SearchSchema Schema { get; }

    /// <summary>How many can be found.</summary>
    public int Count { get; }

    /// <summary>How rare words are; recounted when the number of documents has drifted by an eighth.</summary>
    public TextCorpus Corpus { get; }

    /// <summary>Memory taken, the newest not counted.</summary>
    public long Bytes => Parts.Sum(p => p.Segment.Slab.Length);

    internal Part<SearchSegment>[] Parts { get; }

    internal Delta<SearchEntry> Delta { get; }

    /// <summary>A version in which this one is as given.</summary>
    public SearchIndex With(SearchDocument document)
    {
        var next = Without(document.Id);
        if (next.Delta.IsFull) next = next.Next(next.Together([], next.Delta.Count).Apply(next.Parts, next.Delta));
        return next.Next((next.Parts, next.Delta.With(Key.Of(document.Id), new(document, Schema))));
    }

    /// <summary>A version without this one.</summary>
    public SearchIndex Without(Guid id)
    {
        var key = Key.Of(id);
        if (Delta.Find(key) is >= 0 and var at) return Next((Parts, Delta.Without(at)));
        for (var i = 0; i < Parts.Length; i++)
            if (Parts[i].Find(key) is >= 0 and var place)
            {
                Part<SearchSegment>[] parts = [.. Parts];
                parts[i] = parts[i].Without(place);
                return Next((parts, Delta));
            }
        return this;
    }

    /// <summary>Whether somebody can be found.</summary>
    public bool Contains(Guid id)
    {
        var key = Key.Of(id);
        return Delta.Find(key) >= 0 || Array.Exists(Parts, p => p.Find(key) >= 0);
    }

    /// <summary>Whether anybody has this key: a <see cref="SearchKey"/>.</summary>
    public bool HasAnyone(ulong key) => Find(new() { Conditions = [new AnyOf("key", [new(key)])] }).Total > 0;

    /// <summary>Whether somebody can be found and has this key: a <see cref="SearchKey"/>.</summary>
    public bool Has(Guid id, ulong key) => Keys(id)?.Invoke(key) == true;

    /// <summary>Which keys somebody has, to be asked one by one; null when nobody can be found.</summary>
    public Func<ulong, bool>? Keys(Guid id)
    {
        var who = Key.Of(id);
        if (Delta.Find(who) is >= 0 and var newest) return key => Delta[newest][key] > 0;
        foreach (var part in Parts)
            if (part.Find(who) is >= 0 and var at)
                return key => part.Segment.FindTerm(key) is >= 0 and var term && part.Segment.Value(term, at) > 0;
        return null;
    }

    /// <summary>Whether somebody can be found and meets every condition; nobody else is looked at.</summary>
    public bool Meets(Guid id, IReadOnlyList<SearchCondition> conditions)
    {
        var who = Key.Of(id);
        if (Delta.Find(who) is >= 0 and var newest) return conditions.All(Delta[newest].Holds);
        foreach (var part in Parts)
        {
            if (part.Find(who) is not (>= 0 and var at)) continue;
            var meets = conditions.All(condition => Sifting.Holds(condition, part.Segment, at));
            GC.KeepAlive(part.Segment);
            return meets;
        }
        return false;
    }

    /// <summary>Every value a facet has had; some may be of those who have gone.</summary>
    public IReadOnlyCollection<string> Values(string facet)
    {
        var number = Schema.Facets.Index().First(f => f.Item == facet).Index;
        var found = Delta.Living.SelectMany(e => e.Facets[number]).ToHashSet();
        foreach (var part in Parts)
            found.UnionWith(part.Segment.LabelTexts[
                part.Segment.Facets[number].Label..part.Segment.Facets[number + 1].Label]);
        return found;
    }

    /// <summary>Answers a search.</summary>
    public SearchFound Find(SearchQuery query) => Sifting.Run(this, query);

    /// <summary>
    /// How many of the parts somebody meets who meets the conditions: the most there is, 0 when nobody meets any.
    /// </summary>
    public int MostMet(IReadOnlyList<AnyOf> parts, IReadOnlyList<SearchCondition> conditions)
    {
        bool Reached(int least) =>
            Find(new() { Conditions = [.. conditions, new AtLeast("parts", parts, least)] }).Total > 0;

        if (parts.Count == 0 || Reached(parts.Count)) return parts.Count;
        // Whoever meets three meets two: halve the rest.
        var (low, high) = (0, parts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Reached(middle)) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>Everybody who meets the conditions, for asking one by one.</summary>
    public SearchSet Select(IReadOnlyList<SearchCondition> conditions) => new(this, conditions);

    /// <summary>Work that keeps searching fast, to be done beside readers and writer; null when none is due.</summary>
    /// <param name="all">Everything into one part, due or not.</param>
    public Tidy? Tidied(bool all = false) =>
        (all ? (Parts, Delta.Count) : Tidying<SearchSegment, SearchEntry>.Due(Parts, Delta)) is var (parts, newest)
            ? new(Together(parts, newest)) : null;

    /// <summary>Tidying that was done.</summary>
    public sealed class Tidy
    {
        readonly Tidying<SearchSegment, SearchEntry> done;

        internal Tidy(Tidying<SearchSegment, SearchEntry> done) => this.done = done;

        /// <summary>The given later version, tidied; unchanged when it was tidied otherwise in the meantime.</summary>
        public SearchIndex Apply(SearchIndex now) => now.Next(done.Apply(now.Parts, now.Delta));
    }

    Tidying<SearchSegment, SearchEntry> Together(Part<SearchSegment>[] parts, int newest)
    {
        var draft = new SearchDraft(Schema);
        foreach (var part in parts) part.CopyTo(draft);
        for (var at = 0; at < newest; at++)
            if (Delta.IsAlive(at)) draft.Add(Delta[at]);
        return new(parts, Delta, newest, SearchBuilder.Build(draft));
    }

    /// <summary>Keeps everything in a file, brought together first.</summary>
    /// <param name="path">Replaced as a whole, or not at all.</param>
    /// <param name="sequence">The last change that is in this version.</param>
    /// <param name="stamp">Whatever else the file must fit to.</param>
    public void Save(string path, long sequence, long stamp)
    {
        var whole = Parts.Length == 1 && Parts[0].DeadCount == 0 && Delta.Count == 0
            ? this : Tidied(all: true)!.Apply(this);
        var segment = whole.Parts.Length == 0 ? SearchBuilder.Build(new(Schema)) : whole.Parts[0].Segment;
        SegmentFile.Save(segment.Slab, Kind(Schema), path, sequence, stamp);
    }

    /// <summary>
    /// The index in a file, mapped into memory; null when it is missing, damaged or of another version or schema.
    /// </summary>
    public static (SearchIndex Index, long Sequence, long Stamp)? Load(SearchSchema schema, string path) =>
        SegmentFile.Load(Kind(schema), path) is var (slab, sequence, stamp)
            ? (new(schema, [new(new(slab), null, 0)], Delta<SearchEntry>.Empty, TextCorpus.Empty), sequence, stamp)
            : null;

    // A file of other columns, or of words weighed otherwise, is of another kind.
    internal static SegmentKind Kind(SearchSchema schema) =>
        new(Magic, 2, (int)TermVector.Hash($"impact 1, {schema.Numbers}, {string.Join(',', schema.Facets)}"));

    SearchIndex Next((Part<SearchSegment>[] Parts, Delta<SearchEntry> Delta)? next) =>
        next is var (parts, delta) ? new(Schema, parts, delta, Corpus) : this;

    TextCorpus Counted()
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var part in Parts) part.Count(counts);
        foreach (var entry in Delta.Living)
            foreach (var word in entry.Terms.Hashes) counts[word] = counts.GetValueOrDefault(word) + 1;
        return TextCorpus.Of(Count, counts);
    }
}

/// <summary>Collects documents for an index without keeping them.</summary>
public sealed class SearchIndexBuilder(SearchSchema schema)
{
    readonly SearchDraft draft = new(schema);

    /// <summary>Adds one; every id once.</summary>
    public void Add(SearchDocument document) => draft.Add(new SearchEntry(document, schema));

    /// <summary>The index of all that were added.</summary>
    public SearchIndex Build() => draft.Count == 0 ? SearchIndex.Empty(schema)
        : new(schema, [new(SearchBuilder.Build(draft), null, 0)], Delta<SearchEntry>.Empty, TextCorpus.Empty);
}
