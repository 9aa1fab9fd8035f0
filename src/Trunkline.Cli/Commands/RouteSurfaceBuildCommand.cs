using System.CommandLine;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline route surface build</c>: layers and weights in, a surface out.</summary>
internal static class RouteSurfaceBuildCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var recipe = new Argument<string>("recipe") { Description = RouteWords.Recipe.In(language) };
        var output = new Option<string>("--out") { Description = RouteWords.SurfaceOut.In(language), HelpName = "file", Required = true };
        var png = new Option<string?>("--png") { Description = RouteWords.Png.In(language), HelpName = "file" };
        var command = new Command("build", RouteWords.Build.In(language)) { recipe, output, png };
        command.SetAction(parsed => RouteSurfaceImportCommand.Import(around, Built(around, parsed.GetRequiredValue(recipe)), parsed.GetRequiredValue(output), parsed.GetValue(png)));
        return command;
    }

    private static Checked<CostSurface> Built(Surroundings around, string path)
    {
        Checked<SurfaceRecipe> recipe = SurfaceRecipe.Read(path);
        return recipe.IsRight
            ? SurfaceBuilder.Build(recipe.Value, Path.GetDirectoryName(Path.GetFullPath(path))!, new RouteStages(around).Begin, around.Interrupted)
            : Checked<CostSurface>.Wrong([.. recipe.Problems]);
    }
}
