using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Guildhall.Browser.Browsers))]

namespace Guildhall.Browser;

/// <summary>
/// One Chromium and one published site with the demo, shared by the tests that only read or make their own things.
/// </summary>
public sealed class Browsers : IAsyncLifetime
{
    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    IPlaywright playwright = null!;
    IBrowser chromium = null!;

    public PublishedSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await PublishedSite.Start(new() { ["GUILDHALL__DEMO"] = "true", ["GUILDHALL__RATESCALE"] = "1000" });
        playwright = await Playwright.CreateAsync();
        chromium =
            await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Headless = true, Args = Flags });
    }

    static string Chromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("The browser tests need Chromium.");

    /// <summary>A person's own browser: cookies of its own, and a record of everything it complained about.</summary>
    public async Task<Visitor> Visitor(
        string? url = null, bool script = true, int width = 1280, ColorScheme scheme =
            ColorScheme.Light, string locale = "en-GB")
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = url ?? Site.Url, JavaScriptEnabled = script, Locale = locale, ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 }, ReducedMotion =
                ReducedMotion.Reduce,
        });
        return new(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
    }
}

public sealed class Visitor : IAsyncDisposable
{
    readonly IBrowserContext context;

    public Visitor(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") Complaints.Add(message.Text); };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Script errors, failed resources and content-security violations, in the browser's words.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Presses the button of one of the demo's people on the sign-in page.</summary>
    public async Task SignInAsDemo(string person)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator($"form[action='/demo/sign-in'] button[value='{person}']").ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/dashboard"));
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
