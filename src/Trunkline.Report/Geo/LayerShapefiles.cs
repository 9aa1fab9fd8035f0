using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Dbf.Fields;
using NetTopologySuite.IO.Esri.Shapefiles.Writers;

namespace Trunkline.Report;

/// <summary>Layers as shapefiles. Their field names hold ten letters, so each has a short one, and <c>fields.csv</c> says which column it is.</summary>
public static class LayerShapefiles
{
    private const int LongestText = 254;
    private const int NumberWidth = 24;
    private const int Decimals = 6;

    private const string Wgs84 =
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    public static void Write(IReadOnlyList<Layer> layers, string folder)
    {
        StringBuilder names = new("layer,field,column\n");
        foreach (Layer layer in layers.Where(l => l.Shapes.Count > 0))
        {
            DbfField[] fields = [.. layer.Table.Columns.Select((column, i) => Field(column.Kind, $"f{i + 1:00}"))];
            foreach ((int i, Column column) in layer.Table.Columns.Index())
            {
                names.Append(layer.Table.Name).Append(',').Append(fields[i].Name).Append(',').Append(column.Name).Append('\n');
            }

            string path = Path.Combine(folder, layer.Table.Name);
            Write(layer, fields, path + ".shp");
            // Written here: the library begins the file with a byte order mark, which other tools take for part of the first word.
            File.WriteAllText(path + ".prj", Wgs84);
        }

        File.WriteAllText(Path.Combine(folder, "fields.csv"), names.ToString());
    }

    private static void Write(Layer layer, DbfField[] fields, string path)
    {
        ShapefileWriterOptions options = new(TypeOf(layer.Shapes[0]), fields) { Encoding = Encoding.UTF8 };
        using ShapefileWriter writer = Shapefile.OpenWrite(path, options);
        foreach ((int row, Geometry shape) in layer.Shapes.Index())
        {
            for (int i = 0; i < fields.Length; i++)
            {
                fields[i].Value = Value(layer.Table.Columns[i].Kind, layer.Table.Rows[row][i]);
            }

            writer.Geometry = Many(shape);
            writer.Write();
        }
    }

    private static ShapeType TypeOf(Geometry shape) => shape switch
    {
        Point => ShapeType.Point,
        LineString => ShapeType.PolyLine,
        _ => ShapeType.Polygon,
    };

    private static Geometry Many(Geometry shape) => shape switch
    {
        LineString line => new MultiLineString([line]),
        Polygon area => new MultiPolygon([area]),
        _ => shape,
    };

    private static DbfField Field(ColumnKind kind, string name) =>
        kind is ColumnKind.Whole or ColumnKind.Number ? new DbfNumericDoubleField(name, NumberWidth, Decimals) : new DbfCharacterField(name, LongestText);

    private static object? Value(ColumnKind kind, object? value) => kind switch
    {
        // Letters of Chinese take three bytes each.
        ColumnKind.Text => value is string text ? text[..Math.Min(LongestText / 3, text.Length)] : "",
        ColumnKind.Flag => value is true ? "true" : "false",
        _ => value is null ? null : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
    };
}
