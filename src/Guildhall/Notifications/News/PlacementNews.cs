using Guildhall.Matching.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

sealed class PlacementNews(Teller teller) :
    IHandle<PlacementBought>, IHandle<PlacementEnded>, IHandle<PlacementStopped>
{
    const string Page = "/my/placement";

    public Task Handle(PlacementBought p, CancellationToken ct) => Tell(p.FreelancerId,
        $"Featured until {p.EndsAt:d MMMM yyyy}: {p.Price} was paid from your available balance.", ct);

    public Task Handle(PlacementEnded p, CancellationToken ct) => Tell(p.FreelancerId,
        $"Your featured placement has ended. It does not renew by itself.", ct);

    public Task Handle(PlacementStopped p, CancellationToken ct) => Tell(p.FreelancerId,
        $"We ended your featured placement; {p.Returned} is available again: {p.Reason}", ct, byMail: true);

    Task Tell(Guid person, FormattableString words, CancellationToken ct, bool byMail = false) =>
        teller.Tell(person, Topic.Money, words, Page, ct, byMail);
}
