using Guildhall.Matching.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

sealed class SearchNews(Teller teller, SearchPhrases phrases) : IHandle<SearchHasNews>
{
    public Task Handle(SearchHasNews s, CancellationToken ct) => teller.Tell(s.OwnerId, Topic.Jobs, s.Count == 1
        ? (FormattableString)$"New for your search “{s.Name}”: {s.FirstTitle}"
        : $"{s.Count} new results for your search “{s.Name}”, {s.FirstTitle} among them.", s.Link, ct, byMail: true,
        inMail: Asked(s));

    FormattableString? Asked(SearchHasNews s)
    {
        if (s.Query.Length == 0) return null;
        return $"The search asks for: {phrases.Of(s.ForJobs, s.Query)}";
    }
}
