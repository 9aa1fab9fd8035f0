using System.Text;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Writes all that a person gets to see of a plan into a folder.</summary>
public static class ReportWriter
{
    /// <summary>Where the pages of the pillars stand, beside the report.</summary>
    internal const string PagesFolder = "pillars";

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Writes <c>plan.json</c>, <c>report.html</c>, <c>map.svg</c>, <c>tables/*.csv</c>, <c>layers/*.geojson</c>,
    /// <c>layers/plan.gpkg</c> and, where the pillars are given, <c>pillars/*.html</c>; files of these names are replaced, others left alone.
    /// </summary>
    /// <param name="dataset">The plan's dataset: existing pipelines, doubts, and the state outlines in its folder.</param>
    /// <param name="pillars">What the plan means for the strategy; null where the report is to be without it.</param>
    /// <returns>The paths written, in order.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(Plan plan, Dataset dataset, PlanPillars? pillars, Language language, string outFolder)
    {
        ReportInput bare = new(plan, dataset, StateOutlines.ReadFrom(dataset.Folder), language) { Pillars = pillars };
        IReadOnlyList<PillarPage> pages = pillars is null ? [] : PillarPages.All(pillars, language, bare);
        ReportInput input = bare with { Pages = pages };
        string tables = Path.Combine(outFolder, "tables"), layers = Path.Combine(outFolder, "layers"), package = Path.Combine(layers, "plan.gpkg");
        Directory.CreateDirectory(tables);
        Directory.CreateDirectory(layers);
        if (pages.Count > 0)
        {
            Directory.CreateDirectory(Path.Combine(outFolder, PagesFolder));
        }

        IReadOnlyList<Layer> shapes = Layer.All(plan);
        List<(string Path, byte[] Bytes)> files =
        [
            (Path.Combine(outFolder, "report.html"), _utf8.GetBytes(HtmlReport.Of(input))),
            (Path.Combine(outFolder, "plan.json"), PlanJson.Write(plan)),
            (Path.Combine(outFolder, "map.svg"), _utf8.GetBytes(MapPicture.Of(plan, dataset.ExistingPipelines, input.States, language))),
            .. PlanTables.All(plan).Select(table => (Path.Combine(tables, table.Name + ".csv"), _utf8.GetBytes(TableCsv.Of(table)))),
            .. pages.Select(page => (Path.Combine(outFolder, PagesFolder, page.File), _utf8.GetBytes(page.Of(plan, language, pages)))),
            .. shapes.Select(layer => (Path.Combine(layers, layer.Table.Name + ".geojson"), GeoJsonText.Of(layer))),
        ];
        foreach ((string path, byte[] bytes) in files)
        {
            File.WriteAllBytes(path, bytes);
        }

        GeoPackageFile.Write(package, shapes, plan.Study.PolicyAsOf);
        return [.. files.Select(file => file.Path), package];
    }
}
