using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>CO2 that a plan keeps in one state, and where it would count.</summary>
/// <param name="Jurisdiction">For example <c>us-nd</c>.</param>
/// <param name="FromOilRecovery">True for CO2 kept in oil recovery.</param>
/// <param name="StoredMt">Over the whole plan.</param>
/// <param name="CountsIn">By claiming jurisdiction.</param>
public sealed record StoredTonnes(string Jurisdiction, bool FromOilRecovery, double StoredMt, IReadOnlyDictionary<string, RecognitionOutcome> CountsIn);

/// <summary>CO2 that a plan hands over to be stored abroad.</summary>
/// <param name="PriceUsdPerTonne">Paid to the plan; below zero it is a fee. Null where not known.</param>
/// <param name="MtPerYear">By period.</param>
public sealed record ExportArc(string UseId, string Name, string To, double? PriceUsdPerTonne, IReadOnlyList<double> MtPerYear, ShipmentChain Chain);

/// <summary>Pillar 5, standards abroad: where the plan's stored tonnes would count, and whether what crosses a border may.</summary>
/// <param name="Stored">By state and kind of storage.</param>
/// <param name="Recognitions">The twelve points for each pair that <paramref name="Stored"/> speaks of.</param>
/// <param name="Exports">Every export that the study offers, used or not.</param>
public sealed record StandardsPillar(DateOnly Day, IReadOnlyList<StoredTonnes> Stored, IReadOnlyList<Recognition> Recognitions, IReadOnlyList<ExportArc> Exports)
{
    private static readonly string[] Claimants = ["us", "ca", "eu", "gb", "jp", "no"];

    internal static StandardsPillar Of(PillarInput input)
    {
        var stored = (from storage in input.Plan.Storages
                      where input.Dataset.Uses.All(u => u.Id != storage.SinkId || !u.IsAbroad)
                      group Tonnes(input.Plan, storage) by (Place: $"us-{storage.State.ToLowerInvariant()}", IsOil: storage.Kind == "eor") into kept
                      orderby kept.Key
                      select (kept.Key, Mt: kept.Sum())).ToList();
        Recognition[] tests = [.. stored.SelectMany(s => Claimants.Select(c => Recognition.Of(input.Law, s.Key.Place, c, s.Key.IsOil)))];
        return new StandardsPillar(
            input.Law.AsOf,
            [.. stored.Select(s => new StoredTonnes(
                s.Key.Place, s.Key.IsOil, s.Mt, tests.Where(t => t.Storing == s.Key.Place && t.FromOilRecovery == s.Key.IsOil).ToDictionary(t => t.Claiming, t => t.Outcome)))],
            tests,
            [.. input.Dataset.Uses.Where(u => u.IsAbroad).Select(u => Export(input, u))]);
    }

    private static ExportArc Export(PillarInput input, CarbonUse use) => new(
        use.Id,
        use.Name,
        use.Abroad!,
        use.PriceKnown ? use.Price.Value : null,
        input.Plan.Storages.FirstOrDefault(s => s.SinkId == use.Id) is { } taken ? [.. taken.Rate.Select(r => r.Megatonnes)] : [.. input.Plan.Periods.Select(_ => 0.0)],
        ShipmentChain.Of(input.Law, "us", use.Abroad!, bySea: true));

    private static double Tonnes(Plan plan, PlannedStorage storage) =>
        storage.Rate.Select((r, t) => r.Megatonnes * (plan.Periods[t].To - plan.Periods[t].From + 1)).Sum();
}
