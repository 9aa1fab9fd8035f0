using System.CommandLine;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline route surface import</c>: a raster checked and written as a surface.</summary>
internal static class RouteSurfaceImportCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var file = new Argument<string>("file") { Description = RouteWords.Raster.In(language) };
        var output = new Option<string>("--out") { Description = RouteWords.SurfaceOut.In(language), HelpName = "file", Required = true };
        var crs = new Option<string?>("--crs") { Description = RouteWords.Crs.In(language), HelpName = "EPSG:n|WKT" };
        var noGo = new Option<float>("--no-go") { Description = RouteWords.NoGo.In(language), DefaultValueFactory = _ => SurfaceImport.UsualNoGo };
        var reference = new Option<double>("--reference") { Description = RouteWords.Reference.In(language), DefaultValueFactory = _ => 1 };
        var png = new Option<string?>("--png") { Description = RouteWords.Png.In(language), HelpName = "file" };
        var command = new Command("import", RouteWords.Import.In(language)) { file, output, crs, noGo, reference, png };
        command.SetAction(parsed => Import(
            around,
            SurfaceChoice.ReadFile(parsed.GetRequiredValue(file), parsed.GetValue(crs), parsed.GetValue(noGo), parsed.GetValue(reference)),
            parsed.GetRequiredValue(output),
            parsed.GetValue(png)));
        return command;
    }

    /// <summary>Writes a surface that was read or built, or tells all that is wrong.</summary>
    public static int Import(Surroundings around, Checked<CostSurface> surface, string output, string? png)
    {
        List<Problem> problems = [.. surface.Problems, .. new[] { output, png }.OfType<string>().Select(FreshFolder.ObstacleToFile).OfType<Problem>()];
        if (problems.Count > 0 || !surface.IsRight)
        {
            return ProblemTable.Show(around, problems, asJson: false);
        }

        SurfaceFiles.Write(surface.Value, output);
        if (png is not null)
        {
            SurfaceFiles.Draw(around, surface.Value, Path.GetFileName(output), png);
        }

        around.Terminal.Out.WriteLine(string.Format(RouteWords.Wrote.In(around.Language), output));
        return ExitCode.Done;
    }
}
