using System.CommandLine;
using Trunkline.Atlas;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>The surface that the route commands are given, by the words they share.</summary>
internal sealed class SurfaceChoice
{
    private readonly Option<string?> surface;
    private readonly Option<string?> crs;

    public SurfaceChoice(Language language)
    {
        surface = new Option<string?>("--surface") { Description = RouteWords.Surface.In(language), HelpName = "file" };
        crs = new Option<string?>("--crs") { Description = RouteWords.Crs.In(language), HelpName = "EPSG:n|WKT" };
    }

    public void AddTo(Command command)
    {
        command.Add(surface);
        command.Add(crs);
    }

    /// <summary>True where the surface is not the one that ships.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(surface) is not null;

    /// <summary>The surface given, or the dataset's.</summary>
    public Checked<CostSurface> Read(ParseResult parsed, Dataset dataset) => parsed.GetValue(surface) is { } file
        ? ReadFile(file, parsed.GetValue(crs))
        : dataset.Surface is { } own
            ? Checked<CostSurface>.Right(own)
            : Checked<CostSurface>.Wrong([new Problem(dataset.Folder, "It has no cost surface.", "Give --surface.")]);

    /// <summary>A surface from a file of any form.</summary>
    public static Checked<CostSurface> ReadFile(string file, string? crs, float noGo = SurfaceImport.UsualNoGo, double reference = 1) =>
        IsSimCcs(file) ? SimCcsCostFile.Read(file) : SurfaceImport.Read(file, crs, noGo, reference);

    /// <summary>True for the name of a SimCCS cost file, <c>Construction Costs.txt</c> and its like.</summary>
    public static bool IsSimCcs(string file) => Path.GetFileNameWithoutExtension(file).EndsWith(" Costs", StringComparison.OrdinalIgnoreCase);
}
