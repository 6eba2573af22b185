using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Guildhall.Browser;

public sealed class Freelancer(Visitor visitor, string first) : Person(visitor, first, "Okafor")
{
    public const string File = "import-report.txt", Iban = "DE89 3704 0044 0532 0130 00";

    public async Task Register()
    {
        await Register("freelancer", "/profile/edit");
        await Page.GotoAsync("/profile/edit/about");
        await Fill("Headline", "Data imports that run by themselves");
        await Fill("Bio", "I move numbers from files into databases and leave tests behind, so that the next person "
            + "dares to change them. Twelve years of invoices, orders and stock, for shops and for a hospital.");
        await Save();
        await Page.GotoAsync("/profile/edit/skills");
        await Claim("Python 8", "PostgreSQL 8", "Docker 7");
        await Save();
        await Page.GotoAsync("/profile/edit/terms");
        await Fill("Price of an hour", "50");
        await Fill("Hours a week", "30");
        await Save();
        await Page.GotoAsync("/profile/edit/visibility");
        await Page.Locator("input[name='Shown.Visibility'][value='Everyone']").CheckAsync();
        await Save();
    }

    async Task Claim(params string[] skills)
    {
        if (!Visitor.Script)
        {
            await Fill("Skills and levels", string.Join(", ", skills));
            return;
        }
        var typed = Page.Locator("x-chips [role=combobox]");
        foreach (var skill in skills)
        {
            await typed.FillAsync(skill);
            await typed.PressAsync("Enter");
        }
        await Expect(Page.Locator("x-chips .skill")).ToHaveCountAsync(skills.Length);
    }

    async Task Save()
    {
        await Press("Save");
        await Expect(Text("Saved.")).ToBeVisibleAsync();
    }

    /// <summary>Finds the job by words, reads it and answers it; the proposal's address comes back.</summary>
    public async Task<string> Propose()
    {
        await LooksUntil("/jobs?q=invoices+postgresql", Link(Client.Title));
        await Link(Client.Title).ClickAsync();
        await Expect(Heading(Client.Title)).ToBeVisibleAsync();
        await Link("Send a proposal").ClickAsync();
        await Arrives("/propose$");
        await Page.Locator("input[name='Input.Price']").FillAsync("1000");
        await Fill("Your letter", "I did this import for two shops. I begin with your files and a test for each.");
        await Press("Send the proposal");
        await Arrives("/proposals/[0-9a-f-]{36}$");
        return Address;
    }

    public Task Begin() => Press("Begin the work");

    public async Task Deliver()
    {
        await Fill("What you deliver", "The import runs; the report says what came across.");
        await Page.Locator("input[name='files']").SetInputFilesAsync(new FilePayload
        {
            Name = File, MimeType = "text/plain", Buffer = "412 invoices imported, none refused.\n"u8.ToArray(),
        });
        await Press("Submit for approval");
        await Expect(Link(File)).ToBeVisibleAsync();
    }

    public async Task Withdraw()
    {
        await Page.GotoAsync("/money/payouts");
        await Fill("IBAN", Iban);
        await Press("Add account");
        await Page.Locator("input[name='Model.Amount']").WaitForAsync();
        await StayHere();
        await Button("Withdraw").First.ClickAsync();
    }
}
