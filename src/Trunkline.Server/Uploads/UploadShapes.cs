using Trunkline.Atlas;
using Trunkline.Server.Http;

namespace Trunkline.Server.Uploads;

/// <summary>A column of an uploaded table.</summary>
/// <param name="Sample">The first few values.</param>
internal sealed record UploadColumn(string Name, IReadOnlyList<string> Sample);

/// <summary>A table of an upload.</summary>
internal sealed record UploadTable(string Name, int Rows, IReadOnlyList<UploadColumn> Columns);

/// <summary>Something that a person sent.</summary>
/// <param name="Kind"><c>csv</c>, <c>xlsx</c>, <c>geojson</c> or <c>simccs</c>.</param>
internal sealed record UploadSeen(string Id, string Name, string Kind, long Bytes, IReadOnlyList<UploadTable> Tables);

/// <summary>Rows of an uploaded table, as read.</summary>
internal sealed record UploadRows(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int Total, int? Next);

/// <summary>How an uploaded table becomes a table of the schema.</summary>
/// <param name="Upload">Id of the upload.</param>
/// <param name="Table">Name of a table in it.</param>
/// <param name="As">Table of the schema, for example sites.</param>
/// <param name="Columns">By column of the schema: where its values come from.</param>
internal sealed record TableSource(string Upload, string Table, string As, IReadOnlyDictionary<string, ColumnSource> Columns);

/// <summary>One thing wrong with a row.</summary>
/// <param name="Row">Line of the file, the header being line 1; null where it is about no row.</param>
/// <param name="Column">Column of the schema.</param>
internal sealed record RowProblem(string Table, int? Row, string? Column, string What, string Fix);

/// <summary>What a mapped table would look like and what is wrong with it.</summary>
/// <param name="Good">How many rows nothing is wrong with.</param>
internal sealed record PreviewSeen(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int Total, int Good, IReadOnlyList<RowProblem> Problems);

/// <summary>A dataset to be made from uploads.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Base">The dataset whose other tables are taken; us where left out.</param>
internal sealed record DatasetRequest(string Id, IReadOnlyList<TableSource> Tables, string? Base = null);

/// <summary>A dataset that was made.</summary>
internal sealed record DatasetMade(string Id, IReadOnlyDictionary<string, int> Rows);

/// <summary>A column of the schema.</summary>
internal sealed record SchemaColumn(string Name, string Unit, string Meaning, bool Required);

/// <summary>A table of the schema.</summary>
internal sealed record SchemaTable(string Name, string What, IReadOnlyList<SchemaColumn> Columns);
