using Guildhall.Accounts.Public;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;
using Guildhall.Talent.Clients;
using Guildhall.Talent.Files;
using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;
using Guildhall.Talent.Taxonomy;

namespace Guildhall.Talent;

/// <summary>The module's table of contents.</summary>
static class TalentModule
{
    public static void AddTalent(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Skills>().AddHostedService<WatchTaxonomy>();
        services.AddScoped<ImportTaxonomy>().AddScoped<ReadTaxonomy>().AddScoped<EditTaxonomy>();
        services.AddScoped<SkillDemand>();
        services.AddScoped<ChangeProfile>().AddScoped<ReadProfile>().AddScoped<ShowWork>().AddScoped<ChangePhoto>();
        services.AddScoped<EditCompany>().AddScoped<ReadClient>().AddScoped<Companies>();
        services.AddScoped<Freelancers>().AddScoped<CountTalent>()
            .AddScoped<FavouriteList>();
        services.AddHandler<AccountSuspended, TellStanding>();
        services.AddHandler<AccountReinstated, TellStanding>();
    }

    public static void MapTalent(this Routes routes)
    {
        TaxonomyApi.Map(routes);
        ProfileApi.Map(routes);
        ShowWork.Map(routes);
        ChangePhoto.Map(routes);
        EditCompany.Map(routes);
        ReadClient.Map(routes);
        ServePublicFile.Map(routes);
    }
}
