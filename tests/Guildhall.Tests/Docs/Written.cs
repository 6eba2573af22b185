using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Docs;

/// <summary>A file of the documentation that is made from the code, and never out of step with it.</summary>
static class Written
{
    /// <summary>Writes it when <c>make docs</c> asks for it; then it must be what the code says.</summary>
    public static void Is(string path, string now)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("GUILDHALL_WRITE_DOCS") is { Length: > 0 }) File.WriteAllText(file, now);
        Assert.True(File.Exists(file) && File.ReadAllText(file) == now,
            $"{path} is not what the code says. Run `make docs` and look at the difference.");
    }
}
