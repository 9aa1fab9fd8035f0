using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Server;

/// <summary>Files that strangers send.</summary>
public sealed class UploadTest(RunningServer server) : IClassFixture<RunningServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bad_table_is_told_row_by_row()
    {
        JsonNode upload = await Taken("plants.csv", "Name,State,Lon,Lat,Tonnes\nA,OH,-84,40,1000\nB,Ohio,-84,forty,many\n");
        Assert.Equal("csv", upload["kind"]!.GetValue<string>());
        var columns = new Dictionary<string, object>
        {
            ["site_id"] = new { from = "Name" },
            ["name"] = new { from = "Name" },
            ["state"] = new { from = "State" },
            ["longitude"] = new { from = "Lon" },
            ["latitude"] = new { from = "Lat" },
            ["sector"] = new { value = "cement" },
            ["fossil_co2_t_per_year"] = new { from = "Tonnes", factor = 2 },
            ["biogenic_co2_t_per_year"] = new { value = "0" },
        };
        using HttpResponseMessage answer = await server.Client.PostAsJsonAsync("/api/v1/uploads/preview", new { upload = upload["id"]!.GetValue<string>(), table = "table", @as = "sites", columns }, Token);
        JsonNode preview = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.True(answer.IsSuccessStatusCode, preview.ToJsonString());
        (int?, string?)[] places = [.. preview["problems"]!.AsArray().Where(p => p!["table"]!.GetValue<string>() == "sites").Select(p => (p!["row"]?.GetValue<int>(), p["column"]?.GetValue<string>()))];
        Assert.Contains((3, "latitude"), places);
        Assert.Contains((3, "fossil_co2_t_per_year"), places);
        Assert.DoesNotContain(places, p => p.Item1 == 2);
        Assert.Equal(1, preview["good"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("../../evil.csv")]
    [InlineData("/etc/evil.csv")]
    [InlineData("inner.zip")]
    public async Task An_archive_that_leaves_its_folder_or_hides_another_is_refused(string entry) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status("scenario.zip", Zip((entry, [1, 2, 3]))));

    [Fact]
    public async Task An_archive_that_unfolds_a_thousandfold_is_refused() =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status("bomb.xlsx", Zip(("xl/worksheets/sheet1.xml", new byte[40_000_000]))));

    [Theory]
    [InlineData("a.exe", "MZ")]
    [InlineData("a.xlsx", "not an archive")]
    [InlineData("a.geojson", "{\"features\": 7}")]
    [InlineData("a.geojson", "[[[[[")]
    [InlineData("a.csv", "a,b\n\"open,1\n")]
    [InlineData("a.csv", "")]
    public async Task What_cannot_be_read_is_told_and_not_kept(string name, string text)
    {
        int before = (await server.Get("/uploads")).AsArray().Count;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status(name, Encoding.UTF8.GetBytes(text)));
        Assert.Equal(before, (await server.Get("/uploads")).AsArray().Count);
    }

    /// <summary>A point with one coordinate, an empty one, none at all: a row like the others whose place is unknown.</summary>
    [Theory]
    [InlineData("[-84]")]
    [InlineData("[]")]
    [InlineData("[-84, 40, 7]")]
    public async Task A_feature_with_half_a_place_has_none(string coordinates)
    {
        string text = $$"""{ "features": [ { "properties": { "name": "A" }, "geometry": { "type": "Point", "coordinates": {{coordinates}} } } ] }""";
        JsonNode taken = await Taken("a.geojson", text);
        string[] row = [.. taken["tables"]![0]!["columns"]!.AsArray().Select(c => c!["sample"]![0]!.GetValue<string>())];
        Assert.Equal(coordinates.Contains("40", StringComparison.Ordinal) ? ["-84", "40", "A"] : ["", "", "A"], row);
    }

    [Fact]
    public async Task A_sheet_that_names_an_outside_entity_reads_nothing_from_outside()
    {
        const string Sheet = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        const string Book = "<?xml version=\"1.0\"?><workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
        const string Rels = "<?xml version=\"1.0\"?><Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
        byte[] file = Zip(
            ("xl/workbook.xml", Encoding.UTF8.GetBytes(Book)), ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(Rels)), ("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(Sheet)));
        using HttpResponseMessage answer = await Send("xxe.xlsx", file);
        Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.True((int)answer.StatusCode < 500);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private async Task<JsonNode> Taken(string name, string text)
    {
        using HttpResponseMessage answer = await Send(name, Encoding.UTF8.GetBytes(text));
        string body = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, body);
        return JsonNode.Parse(body)!;
    }

    private async Task<HttpStatusCode> Status(string name, byte[] bytes)
    {
        using HttpResponseMessage answer = await Send(name, bytes);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> Send(string name, byte[] bytes)
    {
        using MultipartFormDataContent form = new() { { new ByteArrayContent(bytes), "file", name } };
        return await server.Client.PostAsync("/api/v1/uploads", form, Token);
    }
}
