using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Guildhall.Browser;

/// <summary>
/// What one person does on the real pages. The same steps with a script and without: where a script would bring news
/// to the open page, a person without one loads the page again.
/// </summary>
public abstract class Person(Visitor visitor, string first, string last) : IAsyncDisposable
{
    const string Password = "violet anchor seven mills";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string First => first;
    public string Name => $"{first} {last}";
    public Visitor Visitor => visitor;
    protected IPage Page => visitor.Page;

    protected async Task Register(string role, string arrival)
    {
        await Page.GotoAsync("/register");
        await Page.Locator($"input[name='Input.Role'][value='{role}']").CheckAsync();
        await Fill("First name", first);
        await Fill("Last name", last);
        var address = $"{first}.{Guid.CreateVersion7():N}@example.org".ToLowerInvariant();
        await Fill("Mail address", address);
        await Fill("Password", Password);
        await Press("Open an account");
        await Expect(Text("Look at your mail")).ToBeVisibleAsync();
        await OpenMail(address);
        await Page.Locator("main a[href*='/register/']").ClickAsync();
        await Fill("Password", Password);
        await Press("Open your account");
        await Arrives(arrival);
    }

    // Without a mail server mail stays on a page of the site.
    async Task OpenMail(string address)
    {
        var mail = Page.Locator("main li").Filter(new() { HasText = address }).GetByRole(AriaRole.Link).First;
        await LooksUntil("/outbox", mail);
        await mail.ClickAsync();
    }

    /// <summary>Opens a page and stays on it. What happens there later must arrive by itself.</summary>
    public async Task Watch(string address)
    {
        await Page.GotoAsync(address);
        await StayHere();
    }

    /// <summary>Marks the document: another page, or the same page loaded again, has lost the mark.</summary>
    public async Task StayHere()
    {
        if (visitor.Script) await Page.EvaluateAsync("""
            window.sameDocument = true;
            window.told ??= [];
            new MutationObserver(changes => window.told.push(...changes.flatMap(c => [...c.addedNodes])
              .map(slip => slip.textContent))).observe(document.getElementById('toasts'), { childList: true });
            """);
    }

    /// <summary>Something arrives on the page this person is looking at.</summary>
    public async Task Hears(ILocator news)
    {
        var address = Page.Url;
        if (visitor.Script)
        {
            await Expect(news).ToBeVisibleAsync();
            Assert.True(await Page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was loaded again.");
            Assert.Equal(address, Page.Url);
            return;
        }
        for (var since = Stopwatch.StartNew(); !await news.IsVisibleAsync();)
        {
            if (since.Elapsed > Patience) await Expect(news).ToBeVisibleAsync();
            await Task.Delay(200);
            await Page.ReloadAsync();
        }
    }

    /// <summary>A slip at the edge of the page says it, for some seconds. Without a script there are none.</summary>
    public async Task IsTold(string words)
    {
        if (!visitor.Script) return;
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            var told = await Page.EvaluateAsync<string[]>("window.told");
            if (told.Any(t => t.Contains(words, StringComparison.Ordinal))) return;
            Assert.True(since.Elapsed < Patience, $"“{words}” was not among: {string.Join(" | ", told)}");
        }
    }

    /// <summary>The page loads again until it shows this: for what background work prepares.</summary>
    public async Task LooksUntil(string address, ILocator there)
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(250))
        {
            await Page.GotoAsync(address);
            if (await there.IsVisibleAsync()) return;
            if (since.Elapsed > Patience) await Expect(there).ToBeVisibleAsync();
        }
    }

    public async Task Sign(string contract, string button)
    {
        await Page.GotoAsync($"{contract}/sign");
        await Fill("Your full name, as signature", Name);
        await Press(button);
        await Arrives($"{Regex.Escape(contract)}$");
    }

    public async Task Review(string contract, string about, string words)
    {
        await Page.GotoAsync($"{contract}/review");
        await Expect(Heading($"Review {about}")).ToBeVisibleAsync();
        await Page.Locator("input[name='Model.Overall'][value='5']").CheckAsync();
        foreach (var axis in new[] { "Success", "Communication", "Professionalism", "Deadlines", "Quality" })
            await Page.Locator($"select[name='Model.{axis}']").SelectOptionAsync("5");
        await Page.GetByLabel("The agreed dates were kept").CheckAsync();
        await Fill("What should others know?", words);
        await Press("Hand in the review");
        // Whoever is second may find both published already.
        await Expect(Page.GetByText("Thank you. Your review is kept.").Or(Page.GetByText("Your review is public.")))
            .ToBeVisibleAsync();
    }

    public ILocator Text(string words) => Page.Locator("main").GetByText(words).First;
    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words });
    public ILocator Link(string words) => Page.GetByRole(AriaRole.Link, new() { Name = words }).First;
    public ILocator Heading(string words) => Page.GetByRole(AriaRole.Heading, new() { Name = words }).First;

    protected Task Fill(string label, string text) => Page.GetByLabel(label).First.FillAsync(text);
    protected Task Press(string button) => Button(button).First.ClickAsync();
    protected Task Arrives(string pattern) => Expect(Page).ToHaveURLAsync(new Regex(pattern));
    protected string Address => new Uri(Page.Url).AbsolutePath;

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
