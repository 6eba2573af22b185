using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Guildhall.Accounts;
using Guildhall.Matching;
using Guildhall.Payments;
using Guildhall.Shared;
using Xunit;

namespace Guildhall.Tests.Docs;

/// <summary>docs/operating/settings.md is written from the settings records and their comments.</summary>
public partial class SettingsTests
{
    static readonly (string Heading, string Prefix, Type Record)[] Records =
    [
        ("The site", "GUILDHALL", typeof(Settings)), ("Mail", "GUILDHALL__MAIL", typeof(MailSettings)),
        ("Fees", "GUILDHALL__FEES", typeof(FeesOptions)), ("Payments", "GUILDHALL__PAYMENTS", typeof(PaymentsOptions)),
        ("Matching", "GUILDHALL__MATCHING", typeof(MatchingOptions)),
    ];

    static readonly Dictionary<string, string> Comments =
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "guildhall.xml")).Descendants("member").ToDictionary(
            m => m.Attribute("name")!.Value, m => m.Element("summary") is { } summary ? Text(summary) : "");

    [Fact]
    public void The_reference_lists_every_setting_with_its_meaning_and_default() =>
        Written.Is("docs/operating/settings.md", Reference());

    [Fact]
    public void Every_setting_says_what_it_means() => Assert.All(
        from r in Records from p in Properties(r.Record) select p,
        p => Assert.True(Meaning(p).Length > 10, $"{p.DeclaringType!.Name}.{p.Name} has no <summary>"));

    static string Reference()
    {
        var text = new StringBuilder("""
            # Settings

            Every setting of the site, written from the code by `make docs`. Set them as environment variables, in
            `appsettings.json` under `Guildhall`, or as `--Guildhall:Data=/srv/guildhall`. Without any the site runs. A
            name the site does not know stops it at the start, so that a typing error does not pass in silence.

            """.ReplaceLineEndings("\n"));
        foreach (var (heading, prefix, record) in Records)
        {
            text.Append($"\n## {heading}\n\n| variable | meaning | default |\n|---|---|---|\n");
            var defaults = Activator.CreateInstance(record);
            foreach (var p in Properties(record))
                text.Append($"| `{prefix}__{p.Name.ToUpperInvariant()}` | {Meaning(p)} | {Default(p, defaults)} |\n");
        }
        return text.Append("""

            ## Beside them

            | variable | meaning | default |
            |---|---|---|
            | `GUILDHALL__RATESCALE` | Multiplies every limit of calls per minute: for load tests. | `1` |
            | `ASPNETCORE_ENVIRONMENT` | `Development` seeds the demo and shows everyone `/outbox`. | `Production` |
            | `ASPNETCORE_URLS`, or `--urls` | Where the site listens. | `http://localhost:5000` |
            | `ASPNETCORE_FORWARDEDHEADERS_ENABLED` | `true` behind a proxy: address and https come from it. | `false` |

            """.ReplaceLineEndings("\n")).ToString();
    }

    static IEnumerable<PropertyInfo> Properties(Type record) =>
        record.GetProperties().Where(p => p.CanWrite && p.DeclaringType == record);

    static string Meaning(PropertyInfo p) =>
        Comments.GetValueOrDefault($"P:{p.DeclaringType!.FullName}.{p.Name}", "");

    static string Default(PropertyInfo p, object? defaults) => p.Name == nameof(Settings.Node) ? "machine:process"
        : p.Name == nameof(Settings.Demo) ? "`true` in development" : p.GetValue(defaults) switch
        {
            null => "none", bool yes => yes ? "`true`" : "`false`", var value => $"`{value}`",
        };

    static string Text(XElement summary) => Spaces().Replace(string.Concat(summary.Nodes().Select(n => n switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { HasAttributes: true } see => see.FirstAttribute!.Value.Split('.')[^1],
        _ => ((n as XText)?.Value ?? "").Replace("|", "\\|"),
    })), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
