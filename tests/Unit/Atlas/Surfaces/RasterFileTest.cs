using BitMiracle.LibTiff.Classic;
using CsCheck;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class RasterFileTest
{
    private const string Head = "ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 50\nNODATA_value -9999\n";

    [Theory]
    [InlineData("surface.asc")]
    [InlineData("surface.tif")]
    public void What_is_written_is_read_again(string file) => Surfaces.Any.Where(s => s.Multiplier.Any(float.IsFinite)).Sample(
        surface =>
        {
            string path = Path.Combine(Datasets.NewFolder(), file);
            SurfaceWriter.Write(surface, path);
            CostSurface again = SurfaceImport.Read(path).OrThrow();
            Assert.Equal((surface.Rows, surface.Columns, surface.CellSize, surface.Left, surface.Top), (again.Rows, again.Columns, again.CellSize, again.Left, again.Top));
            Assert.All(surface.Multiplier.Zip(again.Multiplier), pair => Assert.True(
                pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= 6e-5, $"{pair.First} against {pair.Second}"));
            Assert.Equal(surface.Projection.Wkt.Trim(), again.Projection.Wkt.Trim());
        },
        iter: 30);

    [Fact]
    public void Keys_may_be_in_any_case_and_order_and_numbers_on_any_line()
    {
        Raster raster = Text("NROWS 2\nNCOLS 3\nYLLCENTER 225\nXLLCENTER 125\nCELLSIZE 50\n1 2 3 4\n5\n6\n", "EPSG:5070").OrThrow();
        Assert.Equal([1, 2, 3, 4, 5, 6], raster.Values);
        Assert.Equal((100, 300), (raster.Left, raster.Top));
    }

    [Theory]
    [InlineData(Head + "1 2 3\n4 5\n", "ends in row 1 after 5 numbers")]
    [InlineData(Head + "1 2 3\n4 5 6 7\n", "more than the 6 numbers")]
    [InlineData(Head + "1 2 3\n4 nan 6\n", "'nan' is not a number")]
    [InlineData(Head + "1 2 3\n4 x 6\n", "'x' is not a number")]
    [InlineData("ncols 3\nnrows 2\n1 2 3 4 5 6\n", "'cellsize value' is missing")]
    [InlineData("ncols 0\nnrows 2\nxllcorner 1\nyllcorner 1\ncellsize 1\n", "make no raster")]
    [InlineData("ncols 3\nnrows 2\nxllcorner 1\nyllcorner 1\ncellsize -1\n1 2 3 4 5 6", "not above zero")]
    [InlineData("ncols 300000\nnrows 300000\nxllcorner 1\nyllcorner 1\ncellsize 1\n", "make no raster")]
    public void What_is_wrong_with_a_grid_is_told(string text, string expected) =>
        Assert.Contains(expected, string.Join('\n', Text(text, "EPSG:5070").Problems.Select(p => p.What)), StringComparison.Ordinal);

    [Fact]
    public void Where_a_number_is_wrong_is_told() => Assert.Contains("row 1, column 1", Text(Head + "1 2 3\n4 nan 6\n", "EPSG:5070").Problems[0].Where, StringComparison.Ordinal);

    [Fact]
    public void A_grid_without_projection_is_refused_with_what_to_do()
    {
        Problem problem = Assert.Single(Text(Head + "1 2 3 4 5 6\n", crs: null).Problems);
        Assert.Contains("projection", problem.What, StringComparison.Ordinal);
        Assert.Contains("--crs EPSG:5070", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-9999 -9999 -9999\n-9999 -9999 -9999", "None of its 6 cells may be passed")]
    [InlineData("-1 -1 -9999\n-1 -1 -1", "None of its 6 cells may be passed")]
    [InlineData("1 0 1\n1 -3 1", "so are 2 cells in all")]
    public void A_raster_that_is_no_surface_is_refused(string cells, string expected)
    {
        Raster raster = Text($"{Head}{cells}\n", "EPSG:5070").OrThrow();
        Assert.Contains(expected, SurfaceImport.Of(raster, "grid.asc").Problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_are_not_square_are_refused() => Assert.Contains(
        "wide", SurfaceImport.Of(new Raster(1, 1, 10, 20, 0, 0, MapProjection.NorthAmericaAlbers, [1]), "grid").Problems[0].What, StringComparison.Ordinal);

    [Fact]
    public void A_reference_turns_an_index_into_multipliers() =>
        Assert.Equal(2, SurfaceImport.Of(new Raster(1, 1, 10, 10, 0, 0, MapProjection.NorthAmericaAlbers, [22]), "grid", reference: 11).OrThrow().Multiplier[0]);

    [Fact]
    public void A_GeoTIFF_without_projection_is_refused_with_what_to_do()
    {
        string path = TiffFile([1, 2], mark: null);
        Problem problem = Assert.Single(RasterFile.Read(path).Problems);
        Assert.Equal(path, problem.Where);
        Assert.Contains("projection", problem.What, StringComparison.Ordinal);
        Assert.Contains("--crs EPSG:5070", problem.Fix, StringComparison.Ordinal);
        Assert.True(RasterFile.Read(path, "EPSG:5070").IsRight);
    }

    [Fact]
    public void What_is_no_number_in_a_GeoTIFF_is_told_where_another_mark_stands_for_no_data_and_is_no_data_where_none_does()
    {
        Problem problem = Assert.Single(RasterFile.Read(TiffFile([1, float.NaN, -9999, float.NaN], mark: "-9999"), "EPSG:5070").Problems);
        Assert.Contains("row 0, column 1", problem.Where, StringComparison.Ordinal);
        Assert.Contains("2 cells are not a number", problem.What, StringComparison.Ordinal);
        Assert.Equal([1, float.NaN, 3], RasterFile.Read(TiffFile([1, float.NaN, 3], mark: null), "EPSG:5070").OrThrow().Values);
    }

    [Theory]
    [InlineData("-9999", -9999f)]
    [InlineData(null, float.NaN)]
    public void A_GeoTIFF_that_holds_nothing_is_refused(string? mark, float value) => Assert.Contains(
        "None of its 3 cells may be passed",
        Assert.Single(SurfaceImport.Read(TiffFile([value, value, value], mark), "EPSG:5070").Problems).What,
        StringComparison.Ordinal);

    [Fact]
    public void A_GeoTIFF_that_ends_early_is_damaged()
    {
        string path = TiffFile([.. Enumerable.Repeat(1f, 5000)], mark: null);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
        Assert.Contains("TIFF", Assert.Single(RasterFile.Read(path, "EPSG:5070").Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_a_problem_and_never_a_crash()
    {
        string path = Path.Combine(Datasets.NewFolder(), "surface.tif");
        SurfaceWriter.Write(Surfaces.Flat(5, 7), path);
        byte[] whole = File.ReadAllBytes(path);
        (from at in Gen.Int[0, whole.Length - 1] from value in Gen.Byte from length in Gen.Int[8, whole.Length] select (at, value, length)).Sample(
            c =>
            {
                byte[] damaged = [.. whole];
                damaged[c.at] = c.value;
                File.WriteAllBytes(path, damaged[..c.length]);
                Checked<CostSurface> read = SurfaceImport.Read(path);
                Assert.True(read.IsRight || read.Problems.Count > 0);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void Both_forms_of_the_public_surface_hold_the_same()
    {
        string folder = Path.Combine(Datasets.RawOrSkip(), "cost_surface");
        Raster text = RasterFile.Read(Path.Combine(folder, "cost_10km_aea.asc"), "ESRI:102008").OrThrow();
        Raster tiff = RasterFile.Read(Path.Combine(folder, "cost_10km_aea.tif")).OrThrow();
        Assert.Equal((text.Rows, text.Columns, 718, 612), (tiff.Rows, tiff.Columns, text.Columns, text.Rows));
        Assert.Equal(text.Left, tiff.Left, 1e-3);
        Assert.Equal(text.Top, tiff.Top, 1e-3);
        // 99,479 land cells, of which 3,375 no-go: counted in the readme of the source.
        Assert.Equal((99_479, 3_375), (tiff.Values.Count(v => !float.IsNaN(v)), tiff.Values.Count(v => v == -1)));
        // The text form has three decimals.
        Assert.All(text.Values.Zip(tiff.Values), pair => Assert.True(pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) < 6e-4));
        PlanePoint there = tiff.Projection.Project(new GeoPoint(-100, 35));
        Assert.True(there.PlaneDistance(MapProjection.NorthAmericaAlbers.Project(new GeoPoint(-100, 35))) < 1);
    }

    // One row, written without the surface writer, which writes no such files.
    private static string TiffFile(float[] row, string? mark)
    {
        string path = Path.Combine(Datasets.NewFolder(), "grid.tif");
        SurfaceWriter.Write(Surfaces.Flat(1, 1), Path.Combine(Datasets.NewFolder(), "teaches-the-library-its-tags.tif"));
        using Tiff tiff = Tiff.Open(path, "w");
        (TiffTag Tag, object Value)[] fields =
        [
            (TiffTag.IMAGEWIDTH, row.Length), (TiffTag.IMAGELENGTH, 1), (TiffTag.BITSPERSAMPLE, 32), (TiffTag.SAMPLEFORMAT, SampleFormat.IEEEFP), (TiffTag.SAMPLESPERPIXEL, 1),
            (TiffTag.PHOTOMETRIC, Photometric.MINISBLACK), (TiffTag.PLANARCONFIG, PlanarConfig.CONTIG), (TiffTag.ROWSPERSTRIP, 1),
        ];
        foreach ((TiffTag tag, object value) in fields)
        {
            tiff.SetField(tag, value);
        }

        tiff.SetField((TiffTag)33550, 3, new[] { 1000.0, 1000, 0 });
        tiff.SetField((TiffTag)33922, 6, new[] { 0.0, 0, 0, 0, 1_000_000, 0 });
        if (mark is not null)
        {
            tiff.SetField((TiffTag)42113, mark);
        }

        byte[] bytes = [.. row.SelectMany(BitConverter.GetBytes)];
        tiff.WriteEncodedStrip(0, bytes, bytes.Length);
        return path;
    }

    private static Checked<Raster> Text(string text, string? crs)
    {
        string path = Path.Combine(Datasets.NewFolder(), "grid.asc");
        File.WriteAllText(path, text);
        return RasterFile.Read(path, crs);
    }
}
