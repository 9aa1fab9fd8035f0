using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>
/// Draws a plan's build-out, one picture a period. What does not change (ground, existing pipelines, the lines of pipes) is drawn
/// once as definitions and pointed at by each picture, so that a national report stays small.
/// </summary>
public sealed class BuildOutMap
{
    /// <summary>Drawing units of radius for a million tonnes a year; the area grows with the rate.</summary>
    public const double RadiusOfOneMt = 3.6;

    private const double LeastRadius = 1.3;
    private const double LineTolerance = 0.4;
    private const double LabelRoom = 34, WideLabelRoom = 78;
    private static readonly TonnesPerYear _dotFrom = new(100_000);

    private readonly Plan _plan;
    private readonly IReadOnlyList<Corridor> _existing;
    private readonly IReadOnlyList<StateOutline> _states;
    private readonly Language _language;
    private readonly Figures _figures;
    private readonly string[] _pipePaths;

    public BuildOutMap(Plan plan, IReadOnlyList<Corridor> existing, IReadOnlyList<StateOutline> states, Language language)
    {
        (_plan, _existing, _states, _language, _figures) = (plan, existing, states, language, new Figures(language));
        Frame = MapFrame.Of(plan);
        _pipePaths = [.. plan.Pipes.Select(pipe => MapPath.Line(OnMap(pipe.Route), LineTolerance))];
    }

    /// <summary>False where nobody can point at the marks, as in a picture that a page shows: their figures are then left out.</summary>
    public bool IsPointedAt { get; init; } = true;

    public MapFrame Frame { get; }

    public string ViewBox => $"0 0 {Markup.At(MapFrame.Width)} {Markup.At(Frame.Height)}";

    /// <summary>What every picture points at: <c>ground</c>, <c>names</c>, <c>existing</c>, <c>dots</c> and one path a pipe. Once in a document.</summary>
    public void Define(Markup svg)
    {
        svg.Open("defs");
        DrawStates(svg);
        svg.Empty("path", ("id", "existing"), ("class", "old"), ("d", ExistingPath()));
        svg.Empty("path", ("id", "dots"), ("class", "dot"), ("d", DotsPath()));
        for (int i = 0; i < _pipePaths.Length; i++)
        {
            if (_pipePaths[i].Length > 0)
            {
                svg.Empty("path", ("id", PipeId(i)), ("d", _pipePaths[i]));
            }
        }

        svg.Close().Line();
    }

    /// <summary>One period's picture, to stand in an <c>svg</c> with <see cref="ViewBox"/>.</summary>
    public void Draw(Markup svg, int period)
    {
        svg.Empty("use", ("href", "#ground"));
        DrawStorage(svg, period);
        svg.Empty("use", ("href", "#dots"));
        svg.Empty("use", ("href", "#existing"));
        DrawPipes(svg, period);
        svg.Empty("use", ("href", "#names"));
        DrawInjection(svg, period);
        DrawCaptures(svg, period);
    }

    /// <summary>A picture in words, for those who do not see it.</summary>
    public string Describe(int period)
    {
        PlanPeriod figures = _plan.Periods[period];
        return Texts.MapDescription.In(
            _language,
            PlanFigures.Name(figures),
            _figures.Rate(TonnesPerYear.FromMegatonnes(figures.CapturedMtPerYear)),
            figures.CapturingSites,
            _figures.Length(new Kilometres(figures.PipeKm)),
            _figures.Length(new Kilometres(figures.NewPipeKm)),
            _plan.Storages.Count(storage => PlanFigures.IsFlow(storage.Rate[period])));
    }

    /// <summary>Radius of the circle of a rate.</summary>
    public static double Radius(TonnesPerYear rate) => Math.Max(LeastRadius, RadiusOfOneMt * Math.Sqrt(Math.Max(0, rate.Megatonnes)));

    private Markup Tell(Markup svg, string figures) => IsPointedAt ? svg.Leaf("title", figures) : svg;

    private static string PipeId(int index) => $"p{index}";

    private MapPoint[] OnMap(IReadOnlyList<GeoPoint> route) => [.. route.Select(Frame.At)];

