using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Xunit;

namespace Guildhall.Tests.Architecture;

public class MigrationTests
{
    static readonly string[] DesignNames = ["SqliteFactory", "PostgresFactory"];

    [Theory]
    [InlineData("SqliteFactory")]
    [InlineData("PostgresFactory")]
    public void The_migrations_hold_the_whole_model(string factory)
    {
        using var db = Design(factory);

        Assert.False(db.Database.HasPendingModelChanges(), "Run scripts/migration NAME: the model has changed.");
        Assert.NotEmpty(db.Database.GetMigrations());
    }

    [Fact]
    public void No_entity_keeps_a_time_that_one_of_the_databases_cannot_order()
    {
        Assert.All(DesignNames, name =>
        {
            using var db = Design(name);
            var offsets = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
                .Where(p => p.ClrType == typeof(DateTimeOffset) || p.ClrType == typeof(DateTimeOffset?))
                .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}");
            Assert.All(offsets, o =>
                Assert.Contains(o, (string[])["Account.LockoutEnd", "IdentityPasskeyData.CreatedAt"]));
        });
    }

    static Db Design(string factory)
    {
        var type = typeof(Db).Assembly.GetTypes().Single(t => t.Name == factory);
        var made = Activator.CreateInstance(type, nonPublic: true)!;
        return (Db)type.GetMethod("CreateDbContext")!.Invoke(made, [Array.Empty<string>()])!;
    }
}
