using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>Lowers targets that cannot be reached, where the study allows it, and says why.</summary>
internal static class TargetLowering
{
    /// <summary>A target at the very ceiling pins every unit and leaves a search nothing to improve; this share of it is left as room.</summary>
    public const double RoomForSearch = 0.01;

    /// <summary>The case with each unreachable target lowered by what is missing and a share of the rest as room, and a note for each.</summary>
    public static (PlanningCase Planning, IReadOnlyList<PlanNote> Notes) Lower(PlanningCase planning, IReadOnlyList<Shortfall> missing, double room)
    {
        TonnesPerYear?[] target = [.. planning.Target];
        var notes = new List<PlanNote>();
        foreach (Shortfall shortfall in missing)
        {
            double before = target[shortfall.Period]!.Value.Value;
            double after = Math.Max(0, Math.Floor((before - shortfall.Amount) * (1 - room) / 1000) * 1000);
            target[shortfall.Period] = new TonnesPerYear(after);
            notes.Add(Note(planning, shortfall, before, after, room));
        }

        return (planning with { Target = target }, notes);
    }

    private static PlanNote Note(PlanningCase planning, Shortfall shortfall, double before, double after, double room)
    {
        Bilingual why = RelaxationWords.Of(shortfall, planning.Periods).Text;
        Bilingual left = room > 0
            ? new($" {room:0.#%} of the rest is left as room for the search.", $"其余部分留出 {room:0.#%} 供搜索使用。")
            : new(string.Empty, string.Empty);
        return new PlanNote("target", new Bilingual(
            $"Target {planning.Periods[shortfall.Period]} lowered from {before / 1e6:0.###} to {after / 1e6:0.###} Mt/y. {why.En}{left.En}",
            $"{planning.Periods[shortfall.Period]} 年的目标由 {before / 1e6:0.###} 降至 {after / 1e6:0.###} 百万吨/年。{why.Zh}{left.Zh}"));
    }
}
