using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Trunkline.Report;

/// <summary>Layers as one OGC GeoPackage (version 1.3) in WGS 84. The same layers and day give the same bytes.</summary>
public static class GeoPackageFile
{
    private const int Wgs84 = 4326;

    private const string Wgs84Definition =
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";

    private const string Schema = """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL, m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        INSERT INTO gpkg_spatial_ref_sys VALUES
          ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
          ('Undefined geographic', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system');
        """;

    /// <summary>Writes the file anew.</summary>
    /// <param name="lastChange">What the package says it was last changed; the plan's own date, since no clock is read.</param>
    public static void Write(string path, IReadOnlyList<Layer> layers, DateOnly lastChange)
    {
        File.Delete(path);
        SqliteConnectionStringBuilder address = new() { DataSource = path, Pooling = false };
        using SqliteConnection database = new(address.ToString());
        database.Open();
        Run(database, Schema);
        Run(
            database,
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', $id, 'EPSG', $id, $definition, 'longitude and latitude in degrees')",
            ("$id", Wgs84),
            ("$definition", Wgs84Definition));
        foreach (Layer layer in layers)
        {
            WriteLayer(database, layer, lastChange);
        }
    }

    private static void WriteLayer(SqliteConnection database, Layer layer, DateOnly lastChange)
    {
        using SqliteTransaction transaction = database.BeginTransaction();
        IEnumerable<string> columns = layer.Table.Columns.Select(column => $"{Name(column.Name)} {SqlType(column.Kind)}");
        Run(database, $"CREATE TABLE {Name(layer.Table.Name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {layer.GeometryType}, {string.Join(", ", columns)})");
        Envelope extent = new();
        foreach (Geometry shape in layer.Shapes)
        {
            extent.ExpandToInclude(shape.EnvelopeInternal);
        }

        Register(database, layer, extent, lastChange);
        WriteRows(database, layer);
        transaction.Commit();
    }

    private static void Register(SqliteConnection database, Layer layer, Envelope extent, DateOnly lastChange)
    {
        Run(
            database,
            "INSERT INTO gpkg_contents VALUES ($name, 'features', $name, '', $changed, $x0, $y0, $x1, $y1, $srs)",
            ("$name", layer.Table.Name),
            ("$changed", lastChange.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00.000Z"),
            ("$x0", extent.IsNull ? null : extent.MinX),
            ("$y0", extent.IsNull ? null : extent.MinY),
            ("$x1", extent.IsNull ? null : extent.MaxX),
            ("$y1", extent.IsNull ? null : extent.MaxY),
            ("$srs", Wgs84));
        Run(
            database,
            "INSERT INTO gpkg_geometry_columns VALUES ($name, 'geom', $type, $srs, 0, 0)",
            ("$name", layer.Table.Name),
            ("$type", layer.GeometryType),
            ("$srs", Wgs84));
    }

    private static void WriteRows(SqliteConnection database, Layer layer)
    {
        int width = layer.Table.Columns.Count;
        using SqliteCommand insert = database.CreateCommand();
        string names = string.Join(", ", layer.Table.Columns.Select(column => Name(column.Name)));
        string values = string.Join(", ", Enumerable.Range(0, width).Select(i => $"$c{i}"));
        insert.CommandText = $"INSERT INTO {Name(layer.Table.Name)} (geom, {names}) VALUES ($geom, {values})";
        SqliteParameter geometry = insert.Parameters.Add("$geom", SqliteType.Blob);
        SqliteParameter[] cells = [.. Enumerable.Range(0, width).Select(i => insert.Parameters.Add(new SqliteParameter($"$c{i}", null)))];
        // Without this the writer adds heights and measures that are no numbers, where gpkg_geometry_columns says that there are none.
        GeoPackageGeoWriter blobs = new() { HandleOrdinates = Ordinates.XY };
        for (int row = 0; row < layer.Shapes.Count; row++)
        {
            geometry.Value = blobs.Write(layer.Shapes[row]);
            for (int i = 0; i < width; i++)
            {
                cells[i].Value = layer.Table.Rows[row][i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    private static void Run(SqliteConnection database, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    private static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string SqlType(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "TEXT",
        ColumnKind.Whole => "INTEGER",
        ColumnKind.Number => "REAL",
        ColumnKind.Flag => "BOOLEAN",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
