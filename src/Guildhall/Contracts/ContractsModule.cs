using Guildhall.Contracts.Public;
using Guildhall.Payments.Public;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The module's table of contents.</summary>
static class ContractsModule
{
    public static void AddContracts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ContractDrafts>().AddScoped<ContractBoard>().AddScoped<ReadContract>();
        services.AddScoped<EditContract>().AddScoped<ProposeContract>().AddScoped<SignContract>();
        services.AddScoped<SendBackContract>().AddScoped<DeclineContract>().AddScoped<VerifyDocument>();
        services.AddScoped<FundMilestone>().AddScoped<StartMilestone>().AddScoped<SubmitMilestone>();
        services.AddScoped<RequestChanges>().AddScoped<ApproveMilestone>().AddSingleton<SignatureStatement>();
        services.AddHandler<PaymentCaptured, MilestonePayments>(Queues.Deadlines)
            .AddHandler<PaymentFailed, MilestonePayments>()
            .AddHandler<PaymentExpired, MilestonePayments>()
            .AddHandler<EarningsCleared, ReviewTimers>()
            .AddHandler<SignatureDue, SignatureTimers>(Queues.Deadlines)
            .AddHandler<ReviewReminder, ReviewTimers>(Queues.Deadlines)
            .AddHandler<ReviewOver, ApproveMilestone>(Queues.Deadlines)
            .AddHandler<ReviewsOver, ReviewTimers>(Queues.Deadlines)
            .AddHandler<ContractMoved, LiveContracts>();
        services.AddSingleton(new TopicRule(LiveContracts.Topic, LiveContracts.MayFollow));
    }

    public static void MapContracts(this Routes routes)
    {
        ReadContract.Map(routes);
        EditContract.Map(routes);
        ProposeContract.Map(routes);
        SignContract.Map(routes);
        SendBackContract.Map(routes);
        DeclineContract.Map(routes);
        FundMilestone.Map(routes);
        StartMilestone.Map(routes);
        SubmitMilestone.Map(routes);
        RequestChanges.Map(routes);
        ApproveMilestone.Map(routes);
        VerifyDocument.Map(routes);
        ContractDownloads.Map(routes);
    }
}
