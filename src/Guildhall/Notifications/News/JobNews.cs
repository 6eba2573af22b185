using Guildhall.Jobs.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

sealed class JobNews(Teller teller) :
    IHandle<JobPublished>, IHandle<JobExpiring>, IHandle<JobReturnedToSelection>, IHandle<JobClosed>
{
    public Task Handle(JobPublished j, CancellationToken ct) =>
        Tell(j.ClientId, j.JobId, $"“{j.Title}” is published. See who fits.", ct);

    public Task Handle(JobExpiring j, CancellationToken ct) =>
        Tell(j.ClientId, j.JobId, $"“{j.Title}” ends in {j.DaysLeft} days unless you choose someone or extend it.", ct,
            byMail: true);

    public Task Handle(JobReturnedToSelection j, CancellationToken ct) =>
        Tell(j.ClientId, j.JobId, $"The contract for “{j.Title}” came to nothing. You can choose again.", ct,
            byMail: true);

    public Task Handle(JobClosed j, CancellationToken ct) => j.Reason switch
    {
        JobEnding.Expired => Tell(j.ClientId, j.JobId, $"“{j.Title}” ran out of time and is closed.", ct),
        JobEnding.Removed =>
            Tell(j.ClientId, j.JobId, $"“{j.Title}” was removed by the site: {j.Words}", ct, byMail: true),
        _ => Task.CompletedTask,
    };

    Task Tell(Guid person, Guid job, FormattableString words, CancellationToken ct, bool byMail = false) =>
        teller.Tell(person, Topic.Jobs, words, $"/jobs/{job}", ct, byMail);
}
