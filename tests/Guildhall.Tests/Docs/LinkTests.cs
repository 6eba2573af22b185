using System.Text.RegularExpressions;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Docs;

public partial class LinkTests
{
    static readonly string[] Elsewhere = ["/node_modules/", "/bin/", "/obj/", "/publish/", "/.git/"];

    [Fact]
    public void Every_relative_link_in_a_Markdown_file_leads_somewhere()
    {
        var broken = from file in Files()
                     from link in Links(File.ReadAllText(file))
                     where !Resolves(file, link)
                     select $"{Path.GetRelativePath(Repository.Root, file)}: {link}";
        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("see [there](no-such-file.md)", false)]
    [InlineData("see [there](README.md)", true)]
    [InlineData("see [there](README.md#no-such-heading)", false)]
    [InlineData("![picture](docs/images/none.png)", false)]
    public void A_planted_broken_link_is_found(string text, bool resolves) =>
        Assert.Equal(resolves, Resolves(Path.Combine(Repository.Root, "X.md"), Assert.Single(Links(text))));

    static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Where(f => !Elsewhere.Any(f.Replace('\\', '/').Contains));

    static IEnumerable<string> Links(string markdown) =>
        Link().Matches(Code().Replace(markdown, "")).Select(m => m.Groups[1].Value)
            .Where(l => !l.Contains("://") && !l.StartsWith("mailto:", StringComparison.Ordinal));

    static bool Resolves(string file, string link)
    {
        var (path, anchor) = link.Split('#', 2) is [var p, var a] ? (p, a) : (link, null);
        var target = path.Length == 0 ? file
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(path)));
        if (!File.Exists(target)) return anchor is null && Directory.Exists(target);
        return anchor is null || Headings(File.ReadAllText(target)).Contains(anchor);
    }

    // As GitHub names them.
    static IEnumerable<string> Headings(string markdown) => Heading().Matches(markdown).Select(m =>
        NotInAnchors().Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"!?\[[^\]]*\]\(([^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#{1,6}\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
