using System.Data.Common;
using Guildhall.Matching;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Matching;

public class MarketIndexTests : OwnSiteTest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    readonly HeldChanges changes = new();

    public MarketIndexTests() => Site = new Held(changes);

    [Fact]
    public async Task Whoever_reads_while_a_change_is_being_read_waits_and_sees_it_too()
    {
        var index = Site.Services.GetRequiredService<MarketIndex>();
        var before = await index.Now(default);
        await Site.With<Db>(db => db.Transact(() =>
        {
            db.Changed(index, MarketSubject.Weights, Guid.Empty);
            return Task.CompletedTask;
        }, default));

        changes.Hold();
        var reading = index.Refresh(default);
        await changes.AreAsked.WaitAsync(Patience);
        var now = index.Now(default).AsTask();
        var waits = !now.IsCompleted;
        changes.LetGo();

        Assert.NotSame(before, await now.WaitAsync(Patience));
        Assert.True(waits);
        await reading;
    }

    sealed class Held(HeldChanges changes) : Site
    {
        protected override void AddServices(IServiceCollection services)
        {
            services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(changes));
            services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(changes));
        }
    }

    /// <summary>Keeps the first question for changes unanswered until it is let go.</summary>
    sealed class HeldChanges : DbCommandInterceptor
    {
        readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        volatile bool holds;

        public Task AreAsked => asked.Task;
        public void Hold() => holds = true;
        public void LetGo() => letGo.SetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command,
            CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken ct = default)
        {
            if (!holds || !command.CommandText.Contains("matching_changes")) return result;
            asked.TrySetResult();
            await letGo.Task;
            return result;
        }
    }
}
