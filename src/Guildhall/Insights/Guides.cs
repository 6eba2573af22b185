using Guildhall.Shared.Web;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Guildhall.Insights;

/// <summary>A guide as a page shows it.</summary>
/// <param name="Name">Its file and its address, without ending.</param>
/// <param name="Lead">The first paragraph, as text.</param>
/// <param name="Html">What follows the first paragraph.</param>
/// <param name="Pages">The addresses of the site it links to, each once.</param>
/// <param name="Parts">Its second-level headings with their anchors.</param>
public sealed record Guide(
    string Name, string Title, string Lead, string Html, IReadOnlyList<string> Pages,
    IReadOnlyList<(string Anchor, string Text)> Parts)
{
    /// <summary>What follows the first paragraph; a page its reader may not open keeps its name only.</summary>
    public string HtmlFor(Func<string, bool> mayOpen) => Pages.Where(page => !mayOpen(page)).Aggregate(Html, Unlinked);

    static string Unlinked(string html, string page) =>
        html.Replace($"<a href=\"{page}\">{page}</a>", $"<code>{page}</code>", StringComparison.Ordinal);
}

/// <summary>The guides of <c>docs/users</c>, carried in the assembly, in each language of the site.</summary>
public static class Guides
{
    /// <summary>In the order in which a newcomer needs them.</summary>
    public static readonly string[] Names = ["clients", "freelancers", "search", "matching", "score"];

    /// <summary>The match that the guides work through, as its two people may download it.</summary>
    public const string Example = "example-match.json";

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub).DisableHtml().Build();

    static readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string), Guide?> Read = new();

    /// <summary>Null when there is no such guide.</summary>
    public static Guide? Find(string language, string name) =>
        Names.Contains(name) ? Load(language, name) : null;

    /// <summary>The codes of refusals, for programs; in English only.</summary>
    public static Guide Errors => Load("api", "errors")!;

    public static void Map(Routes routes) =>
        routes.Site.Get($"/help/{Example}", Who.Anyone, Rate.Read, DataClass.Public,
            () => Results.Stream(Open(Example)!, "application/json", Example));

    static Stream? Open(string file) => typeof(Guides).Assembly.GetManifestResourceStream($"guides/{file}");

    static Guide? Load(string folder, string name) => Read.GetOrAdd((folder, name), static key =>
    {
        using var stream = Open($"{key.Item1}/{key.Item2}.md");
        return stream is null ? null : Parse(key.Item2, new StreamReader(stream).ReadToEnd());
    });

    /// <summary>A file of Markdown that begins with a first-level heading and a paragraph.</summary>
    public static Guide Parse(string name, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var (title, lead) = (Words((LeafBlock)document[0]), Words((LeafBlock)document[1]));
        document.RemoveAt(1);
        document.RemoveAt(0);
        var pages = document.Descendants<CodeInline>().Where(c => IsPage(c.Content)).ToArray();
        foreach (var code in pages)
        {
            var link = new LinkInline(code.Content, "");
            code.ReplaceBy(link);
            link.AppendChild(new LiteralInline(code.Content));
        }
        foreach (var link in document.Descendants<LinkInline>())
            if (link.Url is { } url && url.EndsWith(".md", StringComparison.Ordinal) && !url.Contains('/'))
                link.Url = $"/help/{url[..^3]}";
            else if (link.Url == $"../{Example}") link.Url = $"/help/{Example}";
        var parts = document.OfType<HeadingBlock>().Where(h => h.Level == 2)
            .Select(h => (h.GetAttributes().Id ?? "", Words(h))).ToArray();
        return new(name, title, lead, document.ToHtml(Pipeline),
            [.. pages.Select(p => p.Content).Distinct()], parts);
    }

    // In the files an address of the site is code, so that it is no broken link where the site is not.
    static bool IsPage(string code) =>
        code.Length > 1 && code[0] == '/' && code.All(c => char.IsAsciiLetterLower(c) || c is '/' or '-');

    static string Words(LeafBlock block) => string.Concat(block.Inline!.Descendants().Select(i => i switch
    {
        LiteralInline text => text.Content.ToString(), CodeInline code => code.Content, LineBreakInline => " ", _ => "",
    }));
}
