using Trunkline.Atlas;
using Trunkline.Atlas.SimCcs;
using Trunkline.Report;

namespace Trunkline.Cli;

/// <summary>Writes a surface in the form that the file's name asks for, and draws it.</summary>
internal static class SurfaceFiles
{
    public static void Write(CostSurface surface, string file)
    {
        if (SurfaceChoice.IsSimCcs(file))
        {
            SimCcsCostFile.Write(new TerrainCost(new SurfaceGrid(SimCcsGridding.InDegrees(surface)), [], 1), file);
            return;
        }

        SurfaceWriter.Write(surface, file);
    }

    public static void Draw(Surroundings around, CostSurface surface, string name, string png) => File.WriteAllBytes(
        png, RoutePicture.Draw(surface, string.Format(RouteWords.SurfaceTitle.In(around.Language), name), around.Language, [], []));
}
