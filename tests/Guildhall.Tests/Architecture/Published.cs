using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Guildhall.Tests.Architecture;

/// <summary>Every type that API bodies and answers are made of, down to the last property.</summary>
static class Published
{
    public static Dictionary<Type, JsonTypeInfo> Types(IServiceProvider services)
    {
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var operations = services.GetRequiredService<IApiDescriptionGroupCollectionProvider>()
            .ApiDescriptionGroups.Items.SelectMany(g => g.Items);
        var found = new Dictionary<Type, JsonTypeInfo>();
        var open = new Queue<Type>(operations.SelectMany(o => o.ParameterDescriptions.Select(p => p.Type)
            .Concat(o.SupportedResponseTypes.Select(r => r.Type))).OfType<Type>().Where(t => t != typeof(void)));
        while (open.TryDequeue(out var type))
        {
            if (found.ContainsKey(type) || type.IsByRef || type.FullName?.StartsWith("Microsoft.") == true) continue;
            var info = found[type] = json.GetTypeInfo(type);
            foreach (var property in info.Properties) open.Enqueue(property.PropertyType);
            if (info.ElementType is { } element) open.Enqueue(element);
        }
        return found;
    }
}
