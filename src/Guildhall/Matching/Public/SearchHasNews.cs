namespace Guildhall.Matching.Public;

/// <summary>A saved search has results its owner was not told of before.</summary>
/// <param name="FirstTitle">The newest of them.</param>
/// <param name="Link">The only one, or the search.</param>
public sealed record SearchHasNews(
    Guid SearchId, Guid OwnerId, string Name, int Count, string FirstTitle, string Link);
