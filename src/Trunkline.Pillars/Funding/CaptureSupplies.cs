using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Reads the plants of each use case from a finished plan: what a unit would cost and earn stands there for every start, captured or not.</summary>
internal sealed class CaptureSupplies(PillarInput input)
{
    private const string Air = "dac";

    private readonly Dictionary<string, CaptureStream> streams = input.Dataset.Streams.ToDictionary(s => s.Id);
    private readonly ILookup<string, Unit> units = input.Plan.Captures.Where(c => c.Track != Air).Select(c => new Unit(c.StreamId, c.Process, c.Economics))
        .Concat(input.Plan.Uncaptured.Select(u => new Unit(u.StreamId, u.Process, u.Economics))).ToLookup(u => u.Process);

    private readonly double rate = input.Study.DiscountRate.Value;

    public CaptureSupply Of(string process) => process == Air ? OfAir() : new CaptureSupply(
        [.. units[process].Where(u => u.Economics.Count > 0 && streams[u.Id].Cost is not null).Select(Plant).OrderBy(p => p.Id, StringComparer.Ordinal)],
        units[process].Sum(u => streams[u.Id].Co2.Value));

    /// <summary>Yearly charge on capital that pays it back with the study's discount rate over the life of capture units.</summary>
    public double CaptureAnnuity => CapitalRecovery.Factor(rate, Value("life.capture"));

    private Plant Plant(Unit unit)
    {
        CaptureStream stream = streams[unit.Id];
        double tonnes = stream.Co2.Value * stream.CaptureRate.Value;
        double yearly = Yearly(stream.Cost!, tonnes), capital = stream.Cost!.Capex.Value * CaptureAnnuity;
        return new Plant(
            unit.Id, tonnes, unit.Economics[0].Capture, capital / (capital + yearly), stream.Cost.Capex.Value,
            [.. unit.Economics.Select(e => e.Transport + e.Storage - e.Credit)]);
    }

    /// <summary>Trains of direct air capture. The plan says nothing of trains that it does not build, so transport and storage are the plan's mean.</summary>
    private CaptureSupply OfAir()
    {
        double? onward = MeanOnward();
        return new CaptureSupply(
            [.. from site in input.Dataset.DacSites
                where input.Study.Region.Contains(site.State, site.Place)
                from train in Enumerable.Range(1, site.MaxTrains)
                select Train(site, train, onward)],
            0);
    }

    private Plant Train(DacSite site, int train, double? onward)
    {
        double tonnes = site.TrainRate.Value, charge = CapitalRecovery.Factor(rate, Value("life.dac"));
        double yearly = Yearly(site.TrainCost, tonnes), capital = site.TrainCost.Capex.Value * charge;
        return new Plant($"{site.Id}#{train:00}", tonnes, (capital + yearly) / tonnes, capital / (capital + yearly), site.TrainCost.Capex.Value,
            [.. input.Study.Periods.Select(p => onward - AirCredit(p))]);
    }

    private double AirCredit(Period start)
    {
        CreditWindow window = input.Incentives.CreditFor(true, false, start.FirstDay, new Years(Value("build-years.capture")));
        int life = (int)Value("life.dac");
        double paid = window.DedicatedByYear.Sum(y => y.Value.Value * Factor(y.Key - start.From));
        return paid / Enumerable.Range(0, life).Sum(Factor);
    }

    private double Factor(int years) => Math.Pow(1 + rate, -(years + 0.5));

    private double? MeanOnward()
    {
        double tonnes = input.Plan.Periods.Sum(p => p.CapturedMtPerYear * 1e6 * (p.To - p.From + 1));
        return tonnes > 0 ? input.Plan.Periods.Sum(p => p.TransportUsd.Value + p.StorageUsd.Value + p.StorageFeesUsd.Value) / tonnes : null;
    }

    private double Yearly(CaptureCost cost, double tonnes) => cost.FixedOm.Value + (tonnes * (cost.VariableOm.Value
        + (cost.ElectricityMwhPerTonne * Value("price.electricity")) + (cost.HeatGjPerTonne * Value("price.heat"))));

    private double Value(string parameter) => input.Dataset.Parameter(parameter).Value;

    private sealed record Unit(string Id, string Process, IReadOnlyList<StartEconomics> Economics);
}
