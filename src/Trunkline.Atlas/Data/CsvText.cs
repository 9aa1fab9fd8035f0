using CsvHelper;

namespace Trunkline.Atlas;

/// <summary>The records of a CSV file with the line each starts on: UTF-8 with or without a byte order mark, RFC 4180 quotes, blanks trimmed.</summary>
internal static class CsvText
{
    private static readonly CsvReaderOptions Form = new() { HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, PoolStrings = true };

    /// <exception cref="CsvFormatException">A quote is left open or stands where none may.</exception>
    public static IEnumerable<(int Line, string[] Cells)> Records(string path)
    {
        using CsvReader csv = CsvReader.FromFile(path, Form);
        while (csv.Read())
        {
            string[] cells = new string[csv.FieldCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i).Trim();
            }

            yield return ((int)csv.LineNumber, cells);
        }
    }
}
