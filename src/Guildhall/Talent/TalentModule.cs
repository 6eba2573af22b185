using Guildhall.Shared.Web;
using Guildhall.Talent.Public;
using Guildhall.Talent.Taxonomy;

namespace Guildhall.Talent;

/// <summary>The module's table of contents.</summary>
static class TalentModule
{
    public static void AddTalent(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Skills>().AddHostedService<WatchTaxonomy>();
        services.AddScoped<ImportTaxonomy>().AddScoped<ReadTaxonomy>().AddScoped<SkillDemand>();
        services.AddScoped<Freelancers>();
    }

    public static void MapTalent(this Routes routes)
    {
    }
}
