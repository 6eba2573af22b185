namespace Guildhall.Tests.Support;

/// <summary>The checkout the tests run from.</summary>
static class Repository
{
    public static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    static readonly string[] Kinds = [".cs", ".razor", ".ts"];
    static readonly string[] Generated =
        ["/obj/", "/bin/", "/node_modules/", "/Migrations/", "/wwwroot/", "TidyTests.cs"];

    /// <summary>Our own source files below a folder, with the path relative to the root.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] below) =>
        from folder in below.Length > 0 ? below : ["src", "tests", "bench"]
        let start = Path.Combine(Root, folder)
        where Directory.Exists(start)
        from file in Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories)
        where Kinds.Contains(Path.GetExtension(file)) && !Generated.Any(g => file.Replace('\\', '/').Contains(g))
        select (Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file));

    static string Find(DirectoryInfo from) => File.Exists(Path.Combine(from.FullName, "Guildhall.slnx"))
        ? from.FullName
        : Find(from.Parent ?? throw new InvalidOperationException("The tests run inside the checkout."));
}
