using Guildhall.Matching;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Matching;

public class MarketIndexTests : OwnSiteTest
{
    [Fact]
    public async Task Whoever_reads_while_a_change_is_being_read_sees_it_too()
    {
        var index = Site.Services.GetRequiredService<MarketIndex>();
        for (var i = 0; i < 20; i++)
        {
            var before = await index.Now(default);
            await Site.With<Db>(db => db.Transact(() =>
            {
                db.Changed(index, MarketSubject.Weights, Guid.Empty);
                return Task.CompletedTask;
            }, default));

            var reading = index.Refresh(default);
            var now = await index.Now(default);

            Assert.NotSame(before, now);
            await reading;
        }
    }
}
