using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Guildhall.Browser;

/// <summary>What somebody has typed is theirs: it is not lost by leaving, by a mistake, or by news.</summary>
public class FormTests(Browsers browsers)
{
    async Task<Visitor> Marta()
    {
        var visitor = await browsers.Visitor((await browsers.Demo()).Url);
        await visitor.SignInAsDemo("client");
        return visitor;
    }

    [Fact]
    public async Task A_draft_is_kept_when_one_leaves_in_the_middle_of_a_word()
    {
        await using var marta = await Marta();
        var page = marta.Page;
        await page.GotoAsync("/jobs/new");
        await page.GetByLabel("Title").FillAsync("Repair the oven's control board");
        await Expect(page.Locator("x-autosave [data-state]")).ToHaveTextAsync(new Regex(@"^Saved at \d"));

        // By a link, at once: the page waits until the last words are kept.
        await page.GetByLabel("In your own words").FillAsync("It needs somebody who reads C and a schematic.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Finish later" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/my/jobs$"));
        await page.GoBackAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("In your own words"))
            .ToHaveValueAsync("It needs somebody who reads C and a schematic.");
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Repair the oven's control board");

        // By closing the page, at once.
        var address = page.Url;
        await Expect(page.Locator("x-autosave:defined")).ToHaveCountAsync(1);
        await page.GetByLabel("Title").FillAsync("Repair two ovens");
        await page.GotoAsync("/fees");
        await page.GotoAsync(address);
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Repair two ovens");
        Assert.Empty(marta.Complaints);
    }

    [Fact]
    public async Task A_refused_form_comes_back_as_it_was_typed_at_its_first_error()
    {
        await using var visitor = await browsers.Visitor((await browsers.Demo()).Url);
        var page = visitor.Page;
        await page.GotoAsync("/register");
        await page.EvaluateAsync("window.sameDocument = true");
        await page.GetByLabel("First name").FillAsync("Nora");
        await page.GetByLabel("Last name").FillAsync("Vidal");
        await page.GetByLabel("Mail address").FillAsync("no address at all");
        await page.GetByLabel("Password").FillAsync("short");
        await page.Locator("input[value='freelancer']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open an account" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Mail address")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Mail address")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Mail address")).ToHaveValueAsync("no address at all");
        await Expect(page.GetByLabel("First name")).ToHaveValueAsync("Nora");
        await Expect(page.Locator("input[value='freelancer']")).ToBeCheckedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        // The browser itself writes down that an answer was a 422; nothing else may be there.
        Assert.DoesNotContain(visitor.Complaints, words => !words.Contains("422"));
    }

    [Fact]
    public async Task News_never_overwrites_what_is_being_typed()
    {
        await using var ines = await browsers.Visitor((await browsers.Demo()).Url);
        await ines.SignInAsDemo("freelancer");
        var page = ines.Page;
        await page.GotoAsync("/money/payouts");
        await Expect(page.Locator("html[data-live=live]")).ToHaveCountAsync(1);
        await page.GetByLabel("IBAN").FillAsync("DE89 3704");
        await page.EvaluateAsync("""
            fetch('/api/v1/notifications/read',
              { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
            """);
        await Expect(page.GetByText("This page has news.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("IBAN")).ToHaveValueAsync("DE89 3704");

        await page.GetByLabel("IBAN").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show it" }).ClickAsync();
        await Expect(page.GetByText("This page has news.")).ToHaveCountAsync(0);
        Assert.Empty(ines.Complaints);
    }
}
