using Guildhall.Accounts.Public;
using Guildhall.Reputation.Public;
using Guildhall.Shared.Jobs;
using Guildhall.Talent.Public;

namespace Guildhall.Notifications.News;

/// <summary>Reviews, the profile and the account itself. Accounts sends its own mail.</summary>
sealed class PersonNews(Teller teller) :
    IHandle<ReviewSubmitted>, IHandle<ReviewPublished>, IHandle<ProfilePublished>, IHandle<AccountRegistered>,
    IHandle<PasswordChanged>, IHandle<CapacityAdded>, IHandle<AccountSuspended>, IHandle<AccountReinstated>
{
    public Task Handle(ReviewSubmitted r, CancellationToken ct) => teller.Tell(r.RevieweeId, Topic.Reviews,
        $"“{r.Title}”: the other side has written a review. Write yours to see it.",
        $"/contracts/{r.ContractId}/review", ct, byMail: true);

    public Task Handle(ReviewPublished r, CancellationToken ct) => teller.Tell(r.RevieweeId, Topic.Reviews,
        $"Your review for “{r.Title}” is public: {r.Rating} of 5.", $"/reviews/{r.ReviewId}/reply", ct);

    public Task Handle(ProfilePublished p, CancellationToken ct) => teller.Tell(p.AccountId, Topic.Account,
        $"Your profile is public. Clients can find you now.", $"/freelancers/{p.AccountId}", ct);

    public Task Handle(AccountRegistered a, CancellationToken ct) =>
        teller.Tell(a.AccountId, Topic.Account, a.IsFreelancer
        ? (FormattableString)$"Welcome. Your profile is the first thing clients see of you."
        : $"Welcome. Describe the work, and see who fits.", a.IsFreelancer ? "/profile/edit" : "/jobs/new", ct);

    public Task Handle(PasswordChanged a, CancellationToken ct) =>
        Own(a.AccountId, $"Your password was changed. If that was not you, reset it at once.", ct);

    public Task Handle(CapacityAdded a, CancellationToken ct) => Own(a.AccountId, a.Capacity == "client"
        ? (FormattableString)$"Your account can hire now." : $"Your account can work now.", ct);

    public Task Handle(AccountSuspended a, CancellationToken ct) =>
        Own(a.AccountId,
            $"Your account is suspended under the rule: {a.Rule}. You can object until {a.AppealUntil:d MMMM yyyy}.",
            ct);

    public Task Handle(AccountReinstated a, CancellationToken ct) =>
        Own(a.AccountId, $"The suspension of your account was lifted.", ct);

    Task Own(Guid account, FormattableString words, CancellationToken ct) =>
        teller.Tell(account, Topic.Account, words, "/settings", ct);
}
