using Guildhall.Matching.SavedSearches;
using Guildhall.Shared.Ui;

namespace Guildhall.Matching.Pages;

/// <summary>The choices of a saved search in words.</summary>
static class SearchWording
{
    public static string Of(Words l, AlertChoice alerts) => alerts switch
    {
        AlertChoice.Immediately => l["Told at once"],
        AlertChoice.Daily => l["Told once a day"],
        _ => l["Not told"],
    };

    public static (string Value, string Words)[] Choices(Words l) =>
        [.. Enum.GetValues<AlertChoice>().Reverse().Select(a => (a.ToString(), Of(l, a)))];
}