    private void DrawStates(Markup svg)
    {
        List<(MapPoint Place, string Code, bool Wide)> labels = [];
        svg.Open("g", ("id", "ground"));
        foreach (StateOutline state in _states)
        {
            MapPoint[][] rings = [.. state.Rings.Select(OnMap).Where(ring => ring.Any(point => Frame.Shows(point, MapFrame.Width)))];
            string path = string.Concat(rings.Select(ring => MapPath.Ring(ring, LineTolerance)));
            if (path.Length > 0)
            {
                svg.Empty("path", ("class", "land"), ("d", path));
                labels.AddRange(StateLabel.Of(rings) is { } label && label.Room >= LabelRoom && Frame.Shows(label.Place, -10)
                    ? [(label.Place, state.Code, label.Room >= WideLabelRoom)]
                    : []);
            }
        }

        svg.Close().Line().Open("g", ("id", "names"));
        foreach ((MapPoint place, string code, bool wide) in labels)
        {
            svg.Leaf("text", code, ("class", wide ? "st" : "st narrow"), ("x", Markup.At(place.X)), ("y", Markup.At(place.Y + 4)));
        }

        svg.Close().Line();
    }

    private string ExistingPath() => string.Concat(_existing
        .Select(line => OnMap(line.Points))
        .Where(line => line.Any(point => Frame.Shows(point, 20)))
        .Select(line => MapPath.Line(line, LineTolerance)));

    // A dot is a line of no length with round ends: the shortest way to write some thousand of them.
    private string DotsPath() => string.Concat(_plan.Uncaptured
        .Where(stream => stream.Co2 >= _dotFrom)
        .Select(stream => Frame.At(stream.Place))
        .Where(point => Frame.Shows(point))
        .Select(point => $"M{Markup.At(point.X)} {Markup.At(point.Y)}h0")
        .Distinct());

    private void DrawStorage(Markup svg, int period)
    {
        foreach (PlannedStorage storage in InUseBy(period).Where(storage => storage.RadiusKm is > 0).OrderByDescending(storage => storage.RadiusKm))
        {
            MapPoint centre = Frame.At(storage.Centre);
            double radius = storage.RadiusKm!.Value * Frame.PixelsPerKm, fill = Math.Min(1, PlanFigures.Fill(_plan, storage, period) ?? 0);
            svg.Open("g");
            Tell(svg, StorageTitle(storage, period));
            DrawDisc(svg, "disc", centre, radius);
            DrawDisc(svg, "fill", centre, radius * Math.Sqrt(fill));
            svg.Close();
        }
    }

    private static void DrawDisc(Markup svg, string look, MapPoint centre, double radius) =>
        svg.Empty("circle", ("class", look), ("cx", Markup.At(centre.X)), ("cy", Markup.At(centre.Y)), ("r", Markup.At(radius)));

    private IEnumerable<PlannedStorage> InUseBy(int period) => _plan.Storages.Where(storage => storage.Rate.Take(period + 1).Any(PlanFigures.IsFlow));

    private string StorageTitle(PlannedStorage storage, int period)
    {
        string kind = Vocabulary.StorageKinds.In(storage.Kind, _language);
        string[] parts =
        [
            $"{storage.Name} ({storage.State})",
            kind,
            _figures.Rate(storage.Rate[period]),
            .. PlanFigures.Fill(_plan, storage, period) is double fill ? [Texts.Filled.In(_language, _figures.Percent(fill))] : Array.Empty<string>(),
        ];
        return string.Join(" · ", parts);
    }

    private void DrawPipes(Markup svg, int period)
    {
        foreach (DiameterClass size in DiameterClass.All)
        {
            string casing = string.Concat(_plan.Pipes.Select((pipe, i) => PlanFigures.IsLaidIn(pipe, period) && ClassBy(pipe, period) == size ? _pipePaths[i] : ""));
            if (casing.Length > 0)
            {
                svg.Empty("path", ("class", $"new n{size.Key[1..]}"), ("d", casing));
            }
        }

        for (int i = 0; i < _plan.Pipes.Count; i++)
        {
            PlannedPipe pipe = _plan.Pipes[i];
            if (_pipePaths[i].Length > 0 && Look(pipe, period) is { } look)
            {
                svg.Open("use", ("href", "#" + PipeId(i)), ("class", look));
                Tell(svg, PipeTitle(pipe, period)).Close();
            }
        }
    }

    private static DiameterClass ClassBy(PlannedPipe pipe, int period) =>
        PlanFigures.LargestInches(pipe, period) is double inches ? DiameterClass.Of(inches) : DiameterClass.All[0];

    /// <summary>The class of a pipe's line in a period; null where there is nothing to draw.</summary>
    private static string? Look(PlannedPipe pipe, int period)
    {
        bool carries = PlanFigures.IsFlow(pipe.Flow[period]);
        return PlanFigures.IsLaidBy(pipe, period) ? $"pipe {ClassBy(pipe, period).Key}{(carries ? "" : " idle")}" : carries ? "oldused" : null;
    }

