using System.Diagnostics;

namespace Guildhall.Tests.Support;

/// <summary>The program as a process of its own.</summary>
static class Binary
{
    /// <summary>The published one where scripts/test has made it, which starts in a fraction of the time.</summary>
    public static ProcessStartInfo With(TestDatabase database, params string[] arguments)
    {
        var start = Environment.GetEnvironmentVariable("GUILDHALL_PUBLISHED") is { Length: > 0 } published
            ? new ProcessStartInfo(Path.Combine(published, "guildhall"), arguments)
            : new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]);
        start.Environment["GUILDHALL__DATA"] = database.Folder;
        start.Environment["GUILDHALL__DB"] = database.Connection;
        return start;
    }
}
