using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What the marks of the map mean: one list, shown as HTML in the report and as drawing in a picture of its own.</summary>
public static class MapLegend
{
    public const int SwatchWidth = 34, SwatchHeight = 18;

    /// <summary>A mark and its meaning.</summary>
    /// <param name="Draw">Draws the mark in a box of <see cref="SwatchWidth"/> by <see cref="SwatchHeight"/>.</param>
    public sealed record Entry(Action<Markup> Draw, string Text);

    /// <summary>Marks that belong together.</summary>
    public sealed record Section(string Title, IReadOnlyList<Entry> Entries);

    /// <summary>Only what the plan shows is explained.</summary>
    public static IReadOnlyList<Section> Of(Plan plan, bool hasExisting, Language language) =>
    [
        new(Texts.Pipelines.In(language), [.. Pipes(plan, hasExisting, language)]),
        new(Texts.CaptureLegend.In(language), [.. Captures(plan, language)]),
        new(Texts.StorageLegend.In(language), [.. Storage(plan, language)]),
    ];

    private static IEnumerable<Entry> Pipes(Plan plan, bool hasExisting, Language language)
    {
        int last = plan.Periods.Count - 1;
        HashSet<DiameterClass> used = [.. plan.Pipes.Select(pipe => PlanFigures.LargestInches(pipe, last)).OfType<double>().Select(DiameterClass.Of)];
        foreach (DiameterClass size in DiameterClass.All.Where(used.Contains))
        {
            yield return Line($"pipe {size.Key}", size.Name.In(language));
        }

        if (used.Count > 0)
        {
            yield return new Entry(svg => Stroke(Stroke(svg, "new n3"), "pipe d3"), Texts.NewPipeline.In(language));
        }

        if (plan.Pipes.Any(pipe => pipe.Bought.Select((_, t) => t).Any(t => PlanFigures.IsLaidBy(pipe, t) && !PlanFigures.IsFlow(pipe.Flow[t]))))
        {
            yield return Line("pipe d3 idle", Texts.IdlePipeline.In(language));
        }

        if (hasExisting)
        {
            yield return Line("old", Texts.ExistingPipeline.In(language));
        }

        if (plan.Pipes.Any(pipe => pipe.Flow.Select((_, t) => t).Any(t => PlanFigures.IsFlow(pipe.Flow[t]) && !PlanFigures.IsLaidBy(pipe, t))))
        {
            yield return Line("oldused", Texts.ExistingUsed.In(language));
        }
    }

    private static IEnumerable<Entry> Captures(Plan plan, Language language)
    {
        HashSet<SectorGroup> used = [.. plan.Captures.Select(SectorGroup.Of)];
        foreach (SectorGroup group in SectorGroup.All.Where(used.Contains))
        {
            string look = $"c g-{group.Key}";
            yield return group == SectorGroup.Dac
                ? new Entry(svg => svg.Empty("path", ("class", look), ("d", BuildOutMap.Diamond(new MapPoint(17, 9), 7))), group.Name.In(language))
                : Disc(look, 6, group.Name.In(language));
        }

        Figures figures = new(language);
        foreach (TonnesPerYear rate in new[] { TonnesPerYear.FromMegatonnes(0.5), TonnesPerYear.FromMegatonnes(5) })
        {
            yield return Disc("size", BuildOutMap.Radius(rate), figures.Rate(rate));
        }

        if (plan.Captures.Any(capture => capture.StopsAtCreditEnd))
        {
            yield return Disc("gone", 6, Texts.Stopped.In(language));
        }

        if (plan.Uncaptured.Count > 0)
        {
            yield return new Entry(svg => svg.Empty("path", ("class", "dot"), ("d", "M17 9h0")), Texts.UncapturedDot.In(language));
        }
    }

    private static IEnumerable<Entry> Storage(Plan plan, Language language)
    {
        if (plan.Storages.Any(storage => storage.RadiusKm is > 0))
        {
            yield return Disc("disc", 8, Texts.FormationDisc.In(language));
            yield return new Entry(svg => { Circle(svg, "disc", 8); Circle(svg, "fill", 5); }, Texts.FillDisc.In(language));
        }

        if (plan.Storages.Any(storage => storage.Kind != "eor"))
        {
            yield return Mark(BuildOutMap.Triangle(new MapPoint(17, 8), 5), Texts.InjectionPoint.In(language));
        }

        if (plan.Storages.Any(storage => storage.Kind == "eor"))
        {
            yield return Mark(BuildOutMap.Square(new MapPoint(17, 9), 4), Texts.UsePoint.In(language));
        }
    }

    private static Entry Line(string look, string text) => new(svg => Stroke(svg, look), text);

    private static Entry Disc(string look, double radius, string text) => new(svg => Circle(svg, look, radius), text);

    private static Entry Mark(string path, string text) => new(svg => svg.Empty("path", ("class", "well"), ("d", path)), text);

    private static Markup Stroke(Markup svg, string look) => svg.Empty("path", ("class", look), ("d", "M3 9h28"));

    private static void Circle(Markup svg, string look, double radius) =>
        svg.Empty("circle", ("class", look), ("cx", "17"), ("cy", "9"), ("r", Markup.At(radius)));
}
