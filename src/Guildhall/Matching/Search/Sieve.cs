namespace Guildhall.Matching;

/// <summary>One condition of a search; conditions of one dimension are set together and cleared together.</summary>
sealed record Condition<T>(string Dimension, Func<T, bool> Holds);

/// <summary>A dimension whose values are counted, and the values a thing has in it.</summary>
sealed record Facet<T>(string Dimension, Func<T, IEnumerable<string>> Values);

/// <summary>One value of a facet and how many results choosing it would give.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>What passed, and exact counts for each facet as if only the other dimensions were asked for.</summary>
sealed record Sifted<T>(List<T> Found, Dictionary<string, FacetCount[]> Facets);

static class Sieve
{
    /// <summary>One pass over everything.</summary>
    public static Sifted<T> Run<T>(
        IEnumerable<T> all, IReadOnlyList<Condition<T>> conditions, IReadOnlyList<Facet<T>> facets)
    {
        var found = new List<T>();
        var counts = facets.ToDictionary(f => f.Dimension, _ => new Dictionary<string, int>());
        foreach (var one in all)
        {
            var passes = true;
            string? failed = null;
            foreach (var condition in conditions)
            {
                if (condition.Holds(one)) continue;
                passes = false;
                if (failed is not null && failed != condition.Dimension) { failed = ""; break; }
                failed = condition.Dimension;
            }
            if (passes) found.Add(one);
            if (failed == "") continue;
            foreach (var facet in facets)
                if (failed is null || failed == facet.Dimension)
                    foreach (var value in facet.Values(one).Distinct())
                        counts[facet.Dimension][value] = counts[facet.Dimension].GetValueOrDefault(value) + 1;
        }
        return new(found, counts.ToDictionary(c => c.Key, c => c.Value.Select(v => new FacetCount(v.Key, v.Value))
            .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).ToArray()));
    }
}
