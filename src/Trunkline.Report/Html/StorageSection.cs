using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Where the CO2 goes: by kind, and how full the formations get.</summary>
public static class StorageSection
{
    private const int Shown = 15;

    public static void Write(Markup html, ReportInput input)
    {
        html.Open("section", ("id", "storage")).Leaf("h2", input.Say(Texts.StorageTitle)).Open("div", ("class", "charts"));
        ChartFigure.Write(html, input, ByKind(input));
        PlannedStorage[] ordered = [.. input.Plan.Storages.OrderByDescending(s => PlanFigures.Stored(input.Plan, s).Value).ThenBy(s => s.SinkId, StringComparer.Ordinal)];
        PlannedStorage[] bounded = [.. ordered.Where(storage => storage.Capacity is { Value: > 0 }).Take(Shown)];
        if (bounded.Length > 0)
        {
            ChartFigure.Write(html, input, Fill(input, bounded), null);
        }

        html.Close().Open("details").Leaf("summary", input.Say(Texts.AllStorage, ordered.Length));
        Table(input, ordered).Write(html);
        html.Close().Close().Line();
    }

    private static StackedBars ByKind(ReportInput input)
    {
        Scale scale = input.Figures.RateScale(input.Plan.Periods.Max(period => period.StoredMtPerYear + period.UsedMtPerYear) * 1e6);
        return new StackedBars(
            input.Say(Texts.StorageByKind, scale.Unit),
            input.PeriodNames,
            [
                .. input.Plan.Storages.Select(storage => storage.Kind).Distinct().OrderByDescending(kind => kind, StringComparer.Ordinal).Select(kind => new ChartSeries(
                    Vocabulary.StorageKinds.In(kind, input.Language),
                    kind == "eor" ? "k-use" : "k-storage",
                    input.ByPeriod(t => scale.Of(input.Plan.Storages.Where(storage => storage.Kind == kind).Select(storage => storage.Rate[t]).Sum().Value)))),
            ],
            []);
    }

    private static HorizontalBars Fill(ReportInput input, PlannedStorage[] storages) => new(
        input.Say(Texts.StorageUse, storages.Length, input.Plan.Periods[^1].To),
        [.. storages.Select(storage => FillBar(input, storage))],
        1);

    private static LyingBar FillBar(ReportInput input, PlannedStorage storage)
    {
        double fill = PlanFigures.Fill(input.Plan, storage, input.LastPeriod) ?? 0;
        string text = input.Say(
            Texts.FilledOf,
            input.Figures.Mass(PlanFigures.Stored(input.Plan, storage)),
            input.Figures.Mass(storage.Capacity!.Value),
            input.Figures.Percent(fill));
        return new LyingBar($"{storage.Name} ({storage.State})", "k-storage", Math.Min(1, fill), text);
    }

    private static HtmlTable Table(ReportInput input, PlannedStorage[] storages)
    {
        Scale scale = input.Figures.MassScale(1e8);
        return new HtmlTable(
            input.Say(Texts.StorageTitle),
            [
                input.Say(Texts.FormationHead), input.Say(Texts.StateHead), input.Say(Texts.StorageKindHead), input.Say(Texts.StoredHead, scale.Unit),
                input.Say(Texts.CapacityHead, scale.Unit), input.Say(Texts.ShareHead), input.Say(Texts.ProjectsHead), input.Say(Texts.ReadyHead),
            ],
            3,
            [.. storages.Select(storage => Row(input, scale, storage))]);
    }

    private static IReadOnlyList<string> Row(ReportInput input, Scale scale, PlannedStorage storage) =>
    [
        storage.Name,
        storage.State,
        Vocabulary.StorageKinds.In(storage.Kind, input.Language),
        Figures.Number(scale.Of(PlanFigures.Stored(input.Plan, storage).Value)),
        storage.Capacity is { } capacity ? Figures.Number(scale.Of(capacity.Value)) : "–",
        PlanFigures.Fill(input.Plan, storage, input.LastPeriod) is double fill ? input.Figures.Percent(fill) : "–",
        storage.Kind == "eor" ? "–" : $"{storage.Projects.Sum()} / {storage.MaxProjects}",
        storage.ReadyFrom is int year ? $"{year}" : "–",
    ];
}
