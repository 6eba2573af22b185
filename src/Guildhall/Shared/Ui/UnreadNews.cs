namespace Guildhall.Shared.Ui;

/// <summary>How many notices somebody has not read; registered by the module that keeps them.</summary>
/// <param name="Count">Asked once per page of somebody signed in.</param>
public sealed record UnreadNews(Func<IServiceProvider, Guid, CancellationToken, Task<int>> Count);
