namespace Guildhall.Shared.Ui;

/// <summary>A place in the account's menu that only some sites have; registered by the module that owns it.</summary>
/// <param name="Capacity">Whose menu: client or freelancer.</param>
/// <param name="IsOpen">Whether this site has it.</param>
public sealed record MenuPlace(
    string Href, string Icon, string Words, string Capacity, Func<IServiceProvider, bool> IsOpen);
