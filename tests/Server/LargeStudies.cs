using Trunkline.Planner;
using Trunkline.Server;

namespace Trunkline.Tests.Server;

/// <summary>A server on which studies may be as large as the program reads at all.</summary>
public sealed class LargeStudies : RunningServer
{
    protected override ServeOptions With(ServeOptions options) => options with { StudySize = StudySize.Most };
}
