namespace Guildhall.Accounts.Sessions;

/// <summary>
/// Where a request came from, as far as it says. <c>KnownBrowser</c> is proved by a protected cookie.
/// </summary>
public sealed record Origin(string Address, string UserAgent, Guid? KnownBrowser = null)
{
    public static Origin Of(HttpContext http) => new(
        http.Connection.RemoteIpAddress?.ToString() ?? "local",
        Cut(http.Request.Headers.UserAgent.ToString(), 300),
        null);

    /// <summary>Browser and system without versions: what stays when a browser updates itself.</summary>
    public static string Family(string userAgent)
    {
        string[] browsers = ["Firefox", "Edg", "OPR", "Chrome", "Safari", "curl"];
        string[] systems = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];
        var browser = browsers.FirstOrDefault(b => userAgent.Contains(b, StringComparison.OrdinalIgnoreCase))
            ?? "Other";
        var system = systems.FirstOrDefault(s => userAgent.Contains(s, StringComparison.OrdinalIgnoreCase)) ?? "Other";
        return $"{(browser == "Edg" ? "Edge" : browser == "OPR" ? "Opera" : browser)} · {system}";
    }

    static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
