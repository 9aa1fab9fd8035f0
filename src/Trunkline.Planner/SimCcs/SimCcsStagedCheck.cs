using Trunkline.Atlas.SimCcs;

namespace Trunkline.Planner.SimCcs;

/// <summary>As <see cref="SimCcsCheck"/>, for solutions over periods; cost in M$ over the horizon, undiscounted.</summary>
public static class SimCcsStagedCheck
{
    /// <summary>Everything that the solution breaks, and its cost.</summary>
    /// <exception cref="ArgumentException">The question has no periods.</exception>
    public static SimCcsVerdict Of(SimCcsStudy study, SimCcsStagedSolution solution)
    {
        IReadOnlyList<SimCcsPeriod> periods =
            study.Question is SimCcsQuestion.Periods asked ? asked.Spans : throw new ArgumentException("The question has no periods.", nameof(study));
        List<string> broken = [.. Filling(study.Scenario, periods, solution)];
        for (int t = 0; t < periods.Count; t++)
        {
            broken.AddRange(Rates(study.Scenario, periods[t], solution.Stages[t], t));
            broken.AddRange(Capacities(study.Scenario, solution, t));
            broken.AddRange(SimCcsCheck.Balance(
                study.Scenario, solution.Stages[t].Captured, solution.Stages[t].Stored, solution.Stages[t].Flows, $" in period {t + 1}"));
        }

        return new SimCcsVerdict(broken, Costs(study, periods, solution));
    }

    private static SimCcsCosts Costs(SimCcsStudy study, IReadOnlyList<SimCcsPeriod> periods, SimCcsStagedSolution solution)
    {
        double capture = 0, transport = 0, storage = 0, yearsLeft = periods.Sum(p => p.Years);
        for (int t = 0; t < periods.Count; t++)
        {
            SimCcsStage stage = solution.Stages[t];
            capture += periods[t].Years * study.Scenario.Sources.Zip(stage.Captured).Sum(s => s.First.UnitCost * s.Second);
            storage += periods[t].Years * study.Scenario.Sinks.Zip(stage.Stored).Sum(s => s.First.UnitCost * s.Second);
            transport += yearsLeft * study.CapitalRecovery * stage.Bought.Sum(p => SimCcsCheck.Capital(study.Scenario, p));
            yearsLeft -= periods[t].Years;
        }

        return new SimCcsCosts(capture, transport, storage, 0);
    }

    private static IEnumerable<string> Rates(SimCcsScenario scenario, SimCcsPeriod period, SimCcsStage stage, int t)
    {
        foreach (var (source, captured) in scenario.Sources.Zip(stage.Captured).Where(s => !SimCcsCheck.Within(s.Second, s.First.MostMtPerYear)))
        {
            yield return $"source {source.Name} captures {captured} Mt/y of {source.MostMtPerYear} in period {t + 1}";
        }

        if (stage.Stored.Any(s => s < -SimCcsCheck.Tolerance(1)))
        {
            yield return $"a sink gives CO2 back in period {t + 1}";
        }

        if (stage.Captured.Sum() < period.TargetMtPerYear - SimCcsCheck.Tolerance(period.TargetMtPerYear))
        {
            yield return $"captured are {stage.Captured.Sum()} Mt/y in period {t + 1}, less than the target of {period.TargetMtPerYear}";
        }
    }

    private static IEnumerable<string> Filling(SimCcsScenario scenario, IReadOnlyList<SimCcsPeriod> periods, SimCcsStagedSolution solution) =>
        from sink in scenario.Sinks.Index()
        let filled = periods.Zip(solution.Stages).Sum(p => p.First.Years * p.Second.Stored[sink.Index])
        where !SimCcsCheck.Within(filled, sink.Item.CapacityMt)
        select $"sink {sink.Item.Name} takes {filled} Mt in all, more than its {sink.Item.CapacityMt}";

    private static IEnumerable<string> Capacities(SimCcsScenario scenario, SimCcsStagedSolution solution, int t)
    {
        foreach (SimCcsPipe pipe in solution.Stages[t].Bought.Where(p => !(p.Flow <= SimCcsCheck.MostOf(scenario, p.Trend) + SimCcsCheck.Tolerance(p.Flow))))
        {
            yield return $"the pipe bought on edge {SimCcsCheck.Named(scenario, pipe)} in period {t + 1} is larger than its trend allows";
        }

        foreach (var way in solution.Stages[t].Flows.GroupBy(p => (p.Edge, p.Backward)))
        {
            double carried = way.Sum(p => p.Flow);
            double there = solution.Stages.Take(t + 1).SelectMany(s => s.Bought).Where(p => (p.Edge, p.Backward) == way.Key).Sum(p => p.Flow);
            if (carried > there + (100 * SimCcsCheck.Tolerance(there)))
            {
                yield return $"edge {SimCcsCheck.Named(scenario, way.First())} carries {carried} Mt/y in period {t + 1} with room for {there}";
            }
        }
    }
}
