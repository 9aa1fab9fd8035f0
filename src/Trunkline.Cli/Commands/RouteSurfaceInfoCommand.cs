using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline route surface info</c>: a surface at a glance.</summary>
internal static class RouteSurfaceInfoCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var file = new Argument<string>("file") { Description = RouteWords.Raster.In(language) };
        var crs = new Option<string?>("--crs") { Description = RouteWords.Crs.In(language), HelpName = "EPSG:n|WKT" };
        var noGo = new Option<float>("--no-go") { Description = RouteWords.NoGo.In(language), DefaultValueFactory = _ => SurfaceImport.UsualNoGo };
        var png = new Option<string?>("--png") { Description = RouteWords.Png.In(language), HelpName = "file" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("info", RouteWords.Info.In(language)) { file, crs, noGo, png, json };
        command.SetAction(parsed => Info(
            around, parsed.GetRequiredValue(file), parsed.GetValue(crs), parsed.GetValue(noGo), parsed.GetValue(png), parsed.GetValue(json)));
        return command;
    }

    private static int Info(Surroundings around, string file, string? crs, float noGo, string? png, bool asJson)
    {
        Checked<CostSurface> surface = SurfaceChoice.ReadFile(file, crs, noGo);
        List<Problem> problems = [.. surface.Problems, .. png is null ? [] : new[] { FreshFolder.ObstacleToFile(png) }.OfType<Problem>()];
        if (problems.Count > 0 || !surface.IsRight)
        {
            return ProblemTable.Show(around, problems, asJson);
        }

        var facts = SurfaceFacts.Of(surface.Value);
        if (png is not null)
        {
            SurfaceFiles.Draw(around, surface.Value, Path.GetFileName(file), png);
        }

        foreach (string line in asJson ? [Json(facts).ToJsonString(JsonText.OneLine)] : Lines(facts, surface.Value, around.Language))
        {
            around.Terminal.Out.WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(SurfaceFacts facts, CostSurface surface, Language language)
    {
        CultureInfo plain = CultureInfo.InvariantCulture;
        yield return string.Format(plain, RouteWords.InfoLine.In(language), facts.Columns, facts.Rows, facts.CellKilometres, facts.Projection);
        yield return string.Format(plain, RouteWords.Extent.In(language), string.Join("; ", facts.Corners));
        yield return string.Format(plain, RouteWords.CellsLine.In(language), facts.Passable, facts.NoGo, facts.NoData);
        yield return string.Format(plain, RouteWords.QuantileLine.In(language), [.. facts.Quantiles]);
        yield return string.Format(plain, RouteWords.LandLine.In(language), facts.Lands.Count, facts.Lands[0], 100.0 * facts.Lands[0] / facts.Passable);
        if (surface.StepCosts is not null)
        {
            yield return RouteWords.DirectedLine.In(language);
        }
    }

    private static JsonObject Json(SurfaceFacts facts) => new()
    {
        ["columns"] = facts.Columns,
        ["rows"] = facts.Rows,
        ["cellKm"] = facts.CellKilometres,
        ["projection"] = facts.Projection,
        ["corners"] = new JsonArray([.. facts.Corners.Select(p => new JsonArray(p.Longitude, p.Latitude))]),
        ["passable"] = facts.Passable,
        ["noGo"] = facts.NoGo,
        ["noData"] = facts.NoData,
        ["quantiles"] = new JsonArray([.. facts.Quantiles.Select(q => JsonValue.Create(q))]),
        ["lands"] = new JsonArray([.. facts.Lands.Select(l => JsonValue.Create(l))]),
    };
}
