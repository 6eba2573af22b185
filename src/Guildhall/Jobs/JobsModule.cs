using Guildhall.Contracts.Public;
using Guildhall.Jobs.Pages;
using Guildhall.Jobs.Public;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Jobs;

/// <summary>The module's table of contents.</summary>
static class JobsModule
{
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<JobBoard>();
        services.AddScoped<StartJob>().AddScoped<SaveBrief>().AddScoped<PublishJob>().AddScoped<MoveJob>();
        services.AddScoped<ModerateJob>().AddScoped<FindJobs>();
        services.AddScoped<CreateJob>().AddScoped<ReadJobs>().AddScoped<JobFiles>();
        services.AddScoped<WizardPage>().AddScoped<ReadJobPage>().AddSingleton<SuggestSkills>();
        services.AddHandler<JobSilenceDue, WatchSilence>(Queues.Deadlines);
        services.AddHandler<JobDeadlineDue, WatchDeadline>(Queues.Deadlines);
        services.AddHandler<ContractActivated, FollowContract>();
        services.AddHandler<ContractCompleted, FollowContract>();
        services.AddHandler<ContractClosed, FollowContract>();
        services.AddHandler<ContractDeclined, FollowContract>();
        services.AddHandler<ContractExpired, FollowContract>();
        services.AddHandler<SkillsMerged, FollowMergedSkills>();
        services.AddRecurring<CountDemand>(TimeSpan.FromHours(1));
    }

    public static void MapJobs(this Routes routes)
    {
        CreateJob.Map(routes);
        CreateGig.Map(routes);
        ReadJobs.Map(routes);
        UpdateJob.Map(routes);
        PublishJob.Map(routes);
        MoveJob.Map(routes);
        ModerateJob.Map(routes);
        FindJobs.Map(routes);
        JobFiles.Map(routes);
        SuggestSkills.Map(routes);
    }
}
