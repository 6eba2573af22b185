using Guildhall.Demo.Data;

namespace Guildhall.Demo.Crowds;

/// <summary>What the large demo is made of; <c>about</c> in the file is its grammar.</summary>
sealed record Phrases(
    Dictionary<string, Region> Regions, Dictionary<string, string[]> NativeLanguages,
    Dictionary<string, string[]> Slots, Dictionary<string, Archetype> Archetypes,
    string[] CompanyWord, string[] JobContext, string[] JobConstraint, string[] JobClosing)
{
    public static Phrases Read() => DemoFiles.Read<Phrases>("phrases.json");
}

sealed record Region(string[] CountryCodes, string[] Given, string[] Family);

/// <param name="Share">Percent of all people and jobs.</param>
/// <param name="HourlyRateMinor">Lowest and highest rate per hour.</param>
sealed record Archetype(
    int Share, string Category, long[] HourlyRateMinor, string[] SkillsCore, string[] SkillsExtra, string[] Roles,
    string[] Headlines, string[] Opening, string[] Method, string[] Proof, PortfolioData[] Portfolio,
    string[] JobTitles, string[] JobNeeds);
