using System.Net;
using System.Text;
using Guildhall.Talent.Files;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Talent;

public class UploadTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_photo_is_served_to_anyone_and_can_run_nothing()
    {
        var fran = await Site.Freelancer();
        var api = await Site.As(fran);
        var put = await api.PutAsync("/api/v1/users/me/photo",
            TalentSituations.File("photo", "me.png", TalentSituations.Png));
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        var url = (string?)(await api.Get("/users/me/profile"))["freelancer"]!["photoUrl"];

        var answer = await Site.Anonymous().GetAsync(url);

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("photo.png", "<html><script>alert(1)</script></html>")]
    [InlineData("notes.txt", "only text")]
    public async Task What_is_not_a_picture_is_no_photo(string name, string content)
    {
        var api = await Site.As(await Site.Freelancer());

        var answer = await api.PutAsync("/api/v1/users/me/photo",
            TalentSituations.File("photo", name, Encoding.UTF8.GetBytes(content)));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(name, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Broken_and_enormous_pictures_are_refused()
    {
        var api = await Site.As(await Site.Freelancer());
        var bomb = TalentSituations.Png.ToArray();
        (bomb[16], bomb[17], bomb[20], bomb[21]) = (0, 1, 0, 1); // 65,537 by 65,537 pixels

        Assert.Equal(HttpStatusCode.Conflict, (await api.PutAsync("/api/v1/users/me/photo",
            TalentSituations.File("photo", "bomb.png", bomb))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await api.PutAsync("/api/v1/users/me/photo",
            TalentSituations.File("photo", "stub.png", TalentSituations.Png[..12]))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await api.PutAsync("/api/v1/users/me/photo",
            TalentSituations.File("photo", "big.png",
                [.. TalentSituations.Png, .. new byte[5 * 1024 * 1024]]))).StatusCode);
    }

    [Fact]
    public async Task Other_files_of_a_piece_of_work_are_attachments_with_an_honest_name()
    {
        var account = await Site.ShownFreelancer();
        var api = await Site.As(account);
        var made = await api.Post("/api/v1/users/me/portfolio", new { Title = "A cluster bill cut by 43 %" });
        var id = (string?)made["id"];
        byte[] zip = [0x50, 0x4B, 0x03, 0x04, .. new byte[200]];

        var sent = await api.PostAsync($"/api/v1/users/me/portfolio/{id}/files",
            TalentSituations.File("files", "plan\u202Egpj.zip", zip, "application/zip"));

        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        var file = (await Site.Anonymous().Get($"/api/v1/freelancers/{account.Id}"))["portfolio"]![0]!["files"]![0]!;
        Assert.Equal("plangpj.zip", (string?)file["name"]);
        var answer = await Site.Anonymous().GetAsync((string?)file["url"]);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_file_that_is_not_public_is_not_there()
    {
        var fran = await Site.Freelancer();
        var id = await Site.With<Guildhall.Shared.Data.Db, Guid>(async db =>
        {
            var blob = new Guildhall.Shared.Blob
            {
                OwnerId = fran.Id, FileName = "contract.pdf", ContentType = "application/pdf", Bytes = 1,
                Sha256 = new('0', 64),
                At = Site.Clock.GetUtcNow().UtcDateTime,
            };
            db.Add(blob);
            await db.SaveChangesAsync();
            return blob.Id;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await (await Site.As(fran)).GetAsync($"/files/{id}")).StatusCode);
    }

    [Fact]
    public void A_camera_notes_are_removed_and_its_orientation_stays()
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 50, .. "Exif\0\0II*\0"u8,
            8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0,
            .. "GPS 41.38N 2.17E"u8,
        ];
        byte[] jpeg = [0xFF, 0xD8, .. exif, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];

        var clean = JpegPrivacy.WithoutNotes(jpeg);

        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(clean));
        Assert.Equal(6, clean[2 + 4 + 6 + 8 + 2 + 9]);
        Assert.Equal(jpeg[^9..], clean[^9..]);
    }
}
