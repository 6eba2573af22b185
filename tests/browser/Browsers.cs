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

    PublishedSite? demo;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(15_000);
        chromium =
            await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Headless = true, Args = Flags });
    }

    /// <summary>The site with the demo marketplace, started by the first test that needs it.</summary>
    public async Task<PublishedSite> Demo() => demo ??= await PublishedSite.Start(
        new() { ["GUILDHALL__DEMO"] = "true", ["GUILDHALL__RATESCALE"] = "1000" });

    static string Chromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("The browser tests need Chromium.");

    /// <summary>A person's own browser: cookies of its own, and a record of everything it complained about.</summary>
    public async Task<Visitor> Visitor(
        string url, bool script = true, int width = 1280, ColorScheme scheme = ColorScheme.Light,
        string locale = "en-GB")
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = url, JavaScriptEnabled = script, Locale = locale, ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new(context, await context.NewPageAsync(), script);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
        if (demo is not null) await demo.DisposeAsync();
    }
}

public sealed class Visitor : IAsyncDisposable
{
    readonly IBrowserContext context;

    public Visitor(IBrowserContext context, IPage page, bool script)
    {
        (this.context, Page, Script) = (context, page, script);
        context.SetDefaultTimeout(15_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complaints.Add($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }
    public bool Script { get; }

    /// <summary>Script errors, failed resources and content-security violations, in the browser's words.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Presses the button of one of the demo's people on the sign-in page.</summary>
    public async Task SignInAsDemo(string person)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator($"form[action='/demo/sign-in'] button[value='{person}']").ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/dashboard"));
    }

    /// <summary>
    /// Waits until nothing is on its way: Turbo marks the document while it changes pages, an island is drawn when its
    /// code is there.
    /// </summary>
    public async Task Settled()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(Page.Locator("html:not([aria-busy])")).ToHaveCountAsync(1);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
