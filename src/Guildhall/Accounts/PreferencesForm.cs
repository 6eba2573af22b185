using Guildhall.Shared;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Localization;

namespace Guildhall.Accounts;

/// <summary>Colours, brand and language of this browser; the language also becomes the account's.</summary>
static class PreferencesForm
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(Routes routes) => routes.Site.Post("/ui/prefs", Who.Anyone, Rate.Write, DataClass.Own,
        async (HttpContext http, ChangeSettings settings, CancellationToken ct) =>
        {
            var form = await http.Request.ReadForm(ct);
            if (form["theme"].ToString() is { } theme && Look.Schemes.Contains(theme)) Keep(http, "theme", theme);
            if (form["brand"].ToString() is { } brand && Look.Brands.ContainsKey(brand)) Keep(http, "brand", brand);
            if (form["culture"].ToString() is { } language && Words.Languages.Contains(language))
            {
                Speak(http, language);
                if (http.User.UserIdOrNull() is { } account) await settings.Speak(account, language, ct);
            }
            return TypedResults.LocalRedirect(Local.Path(form["back"], "/"));
        });

    public static void Speak(HttpContext http, string language) =>
        Keep(http, "culture", CookieRequestCultureProvider.MakeCookieValue(new(language)));

    static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new()
    {
        MaxAge = Kept, Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps,
        IsEssential = true,
    });
}
