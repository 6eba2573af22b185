using Guildhall.Matching.SavedSearches;

namespace Guildhall.Matching.Public;

/// <summary>A saved search has results its owner was not told of before.</summary>
/// <param name="FirstTitle">The newest of them.</param>
/// <param name="Link">The only one, or the search.</param>
/// <param name="ForJobs">Whether jobs are searched for, or freelancers.</param>
/// <param name="Query">What it asks, as in the address; <see cref="SearchPhrases"/> says it in words.</param>
public sealed record SearchHasNews(
    Guid SearchId, Guid OwnerId, string Name, int Count, string FirstTitle, string Link, bool ForJobs = false,
    string Query = "");

/// <summary>What a kept search asks, in words.</summary>
public sealed class SearchPhrases(AskedInWords asked)
{
    /// <summary>A text that is made when it is read, in the language of whoever reads it.</summary>
    public object Of(bool forJobs, string query) => new Phrase(asked, forJobs, query);

    sealed class Phrase(AskedInWords asked, bool forJobs, string query)
    {
        public override string ToString() => asked.Line(forJobs ? SearchKind.Jobs : SearchKind.Talent, query);
    }
}
