using Guildhall.Engine.Search;

namespace Guildhall.Matching;

/// <summary>An open job in the columns of the search index.</summary>
static class JobColumns
{
    public const string Category = "category", Type = "type", Pay = "pay", Zone = "zone", Currency = "currency",
        Country = "country", Language = "language";

    /// <summary>The most it pays, the least it pays, when it was first shown.</summary>
    public const int Most = 0, Least = 1, Published = 2;

    public static readonly SearchSchema Schema =
        new([Category, Type, Pay, SearchSchema.Skills, Zone, Country, Language], 3);

    /// <summary>The key that every job of a client has.</summary>
    public static ulong Client(Guid id) => SearchKey.Label("client", id.ToString());

    public static SearchDocument Of(JobEntry entry)
    {
        var brief = entry.View.Brief;
        return new(entry.View.Id)
        {
            Words = entry.Words, Name = TermVector.Of(brief.Title),
            Skills = [.. brief.Skills.Select(s => new SkillMark(s.SkillId, s.MinLevel, s.Required))],
            Labels =
            [
                new(Type, brief.Kind.ToString()), new(Pay, brief.Pay.ToString()), new(Currency, brief.Currency),
                new(Zone, entry.Client.TimeZone), new("client", entry.View.ClientId.ToString()),
                .. brief.Category is { } category ? [new SearchLabel(Category, category)] : Array.Empty<SearchLabel>(),
                .. entry.Country is { } country
                    ? [new SearchLabel(Country, country.ToUpperInvariant())] : Array.Empty<SearchLabel>(),
                .. brief.Languages.Select(code => new SearchLabel(Language, code)),
            ],
            Numbers =
            [
                brief.MaxMinor ?? 0, brief.MinMinor ?? brief.MaxMinor ?? SearchDocument.Missing,
                entry.View.PublishedAt?.Ticks ?? SearchDocument.Missing,
            ],
        };
    }
}
