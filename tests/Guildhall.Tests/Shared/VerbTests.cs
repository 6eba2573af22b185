using Guildhall.Shared;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Shared;

public class VerbTests(Site site) : SiteTest(site)
{
    [Theory]
    [InlineData("--help", 0)]
    [InlineData("-h", 0)]
    [InlineData("help", 0)]
    [InlineData("frobnicate", 2)]
    [InlineData("run", null)]
    [InlineData("--urls=http://127.0.0.1:5000", null)]
    public async Task Who_asks_the_program_for_help_is_told_and_no_site_begins(string typed, int? exit) =>
        Assert.Equal(exit, await Verbs.TryRun(Site.Services, [typed]));
}
