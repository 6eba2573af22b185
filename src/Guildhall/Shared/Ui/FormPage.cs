using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Components;

namespace Guildhall.Shared.Ui;

/// <summary>A page that knows its visitor. Everything a page needs from the request goes through here.</summary>
public abstract class SitePage : ComponentBase
{
    [CascadingParameter] public HttpContext Http { get; set; } = null!;
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    protected Guid UserId => Http.User.UserId();
    protected Guid? UserIdOrNull => Http.User.UserIdOrNull();
    protected bool Is(Who who) => Http.User.Is(who);
    protected CancellationToken Ct => Http.RequestAborted;

    bool isRead;

    // A component usually draws once while its data is still on the way; a page draws only when it has been read.
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!isRead)
        {
            isRead = true;
            OnInitialized();
            await OnInitializedAsync();
        }
        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }
}

/// <summary>
/// A page with forms: run the use case, then go on; a refusal stays on the page as text, beside what was typed.
/// </summary>
public abstract class FormPage : SitePage
{
    [Inject] public Words Words { get; set; } = null!;

    /// <summary>The refusal in the visitor's language; null when there was none.</summary>
    protected string? Refusal { get; private set; }

    /// <summary>Per field, in the visitor's language.</summary>
    protected Dictionary<string, string> Errors { get; } = [];

    protected string? ErrorOf(string field) => Errors.GetValueOrDefault(field);

    protected Task Submit(Func<CancellationToken, Task> useCase, string then) => Submit(useCase, () => then);

    protected async Task Submit(Func<CancellationToken, Task> useCase, Func<string> then)
    {
        try
        {
            await useCase(Ct);
        }
        catch (Refused refused)
        {
            Refusal = Words[refused.Words];
            if (refused.Field is { } field) Errors[field] = Refusal;
            Http.Response.StatusCode = refused.Status
                ?? (refused.Field is null ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
            return;
        }
        catch (Invalid invalid)
        {
            foreach (var (field, words) in invalid.Errors) Errors[field] = Words[words];
            Refusal = Words["Some fields need another look."];
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }
        Navigation.NavigateTo(then());
    }
}
