using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Study, dataset and law in; the case to be solved out, or everything that stands in the way.</summary>
public static class CaseBuilder
{
    /// <summary>Builds the case. Routes the candidate network where the dataset does not bring one.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while routing.</exception>
    public static Checked<PlanningCase> Build(Study study, Dataset dataset, IncentiveSchedule incentives, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        var members = RegionMembers.Of(study, dataset);
        IReadOnlyList<Problem> problems = Fit(study, dataset, members);
        if (problems.Count > 0)
        {
            return Checked<PlanningCase>.Wrong([.. problems]);
        }

        var numbers = new Coefficients(dataset, study.Periods[0].From);
        Checked<CandidateNetwork> network = NetworkCase.Candidates(dataset, members, cancellation);
        IReadOnlyList<Problem> missing = network.IsRight
            ? [.. NetworkCase.Unreached(network.Value, members, dataset.Folder), .. UnknownClosures(study, dataset, network.Value), .. UnknownDelays(study, dataset), .. StorageFactor.Unknown(study, dataset), .. ForcedPlaces.Problems(study, dataset, network.Value, members)]
            : network.Problems;
        if (missing.Count > 0)
        {
            return Checked<PlanningCase>.Wrong([.. missing]);
        }

        PlanningCase written = Write(study, dataset with { Network = network.OrThrow() }, incentives, numbers, members);
        return Checked<PlanningCase>.From(written, [.. FirstStep.Unknown(written)]);
    }

    /// <summary>The case keeps the dataset with its network, so that an audit can hold the plan against the corridors as they were offered.</summary>
    private static PlanningCase Write(Study study, Dataset dataset, IncentiveSchedule incentives, Coefficients numbers, RegionMembers members)
    {
        var present = new PresentValue(study.Periods, study.DiscountRate);
        var network = NetworkCase.Of(dataset.Network!, members, study.Limits.Closed);
        var supplies = new SupplyCase(study, numbers, present, incentives);
        var sinks = new SinkCase(study, numbers, present, incentives);
        return new PlanningCase(
            study,
            dataset,
            present,
            network.Nodes,
            network.Edges,
            TrendCase.Of(study, dataset, numbers, present),
            TrendCase.FlowCost(study, numbers, present),
            [
                .. members.Streams.Select(s => supplies.Of(s.Stream, s.Site, network.NodeOfHost(s.Site.Id))),
                .. members.DacSites.SelectMany(d => supplies.Of(d, network.NodeOfHost(d.Id))),
            ],
            [
                .. members.Formations.Select(f => sinks.Of(f, network.NodeOfFormation(f.Id))),
                .. members.Uses.Select(u => sinks.Of(u, network.NodeOfHost(u.Id))),
            ],
            Target(study),
            [.. Enumerable.Range(0, study.Periods.Count).Select(t => study.Goal is Goal.CarbonPrice p ? p.Prices[t].Value * present.Annuity(t) : 0)],
            members.LeftOut)
        {
            Communities = CommunityShares.Of(study, dataset, incentives.View),
        };
    }

    private static IEnumerable<Problem> UnknownClosures(Study study, Dataset dataset, CandidateNetwork network)
    {
        HashSet<string> known =
        [
            .. dataset.Sites.Select(s => s.Id), .. dataset.DacSites.Select(d => d.Id), .. dataset.Formations.Select(f => f.Id),
            .. dataset.Uses.Select(u => u.Id), .. network.Edges.Select(e => e.Id),
        ];
        return study.Limits.Closed.Where(id => !known.Contains(id)).Order(StringComparer.Ordinal).Select(id => new Problem(
            $"study {study.Id} /limits/closed", $"'{id}' is no site, DAC site, storage, use or corridor.", "Give an id of the dataset or of the plan's corridors."));
    }

    private static IEnumerable<Problem> UnknownDelays(Study study, Dataset dataset)
    {
        HashSet<string> known = [.. dataset.Formations.Select(f => f.Id)];
        return study.Limits.Delays.SelectMany(d => d.Storage).Where(id => !known.Contains(id)).Order(StringComparer.Ordinal).Select(id => new Problem(
            $"study {study.Id} /limits/delays", $"'{id}' is no formation.", "Give an id of formations.csv."));
    }

    private static IReadOnlyList<TonnesPerYear?> Target(Study study) =>
        study.Goal is Goal.CaptureTarget target
            ? [.. target.Rates.Select(r => (TonnesPerYear?)r)]
            : [.. study.Periods.Select(_ => (TonnesPerYear?)null)];

    /// <summary>What study and dataset disagree on.</summary>
    private static List<Problem> Fit(Study study, Dataset dataset, RegionMembers members)
    {
        var problems = new List<Problem>();
        if (study.DollarYear != dataset.DollarYear)
        {
            problems.Add(new Problem($"study {study.Id} /dollarYear", $"{study.DollarYear} is not the dataset's dollar year {dataset.DollarYear}.",
                $"Give {dataset.DollarYear}."));
        }

        var states = dataset.Sites.Select(s => s.State).Concat(dataset.Formations.Select(f => f.State)).ToHashSet();
        problems.AddRange((study.Region.States ?? new HashSet<string>()).Where(s => !states.Contains(s)).Order().Select(s =>
            new Problem($"study {study.Id} /region/states", $"'{s}' has no site and no storage in the dataset.", $"Known are: {string.Join(", ", states.Order())}.")));
        if (members.Streams.Count + members.DacSites.Count == 0)
        {
            problems.Add(new Problem($"study {study.Id} /region", "The region holds nothing that could be captured by the tracks allowed.",
                "Widen the region or allow more tracks."));
        }

        if (members.Formations.Count + members.Uses.Count == 0)
        {
            problems.Add(new Problem($"study {study.Id} /region", "The region holds no storage and no use for CO2.", "Widen the region."));
        }

        if (dataset.PipeTrends.Count == 0)
        {
            problems.Add(new Problem($"{dataset.Folder}/pipe_trends.csv", "There is no pipe cost.", "Give at least one trend."));
        }

        problems.AddRange(MissingParameters(dataset, members));
        problems.AddRange(CommunityShares.ProblemsOf(study, dataset));
        return problems;
    }

    private static IEnumerable<Problem> MissingParameters(Dataset dataset, RegionMembers members)
    {
        HashSet<string> known = [.. dataset.Parameters.Select(p => p.Id)];
        IEnumerable<string> processes = members.Streams.Select(s => s.Stream.Process).Concat(members.DacSites.Count > 0 ? ["dac"] : []);
        return KnownParameters.NeededFor(processes, dataset.Network is null && dataset.Surface is not null).Where(id => !known.Contains(id)).Select(id => new Problem(
            $"{dataset.Folder}/parameters.csv", $"There is no parameter '{id}'.", "Add it with its value, unit, source and confidence; docs/dataset.md lists them."));
    }
}
