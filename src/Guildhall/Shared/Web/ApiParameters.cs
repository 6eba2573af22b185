using System.Reflection;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Guildhall.Shared.Web;

/// <summary>What a text of an address is read as.</summary>
public enum Reading { Whole, Amount, Flag }

/// <summary>
/// Says of a text of an address what it is read as. Reading it, and refusing in words what cannot be read, is the use
/// case's; without this the OpenAPI would know texts only.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadAsAttribute(Reading reading, int min = 0, int max = 0) : Attribute
{
    public Reading Reading => reading;
    /// <summary>With <see cref="Reading.Whole"/>: the least and the most that is accepted.</summary>
    public (int Min, int Max) Range => (min, max);
}

/// <summary>What the generated OpenAPI says of the values of an address that several operations share.</summary>
static class ApiParameters
{
    static readonly Lazy<Dictionary<string, string>> comments = new(Comments);

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context,
        CancellationToken ct)
    {
        foreach (var described in context.Description.ParameterDescriptions)
            if (PropertyOf(described) is { } property
                && operation.Parameters?.FirstOrDefault(p => p.Name == described.Name) is OpenApiParameter parameter)
            {
                parameter.Description = comments.Value.GetValueOrDefault(
                    $"P:{property.DeclaringType!.FullName}.{property.Name}");
                if (property.GetCustomAttribute<ReadAsAttribute>() is { } read) parameter.Schema = Of(read);
            }
        return Task.CompletedTask;
    }

    // Of a record of parameters, each comes as a property.
    static PropertyInfo? PropertyOf(ApiParameterDescription described) =>
        (described.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo.Member as PropertyInfo;

    static OpenApiSchema Of(ReadAsAttribute read) => read.Reading switch
    {
        Reading.Whole => new()
        {
            Type = JsonSchemaType.Integer, Format = "int32",
            Minimum = $"{read.Range.Min}", Maximum = $"{read.Range.Max}",
        },
        Reading.Amount => new() { Type = JsonSchemaType.Number, Minimum = "0" },
        _ => new() { Type = JsonSchemaType.Boolean },
    };

    // The compiler writes them beside the program.
    static Dictionary<string, string> Comments()
    {
        var file = Path.ChangeExtension(typeof(ApiParameters).Assembly.Location, "xml");
        return !File.Exists(file) ? [] : XDocument.Load(file).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .ToDictionary(m => (string)m.Attribute("name")!, m => string.Join(' ', m.Element("summary")!.Value
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
