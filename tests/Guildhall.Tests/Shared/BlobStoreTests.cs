using System.Net;
using System.Text;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Shared;

public class BlobStoreTests(Site site) : SiteTest(site)
{
    static readonly Guid owner = Guid.CreateVersion7();

    [Fact]
    public async Task What_was_stored_comes_back_with_an_honest_type_and_digest()
    {
        var blob = await Saved("%PDF-1.7 once"u8, "agreement.exe");

        var content = await Read(blob.Id);

        Assert.Equal("%PDF-1.7 once", content);
        Assert.Equal(("application/pdf", 13L), (blob.ContentType, blob.Bytes));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("%PDF-1.7 once"u8)),
            blob.Sha256);
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("/", "file")]
    [InlineData("..", "file")]
    public async Task A_name_that_climbs_out_of_the_folder_stays_a_name(string name, string kept)
    {
        var folder = new DirectoryInfo(Path.Combine(Site.Services.GetRequiredService<Settings>().Data, "blobs"));

        var blob = await Saved("only text"u8, name);

        Assert.Equal(kept, blob.FileName);
        Assert.Single(folder.GetFiles(blob.Id.ToString("N"), SearchOption.AllDirectories));
        Assert.All(folder.GetFiles("*", SearchOption.AllDirectories), f => Assert.Matches("^[0-9a-f]{32}$", f.Name));
    }

    [Fact]
    public async Task Nothing_too_much_and_something_unknown_are_refused()
    {
        Assert.Equal("file_empty", (await Refusal([], "empty.txt")).Code);
        Assert.Equal("file_type", (await Refusal([0, 1, 2, 0xFF], "program.bin")).Code);
        Assert.Equal("file_too_large", (await Refusal(new byte[BlobStore.Largest + 1], "big.txt")).Code);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_missing() =>
        await Assert.ThrowsAsync<Missing>(() => Read(Guid.CreateVersion7()));

    [Fact]
    public async Task A_part_of_a_public_file_can_be_asked_for()
    {
        var blob = await Saved("0123456789"u8, "digits.txt", isPublic: true);

        var some = await Get(blob.Id, 2, 5);
        var beyond = await Get(blob.Id, 50, 60);

        Assert.Equal(HttpStatusCode.PartialContent, some.StatusCode);
        Assert.Equal("2345", await some.Content.ReadAsStringAsync());
        Assert.Equal("bytes 2-5/10", some.Content.Headers.ContentRange!.ToString());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Fact]
    public async Task A_part_of_a_delivery_can_be_asked_for_by_its_parties()
    {
        var contract = await Site.ActiveContract();
        var address = await Site.DeliveredFile(contract, "0123456789");

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new(2, 5);
        var answer = await (await Site.As(contract.Client)).SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("2345", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_removed_file_is_gone_once_that_is_committed_and_not_before()
    {
        var blob = await Saved("only text"u8, "notes.txt");

        await Assert.ThrowsAsync<Refused>(() => Site.With<IServiceProvider>(services => Remove(services, fail: true)));
        Assert.Equal("only text", await Read(blob.Id));

        await Site.With<IServiceProvider>(services => Remove(services, fail: false));
        await Assert.ThrowsAsync<Missing>(() => Read(blob.Id));
        Assert.Null(await Site.Ask(db => db.Set<Blob>().FindAsync(blob.Id).AsTask()));

        Task Remove(IServiceProvider services, bool fail)
        {
            var (db, blobs) = (services.GetRequiredService<Db>(), services.GetRequiredService<BlobStore>());
            return db.Transact(async () =>
            {
                await blobs.Remove([blob.Id], default);
                if (fail) throw new Refused($"no");
            }, default);
        }
    }

    [Fact]
    public async Task A_photo_or_a_piece_of_work_that_was_taken_away_is_not_served_any_more()
    {
        var account = await Site.ShownFreelancer();
        var api = await Site.As(account);
        var before = await Photo(api);
        var after = await Photo(api);
        var piece = (string?)(await api.Post("/api/v1/users/me/portfolio", new { Title = "A smaller bill" }))["id"];
        await api.PostAsync($"/api/v1/users/me/portfolio/{piece}/files",
            TalentSituations.File("files", "plan.png", TalentSituations.Png));
        var shown = await Site.Anonymous().Get($"/api/v1/freelancers/{account.Id}");
        var file = (string)shown["portfolio"]![0]!["files"]![0]!["url"]!;
        Assert.Equal(HttpStatusCode.OK, (await Site.Anonymous().GetAsync(file)).StatusCode);

        await api.DeleteAsync($"/api/v1/users/me/portfolio/{piece}");

        Assert.Equal(HttpStatusCode.NotFound, (await Site.Anonymous().GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Anonymous().GetAsync(before)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Site.Anonymous().GetAsync(after)).StatusCode);
    }

    static async Task<string> Photo(HttpClient api)
    {
        await api.PutAsync("/api/v1/users/me/photo", TalentSituations.File("photo", "me.png", TalentSituations.Png));
        return (string)(await api.Get("/users/me/profile"))["freelancer"]!["photoUrl"]!;
    }

    Task<Blob> Saved(ReadOnlySpan<byte> content, string name, bool isPublic = false) =>
        Save(content.ToArray(), name, isPublic);

    Task<Blob> Save(byte[] content, string name, bool isPublic) =>
        Site.With<IServiceProvider, Blob>(async services =>
        {
            var blob = await services.GetRequiredService<BlobStore>()
                .Save(owner, name, new MemoryStream(content), isPublic, default);
            await services.GetRequiredService<Db>().SaveChangesAsync();
            return blob;
        });

    Task<Refused> Refusal(byte[] content, string name) =>
        Assert.ThrowsAsync<Refused>(() => Save(content, name, isPublic: false));

    Task<string> Read(Guid id) => Site.With<BlobStore, string>(async blobs =>
    {
        using var reader = new StreamReader(blobs.Open(id), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    });

    async Task<HttpResponseMessage> Get(Guid id, long from, long to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}");
        request.Headers.Range = new(from, to);
        return await Site.Anonymous().SendAsync(request);
    }
}
