using System.Text;
using System.Text.RegularExpressions;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Docs;

/// <summary>docs/api/errors.md is written from the refusals in the code.</summary>
public partial class ErrorCodeTests(Site site) : SiteTest(site)
{
    [Fact]
    public void The_table_lists_every_code_with_the_words_that_come_with_it()
    {
        var text = new StringBuilder("""
            # Errors

            A refused call answers with `application/problem+json` (RFC 9457). Read `code`; `detail` is for people.

            The `type` of a problem leads here. `detail` is in the language of `Accept-Language`. `field` names the
            input to correct, `errors` every field that needs another look. With 429, and wherever waiting helps,
            `Retry-After` says for how many seconds.

            | status | when |
            |---|---|
            | 400 | the request cannot be read: wrong JSON, wrong type, an unknown member |
            | 401 | no valid token or session |
            | 403 | your account may not do this |
            | 404 | not there, or not yours: both answer alike |
            | 409 | a rule says no; the words say which, and what to do |
            | 405 | this address does not answer that method |
            | 413, 414, 415 | body too large; address too long; not JSON |
            | 422 | fields to correct |
            | 429 | too many calls; wait |
            | 500 | a fault on our side; nothing was done by halves |

            ## Codes

            Several refusals share a code when a program would do the same about them; one of them stands here.
            `{}` is a value.

            | code | for example |
            |---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (code, words) in Codes()) text.Append($"| `{code}` | {words} |\n");
        Written.Is("docs/api/errors.md", text.ToString());
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_the_list()
    {
        var problem = await Site.Anonymous().Get("/api/v1/jobs/mine", System.Net.HttpStatusCode.Unauthorized);

        var page = await Site.Anonymous().Open(new Uri((string)problem["type"]!).PathAndQuery);

        Assert.Contains((string)problem["code"]!, page.Text());
    }

    static IEnumerable<(string Code, string Words)> Codes() =>
        from source in Repository.Sources("src/Guildhall")
        from Match m in Refusals().Matches(source.Text)
        where m.Groups[1].Value.Contains("$\"")
        let words = Values().Replace(Joints().Replace(m.Groups[1].Value, "").Trim(), "{}")
        group words by m.Groups[2].Value into code
        orderby code.Key
        select (code.Key, code.Order(StringComparer.Ordinal).First()[2..^1].Replace("|", "\\|"));

    [GeneratedRegex(@"new(?: Refused)?\s*\(\s*((?:\$?""(?:[^""\\]|\\.)*""\s*\+?\s*)+),\s*""([a-z][a-z0-9_]*)""")]
    private static partial Regex Refusals();

    [GeneratedRegex(@"""\s*\+\s*\$?""")]
    private static partial Regex Joints();

    [GeneratedRegex(@"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")]
    private static partial Regex Values();
}
