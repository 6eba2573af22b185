using Guildhall.Shared.Jobs;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Guildhall.Shared.Data;

static class DataSetup
{
    // Making a unit of work costs more than asking it one question: so many are used again.
    const int Kept = 64;

    static readonly SqlitePragmas Pragmas = new();

    /// <summary>SQLite in the data folder unless a PostgreSQL connection string is configured.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, Settings settings)
    {
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddSingleton(new WriteGate(closed: settings.Db is null));
        if (settings.Db is { } postgres)
            services.AddDbContextPool<Db, PostgresDb>(o => UsePostgres(o, postgres), Kept);
        else
            services.AddDbContextPool<Db, SqliteDb>(o => UseSqlite(o, settings.SqliteFile), Kept);
        return services;
    }

    static void UsePostgres(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection).ConfigureWarnings(Quiet);

    static void UseSqlite(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite($"Data Source={file}", o => o.UseParameterizedCollectionMode(Whole))
            .AddInterceptors(Pragmas).ConfigureWarnings(Quiet);

    // A list of ids as one parameter: one text for lists of every length, which need not be written each time.
    const ParameterTranslationMode Whole = ParameterTranslationMode.Parameter;

    // A retried or lost race is an ordinary answer here, told to the person; it is not a fault of the site. What
    // cannot be answered is thrown, and logged by whoever asked; a database that is not there yet is made. That the
    // migrations are complete is a test's business: comparing the models is a twelfth of making the first database.
    static void Quiet(WarningsConfigurationBuilder warnings) => warnings.Log(
        (CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug),
        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug))
        .Ignore(RelationalEventId.PendingModelChangesWarning);

    abstract class Factory<T> : IDesignTimeDbContextFactory<T> where T : Db
    {
        protected static readonly IServiceProvider Services = new ServiceCollection()
            .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider();

        protected static (Subscriptions, TimeProvider, WriteGate) Parts => (new([]), TimeProvider.System, new(false));

        public abstract T CreateDbContext(string[] args);
    }

    sealed class SqliteFactory : Factory<SqliteDb>
    {
        public override SqliteDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteDb>().UseApplicationServiceProvider(Services);
            UseSqlite(options, "design.db");
            return new(options.Options, Parts.Item1, Parts.Item2, Parts.Item3);
        }
    }

    sealed class PostgresFactory : Factory<PostgresDb>
    {
        public override PostgresDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresDb>().UseApplicationServiceProvider(Services);
            UsePostgres(options, "Host=design;Database=design");
            return new(options.Options, Parts.Item1, Parts.Item2, Parts.Item3);
        }
    }
}
