using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Report;
using RouteEnd = Trunkline.Atlas.Terminal;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline route path</c>: the cheapest way between two places, drawn and described.</summary>
internal static class RoutePathCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var from = new Argument<string>("from") { Description = RouteWords.From.In(language) };
        var to = new Argument<string>("to") { Description = RouteWords.To.In(language) };
        var surface = new SurfaceChoice(language);
        var nearest = new Option<bool>("--nearest") { Description = RouteWords.Nearest.In(language) };
        var withLines = new Option<bool>("--with-lines") { Description = RouteWords.WithLines.In(language) };
        var output = new Option<string?>("--out") { Description = RouteWords.PathOut.In(language), HelpName = "file" };
        var png = new Option<string?>("--png") { Description = RouteWords.Png.In(language), HelpName = "file" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("path", RouteWords.Path.In(language)) { from, to, nearest, withLines, output, png, json };
        surface.AddTo(command);
        command.SetAction(parsed => new PathRun(around, parsed.GetValue(output), parsed.GetValue(png), parsed.GetValue(json)).Run(
            [parsed.GetRequiredValue(from), parsed.GetRequiredValue(to)],
            dataset => surface.Read(parsed, dataset),
            !surface.IsGiven(parsed) || parsed.GetValue(withLines),
            parsed.GetValue(nearest)));
        return command;
    }

    private sealed class PathRun(Surroundings around, string? output, string? png, bool asJson)
    {
        private Language Language => around.Language;

        public int Run(string[] words, Func<Dataset, Checked<CostSurface>> surface, bool withLines, bool nearest)
        {
            List<Problem> problems = [.. new[] { output, png }.OfType<string>().Select(FreshFolder.ObstacleToFile).OfType<Problem>()];
            Checked<RouteInput> input = RouteInput.Read(surface);
            problems.AddRange(input.Problems);
            if (!input.IsRight)
            {
                return ProblemTable.Show(around, problems, asJson);
            }

            RouteEnd[] ends = [.. words.Select(word => input.Value.End(word, problems)).OfType<RouteEnd>()];
            var grid = new SurfaceGrid(input.Value.Surface);
            problems.AddRange(nearest ? [] : TerminalCells.Displaced(grid, ends));
            Checked<TerminalCells> cells = TerminalCells.Find(grid, ends);
            problems.AddRange(nearest ? cells.Problems : []);
            if (problems.Count > 0)
            {
                return ProblemTable.Show(around, problems, asJson);
            }

            foreach (SnapNote snap in cells.Value!.Snaps)
            {
                around.Terminal.Error.WriteLine(string.Format(CultureInfo.InvariantCulture, RouteWords.Moved.In(Language), snap.Terminal, snap.To, snap.Distance.Value));
            }

            return Answer(input.Value, ends, cells.Value, withLines);
        }

        private int Answer(RouteInput input, RouteEnd[] ends, TerminalCells cells, bool withLines)
        {
            Corridor[] lines = withLines ? [.. input.Dataset.ExistingPipelines, .. input.Dataset.RightsOfWay] : [];
            var terrain = new TerrainCost(new SurfaceGrid(input.Surface), lines, input.Dataset.Parameter(KnownParameters.RightOfWayFactor).Value);
            GroundRoute? route = GroundRoute.Find(terrain, cells.CellOf[0], cells.CellOf[1]);
            if (route is null)
            {
                around.Terminal.Error.WriteLine(string.Format(RouteWords.NoWay.In(Language), ends[0].Id, ends[1].Id));
                return ExitCode.NotAPlan;
            }

            CorridorFacts facts = new CorridorSurvey(terrain, lines, input.Beside).Of(route.Line);
            Show(ends, route, facts);
            Write(ends, route, facts);
            if (png is not null)
            {
                Draw(input, lines, route, ends);
            }

            return ExitCode.Done;
        }

        private void Show(RouteEnd[] ends, GroundRoute route, CorridorFacts facts)
        {
            IEnumerable<string> lines = asJson
                ? [Json(ends, route, facts).ToJsonString(JsonText.OneLine)]
                : [
                    string.Format(CultureInfo.InvariantCulture, RouteWords.PathLine.In(Language), ends[0].Id, ends[1].Id, route.Length.Value, route.Cost, route.Cells),
                    .. CorridorLines.Of(facts, Language),
                ];
            foreach (string line in lines)
            {
                around.Terminal.Out.WriteLine(line);
            }
        }

        private void Write(RouteEnd[] ends, GroundRoute route, CorridorFacts facts)
        {
            if (output is null)
            {
                return;
            }

            var network = new CandidateNetwork(
                [new CandidateNode(ends[0].Id, route.Line[0], []), new CandidateNode(ends[1].Id, route.Line[^1], [])],
                [new CandidateEdge($"{ends[0].Id}--{ends[1].Id}", 0, 1, route.Length, new Kilometres(route.Cost), default, route.Line) { Facts = facts }],
                []);
            using FileStream stream = File.Create(output);
            CandidateNetworkGeoJson.Write(network, stream);
        }

        private void Draw(RouteInput input, Corridor[] lines, GroundRoute route, RouteEnd[] ends) => File.WriteAllBytes(png!, RoutePicture.Draw(
            input.Surface,
            string.Format(CultureInfo.InvariantCulture, RouteWords.PathLine.In(Language), ends[0].Id, ends[1].Id, route.Length.Value, route.Cost, route.Cells),
            Language,
            [
                new PictureLines(RouteWords.RightsOfWay.In(Language), "#7b8fb5", 1.5f, [.. lines.Where(l => input.Dataset.RightsOfWay.Contains(l)).Select(l => l.Points)]),
                new PictureLines(RouteWords.Pipelines.In(Language), "#c26a1f", 2.5f, [.. lines.Where(l => input.Dataset.ExistingPipelines.Contains(l)).Select(l => l.Points)]),
                new PictureLines(RouteWords.RouteName.In(Language), "#0b5d57", 4, [route.Line]),
            ],
            [new PictureDots(RouteWords.Ends.In(Language), "#a3123a", 7, [route.Line[0], route.Line[^1]])],
            route.Line));

        private static JsonObject Json(RouteEnd[] ends, GroundRoute route, CorridorFacts facts) => new()
        {
            ["from"] = ends[0].Id,
            ["to"] = ends[1].Id,
            ["km"] = route.Length.Value,
            ["referenceKm"] = route.Cost,
            ["cells"] = route.Cells,
            ["terrain"] = CorridorWords.Of(facts.Terrain),
            ["meanMultiplier"] = facts.MeanMultiplier,
            ["noGoAvoidedKm"] = facts.NoGoAvoided.Value,
            ["counties"] = facts.Counties is { } counties ? new JsonArray([.. counties.Select(c => JsonValue.Create(c.Fips))]) : null,
            ["people"] = facts.People is { } people ? new JsonArray([.. people.Select(p => new JsonObject { ["withinKm"] = p.Within.Value, ["people"] = p.People })]) : null,
            ["follows"] = new JsonArray([.. facts.Followed.Select(f => new JsonObject { ["line"] = f.Line, ["km"] = f.Length.Value })]),
            ["crossings"] = new JsonArray([.. facts.Crossings.Select(c => new JsonObject { ["kind"] = c.Kind, ["lines"] = c.Lines })]),
            ["line"] = new JsonArray([.. route.Line.Select(p => new JsonArray(p.Longitude, p.Latitude))]),
        };
    }
}
