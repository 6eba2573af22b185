using Guildhall.Contracts.Public;
using Guildhall.Hiring.Inviting;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Guildhall.Shared.Web;

namespace Guildhall.Hiring;

/// <summary>The module's table of contents.</summary>
static class HiringModule
{
    public static void AddHiring(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Proposals>().AddScoped<ProposalScores>().AddScoped<ReadProposals>()
            .AddScoped<ProposalFiles>();
        services.AddScoped<SubmitProposal>().AddScoped<ChangeProposal>().AddScoped<WithdrawProposal>();
        services.AddScoped<OpenProposal>().AddScoped<ShortlistProposal>().AddScoped<DeclineProposal>();
        services.AddScoped<HireFreelancer>().AddScoped<ContractWording>();
        services.AddScoped<Invitations>().AddScoped<InvitationBook>().AddScoped<ReadInvitations>();
        services.AddScoped<InviteFreelancer>().AddScoped<AcceptInvitation>().AddScoped<DeclineInvitation>()
            .AddScoped<WithdrawInvitation>();
        services.AddHandler<InvitationDue, FollowInvitations>(Queues.Deadlines);
        services.AddHandler<ProposalAccepted, FollowInvitations>();
        services.AddHandler<JobClosed, FollowInvitations>();
        services.AddHandler<ProposalAccepted, FollowJob>();
        services.AddHandler<JobClosed, FollowJob>();
        services.AddHandler<ContractDeclined, FollowJob>();
        services.AddHandler<ContractExpired, FollowJob>();
        services.AddHandler<ProposalsMoved, LiveProposals>();
        services.AddSingleton(new TopicRule(LiveProposals.JobTopic, LiveProposals.MayFollowJob));
        services.AddSingleton(new TopicRule(LiveProposals.Topic, LiveProposals.MayFollow));
    }

    public static void MapHiring(this Routes routes)
    {
        SubmitProposal.Map(routes);
        ChangeProposal.Map(routes);
        WithdrawProposal.Map(routes);
        ShortlistProposal.Map(routes);
        DeclineProposal.Map(routes);
        HireFreelancer.Map(routes);
        ProposalFiles.Map(routes);
        ReadProposals.Map(routes);
        InviteFreelancer.Map(routes);
        ReadInvitations.Map(routes);
        DeclineInvitation.Map(routes);
        WithdrawInvitation.Map(routes);
    }
}
