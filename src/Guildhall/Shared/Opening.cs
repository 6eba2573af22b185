namespace Guildhall.Shared;

/// <summary>
/// The first page comes first: work in the background begins when it has been answered, or after a few seconds in which
/// nobody asked.
/// </summary>
public sealed class Opening(TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    long answers;

    /// <summary>How many requests have been answered since the start.</summary>
    public long Answers => Volatile.Read(ref answers);

    public void Answered()
    {
        Interlocked.Increment(ref answers);
        answered.TrySetResult();
    }

    public Task Wait(CancellationToken ct) => Task.WhenAny(answered.Task, Task.Delay(Patience, clock, ct));
}
