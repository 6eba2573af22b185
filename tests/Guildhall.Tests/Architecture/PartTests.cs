using System.Reflection;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Architecture;

/// <summary>
/// A page and its parts are drawn together. Were two of them to ask one database connection at once, PostgreSQL would
/// give the answer of one to the other: a part is given what it shows, or owns a connection (OwningComponentBase).
/// </summary>
public class PartTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_part_of_a_page_shares_no_connection_with_it()
    {
        var parts = typeof(Program).Assembly.GetTypes().Where(IsPart);

        Assert.Empty(await Shared(parts));
    }

    [Fact]
    public async Task A_planted_part_that_shares_one_is_found() =>
        Assert.Equal(["PlantedPart: Db"], await Shared([typeof(PlantedPart)]));

    static bool IsPart(Type type) => typeof(ComponentBase).IsAssignableFrom(type) && !type.IsAbstract
        && !type.IsDefined(typeof(RouteAttribute)) && !typeof(LayoutComponentBase).IsAssignableFrom(type);

    async Task<string[]> Shared(IEnumerable<Type> parts)
    {
        await using var one = Site.Services.CreateAsyncScope();
        await using var other = Site.Services.CreateAsyncScope();
        return [.. from part in parts
            from asked in part.GetRuntimeProperties().Where(p => p.IsDefined(typeof(InjectAttribute)))
            where Namespace(asked.PropertyType) && !ReferenceEquals(
                one.ServiceProvider.GetRequiredService(asked.PropertyType),
                other.ServiceProvider.GetRequiredService(asked.PropertyType))
            select $"{part.Name}: {asked.PropertyType.Name}"];

        static bool Namespace(Type type) => type.FullName!.StartsWith("Guildhall.", StringComparison.Ordinal);
    }

    sealed class PlantedPart : ComponentBase
    {
        [Inject] public Db Db { get; set; } = null!;
    }
}
