using Microsoft.AspNetCore.Antiforgery;

namespace Guildhall.Shared.Web;

public static class FormPosts
{
    /// <summary>A form without its token is refused in words, and one that is too large as that.</summary>
    public static void UseFormTokens(this IApplicationBuilder app)
    {
        app.UseAntiforgery();
        app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false, Error: var error })
                return next(http);
            http.Features.Set<IAntiforgeryValidationFeature>(null); // it would refuse the error page too
            throw error?.InnerException switch
            {
                BadHttpRequestException large => large,
                InvalidDataException wrong => NotAForm(wrong),
                _ => new Refused(
                    $"This form does not belong to your session any more. Reload the page and send it again.",
                    "stale_form") { Status = 400 },
            };
        });
    }

    /// <summary>The fields of a form post; empty for anything else.</summary>
    public static async Task<IFormCollection> ReadForm(this HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType) return FormCollection.Empty;
        try { return await request.ReadFormAsync(ct); }
        catch (InvalidDataException e) { throw NotAForm(e); }
    }

    static BadHttpRequestException NotAForm(InvalidDataException e) => new("the form is not as a browser sends it", e);
}
