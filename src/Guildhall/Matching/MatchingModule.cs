using Guildhall.Accounts.Public;
using Guildhall.Contracts.Public;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Matching.Favourites;
using Guildhall.Matching.Placements;
using Guildhall.Matching.Public;
using Guildhall.Matching.SavedSearches;
using Guildhall.Reputation.Public;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>The module's table of contents.</summary>
static class MatchingModule
{
    public static void AddMatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(s => s.GetRequiredService<MarketIndex>().Signal);
        services.AddSingleton<MarketSnapshot>();
        services.AddSingleton<MarketIndex>().AddSingleton<ShadowCheck>().AddHostedService<WatchMarket>();
        services.AddScoped<ReadMarket>().AddScoped<WeightsBook>().AddScoped<GraphBook>().AddScoped<Matcher>();
        services.AddScoped<ReadShown>().AddScoped<PreviewMatches>();
        services.AddScoped<StoreMatches>().AddScoped<ExportMatch>().AddSingleton<MatchSignature>();
        services.AddScoped<ReadMatches>().AddScoped<MatchApi>().AddSingleton<MatchWords>();
        services.AddSingleton<AskedInWords>().AddSingleton<SearchPhrases>();
        services.AddSingleton(
            (configuration.GetSection("Guildhall:Matching").Get<MatchingOptions>() ?? new()).Checked());
        services.AddScoped<ReadFeedback>().AddScoped<GiveFeedback>().AddScoped<RecommendJobs>();
        services.AddScoped<RankingPolicies>().AddScoped<Groups>().AddScoped<ArrangeCandidates>();
        services.AddScoped<MarketParts>().AddScoped<ReadFairness>();
        services.AddScoped<CompareWeights>().AddScoped<PublishWeights>();
        services.AddSingleton<FairWords>();
        services.AddSingleton<ListLog>().AddHostedService<WriteLists>().AddSingleton<IStartupFilter, NoteOpenings>();
        services.AddHandler<WeightsBegin, PublishWeights>();
        services.AddRecurring<ForgetLists>(TimeSpan.FromHours(6));
        services.AddRecurring<LearnWeights>(TimeSpan.FromDays(1));
        services.AddScoped<TalentSearch>().AddScoped<JobSearch>().AddScoped<SearchApi>();
        services.AddScoped<RunSavedSearch>().AddScoped<SaveSearch>().AddScoped<ReadSearches>();
        services.AddHandler<FreelancerMoved, SendAlerts>();
        services.AddHandler<JobMoved, SendAlerts>();
        services.AddRecurring<SendDigests>(TimeSpan.FromHours(1));
        services.AddSingleton<PlacementOffers>().AddSingleton<RunningPlacements>();
        services.AddSingleton(s => s.GetRequiredService<RunningPlacements>().Signal);
        services.AddSingleton(new MenuPlace("/my/placement", "pin", "Featured placement", "freelancer",
            site => site.GetRequiredService<PlacementOffers>().All.Count > 0));
        services.AddScoped<BuyPlacement>().AddScoped<StopPlacement>().AddScoped<ReadPlacements>();
        services.AddScoped<FeaturedSlot>().AddHandler<PlacementRunsOut, EndPlacement>(Queues.Deadlines);
        services.AddScoped<KeepFavourite>().AddScoped<ReadFavourites>();
        services.AddScoped<SuggestSearch>();
        services.AddHandler<ProfilePublished, FollowMarket>(Queues.Index);
        services.AddHandler<ProfileChanged, FollowMarket>(Queues.Index);
        services.AddHandler<CompanyChanged, FollowMarket>(Queues.Index);
        services.AddHandler<ReputationChanged, FollowMarket>(Queues.Index);
        services.AddHandler<ContractCompleted, FollowMarket>(Queues.Index);
        services.AddHandler<JobPublished, FollowMarket>(Queues.Index);
        services.AddHandler<JobChanged, FollowMarket>(Queues.Index);
        services.AddHandler<JobClosed, FollowMarket>(Queues.Index);
        services.AddHandler<JobAwarded, FollowMarket>(Queues.Index);
        services.AddHandler<AccountSuspended, FollowMarket>(Queues.Index);
        services.AddHandler<AccountReinstated, FollowMarket>(Queues.Index);
        services.AddHandler<JobPublished, RefreshMatches>();
        services.AddHandler<JobChanged, RefreshMatches>();
        services.AddHandler<FreelancerMoved, RefreshMatches>();
        services.AddHandler<MatchesOwed, RefreshMatches>();
        services.AddHandler<ProposalSubmitted, RefreshMatches>();
        services.AddHandler<ProposalChanged, RefreshMatches>();
        services.AddRecurring<ForgetChanges>(TimeSpan.FromHours(6));
        services.AddRecurring<LearnGraph>(TimeSpan.FromDays(1));
        VerifyMatch.AddVerb(services);
    }

    public static void MapMatching(this Routes routes)
    {
        ExportMatch.Map(routes);
        MatchApi.Map(routes);
        PreviewMatches.Map(routes);
        GiveFeedback.Map(routes);
        SearchApi.Map(routes);
        KeepFavourite.Map(routes);
        ReadFavourites.Map(routes);
        SuggestSearch.Map(routes);
        BuyPlacement.Map(routes);
        StopPlacement.Map(routes);
        ReadPlacements.Map(routes);
        SaveSearch.Map(routes);
        ReadSearches.Map(routes);
    }
}