    private string PipeTitle(PlannedPipe pipe, int period)
    {
        string laid = string.Join(
            _language == Language.Zh ? "、" : ", ",
            Enumerable.Range(0, period + 1).Where(t => PlanFigures.IsLaidIn(pipe, t)).Select(t => PlanFigures.Name(_plan.Periods[t])));
        string[] parts =
        [
            PlanFigures.LargestInches(pipe, period) is double inches ? _figures.Inches(inches) : Texts.ExistingPipeline.In(_language),
            _figures.Rate(new TonnesPerYear(Math.Abs(pipe.Flow[period].Value))),
            _figures.Length(pipe.Length),
            .. laid.Length > 0 ? [Texts.LaidIn.In(_language, laid)] : Array.Empty<string>(),
        ];
        return string.Join(" · ", parts);
    }

    private void DrawCaptures(Markup svg, int period)
    {
        IEnumerable<IGrouping<(string, bool), PlannedCapture>> sites = _plan.Captures
            .Where(capture => capture.FirstPeriod <= period)
            .GroupBy(capture => (capture.SiteId, capture.Track == "dac"))
            .OrderByDescending(site => site.Sum(capture => capture.Rate[period].Value))
            .ThenBy(site => site.Key.SiteId, StringComparer.Ordinal);
        foreach (IGrouping<(string, bool), PlannedCapture> site in sites)
        {
            DrawSite(svg, [.. site], period);
        }
    }

    private void DrawSite(Markup svg, IReadOnlyList<PlannedCapture> streams, int period)
    {
        PlannedCapture first = streams[0];
        TonnesPerYear rate = streams.Select(stream => stream.Rate[period]).Sum();
        bool runs = PlanFigures.IsFlow(rate);
        if (!runs && !streams.Any(stream => stream.StopsAtCreditEnd && stream.LastPeriod < period))
        {
            return;
        }

        SectorGroup group = SectorGroup.Of(first);
        string look = runs ? $"c g-{group.Key}" : "gone";
        MapPoint at = Frame.At(first.Place);
        double radius = Radius(runs ? rate : streams.Select(stream => stream.Rate.MaxBy(r => r.Value)).Sum());
        if (group == SectorGroup.Dac)
        {
            svg.Open("path", ("class", look), ("d", Diamond(at, Math.Max(3, radius * Math.Sqrt(Math.PI / 2)))));
        }
        else
        {
            svg.Open("circle", ("class", look), ("cx", Markup.At(at.X)), ("cy", Markup.At(at.Y)), ("r", Markup.At(radius)));
        }

        Tell(svg, SiteTitle(first, runs ? rate : null, streams.Min(stream => stream.FirstPeriod))).Close();
    }

    private string SiteTitle(PlannedCapture site, TonnesPerYear? rate, int firstPeriod) => string.Join(
        " · ",
        $"{site.SiteName} ({site.State})",
        Vocabulary.Sectors.In(site.Track == "dac" ? "dac" : site.Sector, _language),
        rate is { } running ? _figures.Rate(running) : Texts.Stopped.In(_language),
        Texts.Since.In(_language, _plan.Periods[firstPeriod].From));

    private void DrawInjection(Markup svg, int period)
    {
        foreach (PlannedStorage storage in InUseBy(period))
        {
            foreach (MapPoint at in storage.Entries.Where(entry => entry.Rate.Take(period + 1).Any(PlanFigures.IsFlow)).Select(entry => Frame.At(entry.Place)))
            {
                svg.Open("path", ("class", "well"), ("d", storage.Kind == "eor" ? Square(at, 3.2) : Triangle(at, 3.6)));
                Tell(svg, StorageTitle(storage, period)).Close();
            }
        }
    }

    internal static string Diamond(MapPoint at, double size) => $"M{Markup.At(at.X)} {Markup.At(at.Y - size)}l{Markup.At(size)} {Markup.At(size)} {Markup.At(-size)} {Markup.At(size)} {Markup.At(-size)} {Markup.At(-size)}z";

    internal static string Triangle(MapPoint at, double size) => $"M{Markup.At(at.X - size)} {Markup.At(at.Y - (size * 0.7))}h{Markup.At(2 * size)}l{Markup.At(-size)} {Markup.At(size * 1.5)}z";

    internal static string Square(MapPoint at, double size) => $"M{Markup.At(at.X - size)} {Markup.At(at.Y - size)}h{Markup.At(2 * size)}v{Markup.At(2 * size)}h{Markup.At(-2 * size)}z";
}
