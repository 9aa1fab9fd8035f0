using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>Spoilt files for every reader of what strangers send, beside those of register records and SimCCS folders: told, never thrown, and neither hanging nor without end in memory.</summary>
[Collection(nameof(Alone))]
public sealed class ImportFuzzTest
{
    private const string Grid = "ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 50\nNODATA_value -9999\n1 2 3\n4 5 6\n";
    private const string Table = "Name,State,Lon,Lat,Tonnes\nA,OH,-84,40,1000\n\"B, the second\",OH,-83.5,41,2e6\n";
    private const string Places = """{ "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "name": "A", "t": 12 }, "geometry": { "type": "Point", "coordinates": [ -84, 40 ] } } ] }""";

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.geojson")]
    [InlineData("a.xlsx")]
    [InlineData("a.zip")]
    public void A_spoilt_upload_is_told(string name) => SpoiltFiles.Tell(Whole(name), name, file =>
    {
        string scratch = Datasets.NewFolder();
        Checked<UploadRead> read = UploadReader.Read(file, name, scratch);
        Directory.Delete(scratch, recursive: true);
        return read.Problems;
    });

    [Theory]
    [InlineData("a.asc")]
    [InlineData("a.tif")]
    public void A_spoilt_raster_is_told(string name) => SpoiltFiles.Tell(Whole(name), name, file => SurfaceImport.Read(file, "EPSG:5070").Problems);

    /// <summary>Of all inputs the one that asked for most: a tile of 1.8 GB in a file of 600 bytes.</summary>
    [Fact]
    public void A_tile_that_is_larger_than_its_file_is_told_before_room_is_asked_for()
    {
        byte[] whole = Whole("a.tif");
        // The entry of TileByteCounts: one number of four bytes.
        int at = whole.AsSpan().IndexOf(new byte[] { 0x45, 1, 4, 0, 1, 0, 0, 0 });
        BitConverter.TryWriteBytes(whole.AsSpan(at + 8), 1_795_162_416);
        string file = Path.Combine(Datasets.NewFolder(), "a.tif");
        File.WriteAllBytes(file, whole);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("claims more than the file holds", Assert.Single(SurfaceImport.Read(file, "EPSG:5070").Problems).What, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 10_000_000);
    }

    [Fact]
    public void A_spoilt_study_is_told() => SpoiltFiles.Tell(File.ReadAllBytes(Path.Combine(Datasets.Us, "study.json")), "study.json", file => StudyReader.Parse(File.ReadAllText(file), file).Problems);

    [Fact]
    public void A_spoilt_sweep_is_told() => SpoiltFiles.Tell(
        Encoding.UTF8.GetBytes("""{ "id": "s", "study": "study.json", "seed": 1, "sample": { "method": "latin-hypercube", "scenarios": 8 }, "parameters": [ { "name": "pipes", "cost": [ "transport" ], "uniform": { "least": 0.8, "most": 1.5 } } ] }"""),
        "sweep.json",
        file => SweepReader.Parse(File.ReadAllText(file), file).Problems);

    private static byte[] Whole(string name)
    {
        switch (Path.GetExtension(name))
        {
            case ".csv":
                return Encoding.UTF8.GetBytes(Table);
            case ".geojson":
                return Encoding.UTF8.GetBytes(Places);
            case ".asc":
                return Encoding.UTF8.GetBytes(Grid);
            case ".xlsx":
                using (MemoryStream book = new())
                {
                    book.SaveAs(new[] { new { Name = "A", State = "OH", Tonnes = 12.5 }, new { Name = "B", State = "PA", Tonnes = 3.0 } });
                    return book.ToArray();
                }

            case ".zip":
                using (MemoryStream archive = new())
                {
                    using (ZipArchive zip = new(archive, ZipArchiveMode.Create, leaveOpen: true))
                    using (Stream entry = zip.CreateEntry("BaseData/CandidateNetwork/CandidateNetwork.txt").Open())
                    {
                        entry.Write(Encoding.UTF8.GetBytes(Table));
                    }

                    return archive.ToArray();
                }

            default:
                string tif = Path.Combine(Datasets.NewFolder(), name), grid = Path.ChangeExtension(tif, ".asc");
                File.WriteAllText(grid, Grid);
                SurfaceWriter.Write(SurfaceImport.Read(grid, "EPSG:5070").OrThrow(), tif);
                return File.ReadAllBytes(tif);
        }
    }
}
