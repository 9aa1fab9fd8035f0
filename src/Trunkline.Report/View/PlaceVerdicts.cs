using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Why a thing is as it is in a plan, in one sentence.</summary>
internal static class PlaceVerdicts
{
    public static Bilingual OfPipe(Plan plan, PlannedPipe pipe)
    {
        int laid = pipe.Bought.Index().Where(b => PlanFigures.IsFlow(b.Item)).Select(b => b.Index).FirstOrDefault(-1);
        double most = pipe.Flow.Max(f => Math.Abs(f.Megatonnes)), size = (pipe.Bought.Sum(b => b.Value) + pipe.ExistingCapacity.Value) / 1e6;
        if (laid < 0)
        {
            return new Bilingual(
                $"A pipe that lies here carries at most {most:0.##} Mt/y of the {size:0.##} Mt/y it can; none is laid.",
                $"利用已有管道，最多输送 {most:0.##} 百万吨/年（能力 {size:0.##} 百万吨/年），未新建。");
        }

        int from = plan.Periods[laid].From;
        return new Bilingual(
            $"Laid by {from}: it carries at most {most:0.##} Mt/y, {(size > 0 ? most / size : 0):0 %} of its size, on the cheapest way found from its sources to storage.",
            $"{from} 年前建成：最多输送 {most:0.##} 百万吨/年，为其能力的 {(size > 0 ? most / size : 0):0%}，是所找到的从排放源到封存地的最低成本路径。");
    }

    public static Bilingual OfStorage(Plan plan, PlannedStorage storage)
    {
        int first = storage.Rate.Index().Where(r => PlanFigures.IsFlow(r.Item)).Select(r => r.Index).FirstOrDefault(-1);
        double most = storage.Rate.Max(r => r.Megatonnes);
        if (first < 0)
        {
            return new Bilingual("It takes nothing in this plan.", "本方案中未使用。");
        }

        int from = plan.Periods[first].From, opened = storage.Projects.Sum();
        string ready = storage.ReadyFrom is { } year ? $" A permit lets a new project inject from {year} on." : "";
        string readyZh = storage.ReadyFrom is { } when ? $"新项目获许可后最早于 {when} 年注入。" : "";
        return storage.Kind == "eor"
            ? new Bilingual($"Takes CO2 from {from} on, at most {most:0.##} Mt/y, as far as the field's demand goes.", $"{from} 年起接收，最多 {most:0.##} 百万吨/年，以油田需求为限。")
            : new Bilingual(
                $"Takes CO2 from {from} on, at most {most:0.##} Mt/y, with {opened} of {storage.MaxProjects} possible projects.{ready}",
                $"{from} 年起封存，最多 {most:0.##} 百万吨/年，开设 {opened} 个项目（最多 {storage.MaxProjects} 个）。{readyZh}");
    }

    public static Bilingual OfExisting(Corridor line) => line.Capacity is { } capacity
        ? new Bilingual($"Lies in the ground and can carry {capacity.Megatonnes:0.##} Mt/y, which a plan may use.", $"已建成，输送能力 {capacity.Megatonnes:0.##} 百万吨/年，方案可以使用。")
        : new Bilingual("Lies in the ground; what it can carry is not known, so a plan uses only its right of way.", "已建成；输送能力未知，因此方案只利用其路权。");
}
