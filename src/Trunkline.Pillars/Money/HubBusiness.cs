using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>What a hub pays and when: its part of trunk lines, its storage, and the states' fees.</summary>
internal sealed class HubBusiness
{
    private readonly List<Payment> trunk = [];
    private readonly List<Payment> storage = [];

    public HubBusiness(PillarInput input, AuditedPlan audited, Hub hub)
    {
        Audited = audited;
        HashSet<string> sinks = [.. hub.Storage.Select(s => s.SinkId)];
        foreach (PlannedStorage sink in input.Plan.Storages.Where(s => sinks.Contains(s.SinkId)))
        {
            storage.AddRange(StorageCosts.PaymentsFor(audited, sink));
            storage.AddRange(StorageFees.PaymentsFor(audited, sink));
        }

        Dictionary<string, PlannedPipe> pipes = input.Plan.Pipes.ToDictionary(p => p.EdgeId, StringComparer.Ordinal);
        foreach (HubTrunk part in hub.Trunks)
        {
            trunk.AddRange(TransportCosts.PaymentsFor(audited, pipes[part.EdgeId]).Select(p => p with { Amount = p.Amount * part.Share }));
        }

        Tonnes = [.. audited.PeriodIndices.Select(t => hub.Periods[t].ReceivedMtPerYear * 1e6)];
    }

    public AuditedPlan Audited { get; }

    /// <summary>t/y by period.</summary>
    public double[] Tonnes { get; }

    /// <summary>Outlays of capital within the plan.</summary>
    public IEnumerable<Payment> Capital => EquityMoney.Capital(trunk.Concat(storage)).Where(p => p.After < Audited.Years);

    /// <summary>Price per tonne at which equity just earns its return.</summary>
    /// <param name="onStorage">Loan on storage.</param>
    /// <param name="onTrunk">Loan on trunk lines.</param>
    public double Tariff(double equityReturn, Loan onStorage, Loan onTrunk)
    {
        var money = new PlanMoney(Audited, equityReturn);
        double loans = money.Present(onTrunk.Flows(EquityMoney.Capital(trunk))) + money.Present(onStorage.Flows(EquityMoney.Capital(storage)));
        return (money.Present(trunk) + money.Present(storage) - loans) / money.Tonnes(t => Tonnes[t]);
    }

    /// <summary>Capital of the trunk lines in the dollars of the years in which it is paid.</summary>
    public double NominalTrunk(Study study) => EquityMoney.Capital(trunk).Where(p => p.After < Audited.Years)
        .Sum(p => p.Amount * Math.Pow(1 + study.Inflation.Value, Audited.FirstYear + p.After - study.DollarYear));
}
