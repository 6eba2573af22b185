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

    public string ControlId => Id ?? IdOf(Name);
    public string? Message => Error ?? ErrorIn(Errors, Name);
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
    static string? ErrorIn(IReadOnlyDictionary<string, string>? errors, string name)
    {
        if (errors is null or { Count: 0 }) return null;
        var last = name[(name.LastIndexOf('.') + 1)..];
        bool Names(string field) => field.Equals(name, StringComparison.OrdinalIgnoreCase)
            || field.Equals(last, StringComparison.OrdinalIgnoreCase);
        return errors.FirstOrDefault(e => Names(e.Key)).Value;
    }
}
