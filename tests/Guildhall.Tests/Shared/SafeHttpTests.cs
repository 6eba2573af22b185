using System.Net;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Xunit;

namespace Guildhall.Tests.Shared;

public class SafeHttpTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://172.20.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://localhost/")]
    public async Task An_address_inside_is_not_called(string url)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(
            () => new SafeHttp().Send(new(HttpMethod.Get, url), TestContext.Current.CancellationToken));

        Assert.Contains("public address", (refused as Refused ?? refused.InnerException as Refused)?.Message
            ?? refused.ToString());
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/")]
    [InlineData("http://user@example.org/")]
    public async Task Another_scheme_or_a_user_name_is_not_called(string url) => await Assert.ThrowsAsync<Refused>(
        () => new SafeHttp().Send(new(HttpMethod.Get, url), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1::1", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void Only_the_open_internet_is_public(string address, bool open) =>
        Assert.Equal(open, SafeHttp.IsPublic(IPAddress.Parse(address)));
}
