using Trunkline.Planner;
using Trunkline.Server;

namespace Trunkline.Tests.Server;

/// <summary>A server on which studies must be small.</summary>
public sealed class SmallStudies : RunningServer
{
    public static StudySize Most { get; } = new(Bytes: 4000, Depth: 6, Periods: 3, Members: 30);

    protected override ServeOptions With(ServeOptions options) => options with { StudySize = Most };
}
