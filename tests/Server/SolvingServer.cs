using Trunkline.Runner;
using Trunkline.Server;

namespace Trunkline.Tests.Server;

/// <summary>A server that makes plans in processes of their own.</summary>
public sealed class SolvingServer : RunningServer
{
    protected override ServeOptions With(ServeOptions options) => options with { Solves = new PlanLimits(4096, null) };
}
