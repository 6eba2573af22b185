using Microsoft.AspNetCore.Components;

namespace Guildhall.Shared.Ui;

/// <summary>What every form field has: a visible label, a hint and an error tied to the control by id.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>The posted name; may hold dots ("Model.Title").</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }

    /// <summary>In the reader's language. Without it, what the form around it (<see cref="PostForm"/>) has.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Told to assistive technology; the server decides and answers in words.</summary>
    [Parameter] public bool Required { get; set; }
    /// <summary>Says "optional" beside the label.</summary>
    [Parameter] public bool Optional { get; set; }
    [Parameter] public bool Disabled { get; set; }
    /// <summary>The label is only for assistive technology (search rows, table cells).</summary>
    [Parameter] public bool HideLabel { get; set; }
    /// <summary>Set it when the same name stands twice on a page.</summary>
    [Parameter] public string? Id { get; set; }
    [Parameter] public string? Class { get; set; }

    /// <summary>Anything else (placeholder, autocomplete, min, rows…) goes to the control itself.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public Dictionary<string, object>? Attributes { get; set; }

    [CascadingParameter(Name = "Errors")] public IReadOnlyDictionary<string, string>? Errors { get; set; }

    /// <summary>The form's <see cref="PostForm.Prefix"/>.</summary>
    [CascadingParameter(Name = "FormPrefix")] public string? FormPrefix { get; set; }

    /// <summary>With an error, what the list above the form links to: the name that the rules use.</summary>
    public string ControlId => Id
        ?? IdOf(ErrorKey is not { } key ? Name : FormPrefix is null ? key : $"{FormPrefix}.{key}");
    public string? Message => Error ?? (ErrorKey is { } key ? Errors![key] : null);
    public string? DescribedBy => (Hint, Message) switch
    {
        (null, null) => null,
        (_, null) => $"{ControlId}-hint",
        (null, _) => $"{ControlId}-error",
        _ => $"{ControlId}-error {ControlId}-hint",
    };
    public string? IsInvalid => Message is null ? null : "true";
    public string? IsRequired => Required ? "true" : null;

    public static string IdOf(string name) => "f-" + name.Replace('.', '-').Replace('[', '-').Replace("]", "");

    // A refusal names the field ("title"); the form may post it with its model's name in front ("Model.Title").
    string? ErrorKey
    {
        get
        {
            if (Errors is null or { Count: 0 }) return null;
            var last = Name[(Name.LastIndexOf('.') + 1)..];
            return Errors.Keys.FirstOrDefault(key => key.Equals(Name, StringComparison.OrdinalIgnoreCase)
                || key.Equals(last, StringComparison.OrdinalIgnoreCase));
        }
    }
}
