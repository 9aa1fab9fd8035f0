using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Tests.Unit.Planner;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Pillars;

/// <summary>Pillars of small worlds.</summary>
internal static class TinyPillars
{
    /// <summary>A study of data/studies under the shipped register, storage fees included: the world of its README.</summary>
    public static TinyWorld Study(string folder) => TinyWorld.Read(folder) with { Register = ShippedRegister.Register };

    /// <summary>The best plan of a world with all it was made from.</summary>
    public static PillarInput Input(this TinyWorld world) => world.InputOf(world.Plan);

    public static PillarInput InputOf(this TinyWorld world, Plan plan) => new(plan, world.Study, world.Dataset, world.Law);
}
