using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Guildhall.Tests.Shared;

public class UnitOfWorkTests : OwnSiteTest
{
    [Fact]
    public async Task What_was_left_undone_is_not_carried_out_by_the_next()
    {
        var (said, made) = (0, Row());
        Db? first = null;
        await Site.With<Db>(db =>
        {
            first = db;
            db.Add(made);
            db.AfterCommit(() => { said++; return Task.CompletedTask; });
            return Task.CompletedTask;
        });

        var again = false;
        for (var i = 0; i < 5 && !again; i++)
            await Site.With<Db>(async db =>
            {
                again = ReferenceEquals(db, first);
                Assert.Empty(db.ChangeTracker.Entries());
                await db.Transact(() => Task.CompletedTask, default);
            });

        Assert.True(again, "a unit of work is used again");
        Assert.Equal(0, said);
    }

    [Fact]
    public async Task Two_units_of_work_that_wait_for_each_other_are_both_done()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "On SQLite one writes at a time.");
        Job[] rows = [Row(), Row()];
        await Site.With<Db>(db => { db.AddRange(rows.AsEnumerable()); return db.SaveChangesAsync(); });
        TaskCompletionSource[] begun = [new(), new()];

        await Task.WhenAll(Cross(0, 1), Cross(1, 0));

        Assert.Equal(["0", "1"], (await Site.All<Job>()).Select(j => j.UniqueKey).OfType<string>().Order());

        Task Cross(int first, int then) => Site.With<Db>(db => db.Transact(async () =>
        {
            await Touch(db, first);
            begun[first].TrySetResult();
            await begun[then].Task;
            await Touch(db, then);
            db.Add(Row($"{first}"));
        }, default));

        async Task Touch(Db db, int row)
        {
            (await db.Set<Job>().SingleAsync(j => j.Id == rows[row].Id)).LastError = $"{Guid.CreateVersion7()}";
            await db.SaveChangesAsync();
        }
    }

    Job Row(string? key = null) => new()
    {
        Queue = "none", Handler = "nobody", Payload = "{}", CreatedAt = Site.Clock.Now(), DueAt = Site.Clock.Now(),
        UniqueKey = key,
    };
}
