using System.Text.Json;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Server.Sweeps;

/// <summary>A sweep that is asked for.</summary>
/// <param name="Study">Id of the study that is asked in many futures.</param>
/// <param name="Sweep">As in a sweep.json; what it says of its study is not followed.</param>
internal sealed record SweepTyped(string Study, JsonElement Sweep);

/// <summary>How far a sweep has come.</summary>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>stopped</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Failed">Runs, of those that are done, that have a reason and no plan.</param>
internal sealed record SweepItem(string Id, Bilingual Title, string Study, string State, int Wanted, int Done, int Failed, int Running)
{
    public static SweepItem Of(string id, string folder, SweepShelf shelf, SweepStore store)
    {
        Checked<SweepQuestion> asked = SweepShelf.Question(folder);
        SweepCounts counts = store.Counts();
        return new SweepItem(
            id, asked.Value?.Sweep.Title ?? new Bilingual(id, id), asked.Value?.Study.Id ?? "", shelf.State(folder, counts, store.Fact(SweepTurns.FaultFact)),
            counts.Wanted, counts.Done, counts.Failed, counts.Running);
    }
}

/// <summary>What a worker did and does for a sweep.</summary>
/// <param name="Worker">A number on this machine; machine and process of a team's worker.</param>
internal sealed record SweepWorker(string Worker, int Done, int Running, double Seconds);

/// <summary>Why runs have no plan.</summary>
internal sealed record SweepReason(string Status, int Count, Bilingual? Example);

/// <summary>One sweep while it is watched.</summary>
/// <param name="Fault">Why it could not be computed; null where it could.</param>
internal sealed record SweepWhole(SweepItem Item, IReadOnlyList<SweepWorker> Workers, IReadOnlyList<SweepReason> Reasons, string? Fault);

/// <summary>One future with what came of it; figures are null where it has no plan.</summary>
internal sealed record SweepFuture(int Number, double Weight, bool HeldOut, string Status, double? NetUsd, double? CostUsd, double? CreditsUsd, double? Gap, double? CapturedMt, double? StoredMt)
{
    public static SweepFuture Of(Scenario scenario, ScenarioResult? result)
    {
        ScenarioResult? plan = result is { IsPlanned: true } ? result : null;
        return new SweepFuture(
            scenario.Number, scenario.Weight, scenario.HeldOut, JsonNamingPolicy.KebabCaseLower.ConvertName(result?.Status.ToString() ?? "Waiting"),
            plan?.Net, plan?.Cost, plan?.Credits, plan?.Gap, plan?.CapturedMt, plan?.StoredMt);
    }
}

/// <summary>Something that matters, with mean net where it is best and worst for the plan, $.</summary>
internal sealed record SweepBar(Bilingual Title, Bilingual BestWhere, double BestNetUsd, Bilingual WorstWhere, double WorstNetUsd);

/// <summary>A way of choosing a first build, against the middle future's on the futures that are held out; figures less the middle's, $.</summary>
internal sealed record SweepChosen(string Criterion, string Build, double? MeanUsd, double? MeanErrorUsd, double? TailUsd, double? Better);

/// <summary>What can be read off so far.</summary>
/// <param name="PeriodEnds">Last years of the periods that core shares are by the end of.</param>
/// <param name="Core">The commonest first.</param>
/// <param name="Chosen">Empty where nothing was to be decided.</param>
/// <param name="PerfectInformationUsd">What knowing the future before deciding would be worth.</param>
internal sealed record SweepFound(
    IReadOnlyList<int> PeriodEnds, IReadOnlyList<CoreThing> Core, IReadOnlyList<FigureSpread> Spreads, IReadOnlyList<SweepBar> Tornado, IReadOnlyList<SweepFuture> Futures,
    IReadOnlyList<SweepChosen> Chosen, double? PerfectInformationUsd);
