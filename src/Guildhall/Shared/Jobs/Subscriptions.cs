using Guildhall.Shared.Data;

namespace Guildhall.Shared.Jobs;

/// <summary>
/// Reacts to a message inside the transaction that marks it done: database effects happen exactly once.
/// </summary>
public interface IHandle<in T>
{
    Task Handle(T message, CancellationToken ct);
}

/// <summary>Work that reaches outside (mail, HTTP): at least once, with the job's id as the idempotency key.</summary>
public interface IDeliver<in T>
{
    Task Deliver(T message, Guid jobId, CancellationToken ct);
}

/// <summary>Work that comes back by itself.</summary>
public interface IRecur
{
    Task Run(CancellationToken ct);
}

public static class Queues
{
    /// <summary>Deadlines and money: never behind anything else.</summary>
    public const string Deadlines = "deadlines";
    /// <summary>What makes a change found: quick, and not behind anything slow.</summary>
    public const string Index = "index";
    public const string Default = "default";
    public const string Mail = "mail";
    public static readonly string[] All = [Deadlines, Index, Default, Mail];
}

/// <summary>Who reacts to which message; <c>Name</c> is stored and must stay when classes are renamed.</summary>
public sealed record Subscription(string Name, string Queue, Type Message, Type Handler, TimeSpan? Every = null)
{
    readonly Calls calls = (Calls)Activator.CreateInstance(typeof(Calls<>).MakeGenericType(Message))!;

    /// <summary>The database effects, for a handler that has some.</summary>
    public Task Handle(object handler, object message, CancellationToken ct) => calls.Handle(handler, message, ct);

    /// <summary>The work outside, for a handler that has some.</summary>
    public Task Deliver(object handler, object message, Guid jobId, CancellationToken ct) =>
        calls.Deliver(handler, message, jobId, ct);

    abstract class Calls
    {
        public abstract Task Handle(object handler, object message, CancellationToken ct);
        public abstract Task Deliver(object handler, object message, Guid jobId, CancellationToken ct);
    }

    sealed class Calls<T> : Calls
    {
        public override Task Handle(object handler, object message, CancellationToken ct) =>
            handler is IHandle<T> handles ? handles.Handle((T)message, ct) : Task.CompletedTask;

        public override Task Deliver(object handler, object message, Guid jobId, CancellationToken ct) =>
            handler is IDeliver<T> delivers ? delivers.Deliver((T)message, jobId, ct) : Task.CompletedTask;
    }
}

public sealed class Subscriptions(IEnumerable<Subscription> all)
{
    readonly Dictionary<string, Subscription> byName = all.ToDictionary(s => s.Name);
    readonly ILookup<Type, Subscription> byMessage = all.Where(s => s.Every is null).ToLookup(s => s.Message);
    readonly SemaphoreSlim wake = new(0);
    NodeSignal? signal;

    public IEnumerable<Subscription> To(Type message) => byMessage[message];
    public Subscription? Named(string name) => byName.GetValueOrDefault(name);
    public IEnumerable<Subscription> Recurring => byName.Values.Where(s => s.Every is not null);

    /// <summary>There is work, on whichever node.</summary>
    public NodeSignal Signal => signal ??= new("jobs", Wake);

    void Wake()
    {
        if (wake.CurrentCount < Queues.All.Length) wake.Release(Queues.All.Length);
    }

    public Task Sleep(TimeSpan atMost, CancellationToken ct) => wake.WaitAsync(atMost, ct);
}

public static class JobRegistration
{
    public static IServiceCollection AddHandler<TMessage, THandler>(
        this IServiceCollection services, string queue = Queues.Default) where THandler : class =>
        services.AddScoped<THandler>().AddSingleton(new Subscription(
            $"{Module(typeof(THandler))}.{typeof(THandler).Name}.{typeof(TMessage).Name}",
            queue, typeof(TMessage), typeof(THandler)));

    public static IServiceCollection AddRecurring<THandler>(this IServiceCollection services, TimeSpan every)
        where THandler : class, IRecur =>
        services.AddScoped<THandler>().AddSingleton(new Subscription(
            $"{Module(typeof(THandler))}.{typeof(THandler).Name}", Queues.Deadlines, typeof(object), typeof(THandler),
                every));

    static string Module(Type type) => type.Namespace!.Split('.')[1];
}
