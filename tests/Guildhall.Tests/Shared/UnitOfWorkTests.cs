using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Shared;

public class UnitOfWorkTests : OwnSiteTest
{
    [Fact]
    public async Task What_was_left_undone_is_not_carried_out_by_the_next()
    {
        var (said, made) = (0, new Job
        {
            Queue = "none", Handler = "nobody", Payload = "{}", CreatedAt = Site.Clock.Now(), DueAt = Site.Clock.Now(),
        });
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
}
