namespace Guildhall.Shared;

/// <summary>
/// The first page comes first: work in the background begins when it has been answered, or after a few seconds in which
/// nobody asked.
/// </summary>
public sealed class Opening(TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answered() => answered.TrySetResult();

    public Task Wait(CancellationToken ct) => Task.WhenAny(answered.Task, Task.Delay(Patience, clock, ct));
}
