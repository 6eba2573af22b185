using Guildhall.Accounts;
using Guildhall.Shared.Jobs;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Shared.Data;

/// <summary>
/// The whole marketplace's data. Modules map their own tables; two small subclasses carry the migrations.
/// </summary>
public abstract partial class Db(DbContextOptions options, Subscriptions subscriptions, TimeProvider clock,
    WriteGate gate)
    : IdentityUserContext<Account, Guid>(options)
{
    readonly List<Func<Task>> afterCommit = [];
    readonly HashSet<NodeSignal> signals = [];

    public abstract bool IsPostgres { get; }
    public TimeProvider Clock => clock;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcMicroseconds>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        Conventions.Apply(model);
    }

    /// <summary>Tells every handler of <typeparamref name="T"/>, once this unit of work has committed.</summary>
    public void Publish<T>(T message) where T : notnull => Enqueue(message, clock.Now(), key: null);

    /// <summary>
    /// Tells the handlers at <paramref name="due"/>; a second schedule under one key is the same schedule.
    /// </summary>
    public void Schedule<T>(T message, DateTime due, string? key = null) where T : notnull =>
        Enqueue(message, due, key);

    void Enqueue<T>(T message, DateTime due, string? key) where T : notnull
    {
        foreach (var subscription in subscriptions.To(typeof(T)))
            Add(Job.For(subscription, message, due, clock.Now(), key is null ? null : $"{key}:{subscription.Name}"));
    }

    /// <summary>Forgets what was scheduled under this key and has not started.</summary>
    public Task Unschedule(string key, CancellationToken ct) =>
        Set<Job>().Where(j => j.UniqueKey != null && j.UniqueKey.StartsWith(key + ":")).ExecuteDeleteAsync(ct);

    public void AfterCommit(Func<Task> act) => afterCommit.Add(act);

    /// <summary>
    /// Says a word to every node, this one too, once this unit of work has committed (<see cref="NodeSignal"/>). Said
    /// once however often; a node that does not hear it must find out by itself.
    /// </summary>
    public void Tell(NodeSignal signal) => signals.Add(signal);

    // What did not commit is nobody's news: the next who is given this instance begins with nothing.
    void Forget()
    {
        afterCommit.Clear();
        signals.Clear();
    }

    public override void Dispose()
    {
        Forget();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Forget();
        return base.DisposeAsync();
    }

    /// <summary>Says it to the other processes on this database; SQLite has none.</summary>
    protected virtual Task TellOthers(string signal) => Task.CompletedTask;
}
