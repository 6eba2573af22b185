using Guildhall.Contracts.Public;
using Guildhall.Shared.Jobs;

namespace Guildhall.Notifications.News;

sealed class MilestoneNews(Teller teller) :
    IHandle<MilestoneFunded>, IHandle<MilestoneFundingFailed>, IHandle<MilestoneStarted>, IHandle<MilestoneSubmitted>,
    IHandle<MilestoneChangesRequested>, IHandle<MilestoneReminder>, IHandle<MilestoneApproved>,
        IHandle<MilestoneReleased>
{
    public Task Handle(MilestoneFunded m, CancellationToken ct) => Freelancer(m,
        $"{m.Amount} is held for “{m.MilestoneTitle}”. You can start.", ct, byMail: true);

    public Task Handle(MilestoneFundingFailed m, CancellationToken ct) => Client(m,
        $"The payment for “{m.MilestoneTitle}” did not go through. Nothing was charged.", ct, byMail: true);

    public Task Handle(MilestoneStarted m, CancellationToken ct) =>
        Client(m, $"Work on “{m.MilestoneTitle}” has begun.", ct);

    public Task Handle(MilestoneSubmitted m, CancellationToken ct) => Client(m,
        $"“{m.MilestoneTitle}” was handed in. Answer by {m.ReviewDueAt:d MMMM yyyy}; after that it counts as approved.",
            ct, byMail: true);

    public Task Handle(MilestoneChangesRequested m, CancellationToken ct) => Freelancer(m,
        $"The client asks for changes to “{m.MilestoneTitle}”.", ct, byMail: true);

    public Task Handle(MilestoneReminder m, CancellationToken ct) => Client(m,
        $"“{m.MilestoneTitle}” waits for your answer. In {m.DaysLeft} days it counts as approved.", ct, byMail: true);

    public async Task Handle(MilestoneApproved m, CancellationToken ct)
    {
        if (!m.Automatically)
        {
            await Freelancer(m, $"“{m.MilestoneTitle}” was approved.", ct);
            return;
        }
        await Freelancer(m, $"“{m.MilestoneTitle}” counts as approved: the time to answer has passed.", ct);
        await Client(m, $"“{m.MilestoneTitle}” counts as approved: the time to answer has passed.", ct);
    }

    public Task Handle(MilestoneReleased m, CancellationToken ct) => teller.Tell(m.FreelancerId, Topic.Money,
        $"{m.Net} for “{m.MilestoneTitle}” was released to you.", "/money", ct, byMail: true);

    Task Client(MilestoneEvent m, FormattableString words, CancellationToken ct, bool byMail = false) =>
        teller.Tell(m.ClientId, Topic.Milestones, words, $"/contracts/{m.ContractId}", ct, byMail);

    Task Freelancer(MilestoneEvent m, FormattableString words, CancellationToken ct, bool byMail = false) =>
        teller.Tell(m.FreelancerId, Topic.Milestones, words, $"/contracts/{m.ContractId}", ct, byMail);
}
