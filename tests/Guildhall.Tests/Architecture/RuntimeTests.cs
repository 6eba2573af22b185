using System.Text.Json;
using Xunit;

namespace Guildhall.Tests.Architecture;

public class RuntimeTests
{
    /// <summary>A misspelt property of the project is silently the framework's default.</summary>
    [Fact]
    public void The_site_runs_with_the_settings_it_was_measured_with()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "guildhall.runtimeconfig.json");
        var options = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("runtimeOptions")
            .GetProperty("configProperties");

        Assert.False(options.GetProperty("System.GC.Server").GetBoolean());
        Assert.False(options.GetProperty("System.GC.Concurrent").GetBoolean());
        Assert.False(options.GetProperty("System.Runtime.TieredPGO").GetBoolean());
        Assert.Equal(500,
            options.GetProperty("System.Runtime.TieredCompilation.CallCountThreshold").GetInt32());
    }
}
