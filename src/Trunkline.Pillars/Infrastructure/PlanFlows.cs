using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Whose CO2 each pipe carries and where it ends, by period, t/y. Units and sinks are named by their place in the plan's lists.</summary>
internal sealed class PlanFlows
{
    private readonly Plan plan;
    private readonly NodeMixes[] sources;
    private readonly NodeMixes[] ends;

    public PlanFlows(Plan plan)
    {
        this.plan = plan;
        sources = [.. Enumerable.Range(0, plan.Periods.Count).Select(t => new NodeMixes(Steps(t, back: false), Units(t)))];
        ends = [.. Enumerable.Range(0, plan.Periods.Count).Select(t => new NodeMixes(Steps(t, back: true), Entries(t)))];
    }

    /// <summary>What each unit sends through a pipe.</summary>
    public IEnumerable<(int Capture, double Rate)> Through(int pipe, int period)
    {
        (string from, _, double rate) = Directed(plan.Pipes[pipe], period);
        return sources[period].At(from).Select(s => (s.Key, s.Value * rate));
    }

    /// <summary>What of a pipe's flow ends in each sink.</summary>
    public IEnumerable<(int Storage, double Rate)> Ending(int pipe, int period)
    {
        (_, string to, double rate) = Directed(plan.Pipes[pipe], period);
        return ends[period].At(to).Select(s => (s.Key, s.Value * rate));
    }

    /// <summary>What each unit sends into a sink.</summary>
    public IEnumerable<(int Capture, double Rate)> Into(int storage, int period) =>
        from entry in plan.Storages[storage].Entries
        from source in sources[period].At(entry.Node)
        select (source.Key, source.Value * entry.Rate[period].Value);

    /// <summary>A pipe's flow with its direction.</summary>
    public static FlowStep Directed(PlannedPipe pipe, int period) => pipe.Flow[period].Value >= 0
        ? new FlowStep(pipe.From, pipe.To, pipe.Flow[period].Value)
        : new FlowStep(pipe.To, pipe.From, -pipe.Flow[period].Value);

    private FlowStep[] Steps(int period, bool back) =>
        [.. plan.Pipes.Where(p => p.Flow[period].Value != 0).Select(p => Directed(p, period)).Select(s => back ? new FlowStep(s.To, s.From, s.Rate) : s)];

    private FlowOrigin[] Units(int period) =>
        [.. plan.Captures.Index().Where(c => c.Item.Rate[period].Value > 0).Select(c => new FlowOrigin(c.Item.Node, c.Index, c.Item.Rate[period].Value))];

    private FlowOrigin[] Entries(int period) =>
    [
        .. from storage in plan.Storages.Index()
           from entry in storage.Item.Entries
           where entry.Rate[period].Value > 0
           select new FlowOrigin(entry.Node, storage.Index, entry.Rate[period].Value),
    ];
}
