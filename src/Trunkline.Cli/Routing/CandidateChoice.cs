using System.CommandLine;
using Trunkline.Atlas;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>Which network is wanted, by the words of the command line.</summary>
internal sealed class CandidateChoice
{
    private readonly Option<string> study;
    private readonly SurfaceChoice surface;
    private readonly Option<string> style;
    private readonly Option<int?> alternatives;
    private readonly Option<double?> pruning;
    private readonly Option<string?> from;
    private readonly Option<string[]> crossings;
    private readonly Option<string?> people;

    public CandidateChoice(Language language)
    {
        surface = new SurfaceChoice(language);
        study = new Option<string>("--study") { Description = RouteWords.Study.In(language), DefaultValueFactory = _ => "us" };
        style = new Option<string>("--style") { Description = RouteWords.Style.In(language), DefaultValueFactory = _ => "plain" };
        style.AcceptOnlyFromAmong("plain", "trunks");
        alternatives = new Option<int?>("--alternatives") { Description = RouteWords.Alternatives.In(language), HelpName = "number" };
        pruning = new Option<double?>("--pruning") { Description = RouteWords.Pruning.In(language), HelpName = "factor" };
        from = new Option<string?>("--from") { Description = RouteWords.FromFolder.In(language), HelpName = "folder" };
        crossings = new Option<string[]>("--crossings") { Description = RouteWords.Crossings.In(language), HelpName = "kind=file" };
        people = new Option<string?>("--people") { Description = RouteWords.PeopleOption.In(language), HelpName = "file" };
    }

    public void AddTo(Command command)
    {
        surface.AddTo(command);
        foreach (Option option in new Option[] { study, style, alternatives, pruning, from, crossings, people })
        {
            command.Add(option);
        }
    }

    /// <summary>The network, or everything that is wrong with the words, the study, its dataset and the surface.</summary>
    public Checked<CandidateAnswer> Read(ParseResult parsed, Action<string> tell, CancellationToken cancellation)
    {
        List<Problem> problems = [];
        Checked<Study> asked = StudyReader.Read(ShippedData.Study(parsed.GetRequiredValue(study)));
        problems.AddRange(asked.Problems);
        Checked<Dataset>? dataset = asked.IsRight ? DatasetReader.Read(asked.Value.DatasetFolder) : null;
        problems.AddRange(dataset?.Problems ?? []);
        if (dataset is not { IsRight: true } || !asked.IsRight)
        {
            return Checked<CandidateAnswer>.Wrong(problems);
        }

        Checked<CostSurface> ground = surface.Read(parsed, dataset.Value);
        Checked<CorridorSurroundings> beside = Beside(parsed, dataset.Value);
        problems.AddRange([.. ground.Problems, .. beside.Problems]);
        if (problems.Count > 0)
        {
            return Checked<CandidateAnswer>.Wrong(problems);
        }

        CandidateRequest request = StudyCandidates.Request(asked.Value, dataset.Value, ground.OrThrow()) with { Style = Style(parsed), Surroundings = beside.OrThrow() };
        Checked<CandidateNetwork> network = parsed.GetValue(from) is { } folder ? Given(folder, dataset.Value) : CandidateNetworkBuilder.Build(request, tell, cancellation);
        HashSet<string> hosts = network.IsRight ? [.. network.Value.Nodes.SelectMany(node => node.Hosts)] : [];
        return network.IsRight
            ? Checked<CandidateAnswer>.Right(new CandidateAnswer(
                network.Value, request.Surface, asked.Value.Policy.AsOf ?? DateOnly.MinValue, request.Terminals.Count(terminal => !hosts.Contains(terminal.Id))))
            : Checked<CandidateAnswer>.Wrong([.. network.Problems]);
    }

    private CandidateStyle Style(ParseResult parsed)
    {
        CandidateStyle chosen = parsed.GetValue(style) == "trunks" ? CandidateStyle.WithTrunks : CandidateStyle.Plain;
        return chosen with { Alternatives = parsed.GetValue(alternatives) ?? chosen.Alternatives, Pruning = parsed.GetValue(pruning) ?? chosen.Pruning };
    }

    private static Checked<CandidateNetwork> Given(string folder, Dataset dataset)
    {
        if (NemsNetwork.IsIn(folder))
        {
            return NemsNetwork.Read(folder, dataset);
        }

        Checked<SimCcsScenario> scenario = SimCcsReader.Read(folder);
        return scenario.IsRight ? Checked<CandidateNetwork>.Right(SimCcsCandidates.Of(scenario.Value)) : Checked<CandidateNetwork>.Wrong([.. scenario.Problems]);
    }

    private Checked<CorridorSurroundings> Beside(ParseResult parsed, Dataset dataset)
    {
        List<Problem> problems = [];
        Checked<CorridorSurroundings> shipped = CorridorSurroundings.Beside(dataset);
        problems.AddRange(shipped.Problems);
        Checked<Raster>? raster = parsed.GetValue(people) is { } file ? RasterFile.Read(file) : null;
        problems.AddRange(raster?.Problems ?? []);
        List<CrossableLines> lines =
        [
            new CrossableLines("co2-pipeline", [.. dataset.ExistingPipelines.Select(line => line.Points)]),
            new CrossableLines("gas-pipeline", [.. dataset.RightsOfWay.Select(line => line.Points)]),
        ];
        foreach (string word in parsed.GetValue(crossings) ?? [])
        {
            int at = word.IndexOf('=', StringComparison.Ordinal);
            Checked<CrossableLines> read = at > 0 ? CrossableLines.Read(word[..at], word[(at + 1)..])
                : Checked<CrossableLines>.Wrong([new Problem($"--crossings {word}", "It is not kind=file.", "Write for example rivers=rivers.geojson.")]);
            problems.AddRange(read.Problems);
            lines.AddRange(read.IsRight ? [read.Value] : []);
        }

        return problems.Count > 0
            ? Checked<CorridorSurroundings>.Wrong(problems)
            : Checked<CorridorSurroundings>.Right(shipped.OrThrow() with { People = raster?.Value ?? shipped.Value!.People, Crossable = lines });
    }
}
