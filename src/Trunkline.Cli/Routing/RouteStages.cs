using System.Globalization;

namespace Trunkline.Cli;

/// <summary>Says on standard error which stage of a long work has begun, with the seconds since the program's start.</summary>
internal sealed class RouteStages(Surroundings around)
{
    public void Begin(string stage) => around.Terminal.Error.WriteLine(
        $"{around.Clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),7} s  {RouteWords.Stage(stage, around.Language)}");
}
