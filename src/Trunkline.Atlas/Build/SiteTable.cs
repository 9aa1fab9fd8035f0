using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>
/// From facilities to sites and streams: who is in, where it stands, what it emits by process, and what capturing that costs. Whatever is doubtful on the way is
/// written down with what was done about it.
/// </summary>
internal sealed class SiteTable
{
    /// <summary>A facility at or above this many tonnes of CO2 a year, fossil and biogenic, is a site.</summary>
    public const double LeastCo2 = 25_000;

    // State outlines are generalised to about a kilometre and many plants stand on a river border or a quay.
    private const double BorderKm = 25;
    private const double VolumeFactor = 2;

    private readonly CitedFigures figures;
    private readonly CaptureCosting costing;
    private readonly IReadOnlyDictionary<(string Facility, string Process), EiaPlant> eia;
    private readonly CountyFinder counties;
    private readonly Dictionary<string, Outline> outlines;
    private readonly List<Doubt> doubts;

    public SiteTable(RawFolder raw, CitedFigures figures, IReadOnlyList<County> counties, List<Doubt> doubts)
    {
        this.figures = figures;
        this.doubts = doubts;
        this.counties = new CountyFinder(counties);
        (eia, IReadOnlyList<(string Id, string Why)> unused) = EiaCapturePlants.Read(raw);
        doubts.AddRange(unused.Select(u => new Doubt("streams", u.Id, "eia-row-unused", u.Why, "EIA's row is not used.")));
        costing = new CaptureCosting(figures, eia);
        outlines = Topology.Read(raw.Bytes(RawFolder.States), "states").ToDictionary(o => o.Id);
        Facilities = GhgrpFile.Facilities(raw);
        Plants = EthanolPlants.Read(raw, figures);
        Fill();
    }

    public IReadOnlyList<Facility> Facilities { get; }

    public IReadOnlyList<EthanolPlant> Plants { get; }

    public List<Site> Sites { get; } = [];

    public List<CaptureStream> Streams { get; } = [];

    private void Fill()
    {
        IReadOnlyDictionary<string, Facility> matched = EthanolPlants.Match(Plants, Facilities);
        ILookup<string, EthanolPlant> plantsOf = Plants.Where(p => matched.ContainsKey(p.Id)).ToLookup(p => matched[p.Id].Id);
        foreach (Facility facility in Facilities)
        {
            double fermentation = plantsOf[facility.Id].Sum(p => p.FermentationCo2);
            if (IsPlaced(facility) && facility.Co2 + fermentation >= LeastCo2)
            {
                Add(facility, fermentation);
            }
        }

        foreach (EthanolPlant plant in Plants)
        {
            if (matched.TryGetValue(plant.Id, out Facility? facility))
            {
                NoteFar(plant, facility);
            }
            else
            {
                AddUnmatched(plant);
            }
        }

        SamePlace();
        NoteLonelyEiaPlants();
    }

    // True where the facility's place can be trusted to stand on land in the contiguous states.
    private bool IsPlaced(Facility facility)
    {
        bool counts = facility.Co2 >= LeastCo2;
        if (!ContiguousStates.Has(facility.State))
        {
            Note(counts, facility, "outside-region", $"{facility.Name} is in {facility.State}, {facility.Co2:0} t/y.", "Left out: the dataset is the contiguous states.");
            return false;
        }

        Outline state = outlines[ContiguousStates.All.First(s => s.Code == facility.State).Fips];
        double km = state.Contains(facility.Place) ? 0 : state.DistanceToBorder(facility.Place).Value;
        if (facility.Process(GhgrpFile.Offshore) > 0 || facility.Reports("W-OFFSH"))
        {
            Note(true, facility, "offshore", $"{facility.Name} is an offshore platform, {km:0} km from {facility.State}.", counts ? "Left out." : "Below 25 kt/y, not a site.");
            return false;
        }

        string action = km > BorderKm ? "Left out: the point cannot be the plant." : "Kept where it is: within 25 km of the state's generalised border.";
        Note(km > 0, facility, "outside-state", $"{facility.Name} at {facility.Place} lies {km:0.0} km outside {facility.State}.", counts ? action : "Below 25 kt/y, not a site.");
        return km <= BorderKm;
    }

    private void Add(Facility facility, double fermentation)
    {
        string sector = fermentation > 0 ? "ethanol" : Sector(facility);
        Sites.Add(new Site(
            facility.Id,
            facility.Name,
            facility.State,
            CountyOf(facility),
            facility.Place,
            sector,
            new TonnesPerYear(facility.FossilCo2),
            new TonnesPerYear(facility.BiogenicCo2 + fermentation)));
        CheckColumns(facility);
        double coalShare = PowerFuel.Of(facility, figures).CoalShare;
        foreach (ProcessCo2 stream in ProcessSplit.Of(facility, sector, figures))
        {
            AddStream(facility.Id, stream with { Co2 = Capturable(facility, stream) }, coalShare);
        }

        if (fermentation > 0)
        {
            AddStream(facility.Id, new ProcessCo2("ethanol-fermentation", Track.Biogenic, IsPower: false, fermentation), coalShare);
        }
        else if (sector == "ethanol")
        {
            Note(true, facility, "ethanol-unmatched", $"{facility.Name} reports boilers but no plant of EIA-819 lies near.", "Boilers kept, no fermentation stream.");
        }
    }

    private string Sector(Facility facility)
    {
        string sector = SectorRule.Of(facility);
        return sector != "power" ? sector : facility.BiogenicCo2 > facility.FossilCo2 ? "power-biomass" : PowerFuel.Of(facility, figures).Process;
    }

    private void AddStream(string siteId, ProcessCo2 stream, double coalShare)
    {
        double rate = costing.CaptureRate(stream.Process), co2 = Math.Round(stream.Co2, 1);
        if (co2 < 1)
        {
            return;
        }

        string id = $"{siteId}:{stream.Process}";
        CaptureCost? cost = costing.Of(siteId, stream.Process, co2 * rate, coalShare);
        Streams.Add(new CaptureStream(id, siteId, stream.Process, stream.Track, stream.IsPower, new TonnesPerYear(co2), new Fraction(rate), cost));
        if (eia.TryGetValue((siteId, stream.Process), out EiaPlant? plant) && (co2 > VolumeFactor * plant.Co2 || co2 < plant.Co2 / VolumeFactor))
        {
            doubts.Add(new Doubt("streams", id, "eia-volume-differs", $"EIA plans with {plant.Co2:0} t/y, the stream has {co2:0}.", "EIA's cost is scaled to the stream's own tonnes."));
        }
    }

    // Urea takes up part of an ammonia plant's process CO2, which EPA counts as emitted: then no more leaves the stack than EIA plans with.
    private double Capturable(Facility facility, ProcessCo2 stream)
    {
        if (stream.Process != "ammonia" || !facility.UsesCo2OnSite)
        {
            return stream.Co2;
        }

        bool known = eia.TryGetValue((facility.Id, "ammonia"), out EiaPlant? plant);
        double leaves = known ? Math.Min(stream.Co2, plant!.Co2 / costing.CaptureRate("ammonia")) : stream.Co2;
        Note(
            true, facility, "urea", $"{facility.Name} uses part of its {stream.Co2:0} t/y of process CO2 on site; how much is not published.",
            known ? $"Stream limited to {leaves:0} t/y, EIA's volume." : "Kept whole: EIA has no volume for it.");
        return leaves;
    }

    private string CountyOf(Facility facility)
    {
        if (counties.ByName(facility.State, facility.County) is { } named)
        {
            return named.Fips;
        }

        County nearest = counties.Nearest(facility.State, facility.Place);
        Note(
            true, facility, facility.County is null ? "no-county" : "unknown-county",
            facility.County is null ? "No county is given." : $"'{facility.County}' is not a county of {facility.State} in the 2022 table.",
            $"Given to {nearest.Name} ({nearest.Fips}), the nearest centroid of the state.");
        return nearest.Fips;
    }

    private void CheckColumns(Facility facility)
    {
        double sum = facility.ProcessCo2e.Values.Sum();
        Note(
            Math.Abs(sum - facility.TotalCo2e) > (0.01 * facility.TotalCo2e) + 10, facility, "columns-do-not-add-up",
            $"Process columns add up to {sum:0} t CO2e, the total is {facility.TotalCo2e:0}.", "Streams are scaled to the facility's CO2.");
    }

    private void AddUnmatched(EthanolPlant plant)
    {
        if (plant.FermentationCo2 < LeastCo2)
        {
            doubts.Add(new Doubt("sites", plant.Id, "below-threshold", $"{plant.Company}, {plant.Town} {plant.State}: {plant.FermentationCo2:0} t/y.", "Below 25 kt/y, not a site."));
            return;
        }

        County county = counties.Nearest(plant.State, plant.Place);
        Sites.Add(new Site(plant.Id, $"{plant.Company}, {plant.Town}", plant.State, county.Fips, plant.Place, "ethanol", default, new TonnesPerYear(plant.FermentationCo2)));
        AddStream(plant.Id, new ProcessCo2("ethanol-fermentation", Track.Biogenic, IsPower: false, plant.FermentationCo2), 0);
        doubts.Add(new Doubt(
            "sites", plant.Id, "ethanol-unmatched", $"{plant.Company}, {plant.Town} {plant.State}: no GHGRP ethanol facility lies near.",
            $"A site of its own without boilers; county by nearest centroid, {county.Name} ({county.Fips})."));
    }

    private void NoteFar(EthanolPlant plant, Facility facility)
    {
        double km = plant.Place.DistanceTo(facility.Place).Value;
        Note(
            km > BorderKm, facility, "ethanol-far", $"{plant.Company}, {plant.Town} {plant.State} ({plant.Id}) has the same town and company but EIA's point lies {km:0} km away.",
            "Taken as this facility; EPA's point is used.");
    }

    private void SamePlace()
    {
        foreach (var group in Sites.GroupBy(s => s.Place.ToString()).Where(g => g.Count() > 1))
        {
            string others = string.Join("; ", group.Select(s => $"{s.Id} {s.Name}"));
            doubts.Add(new Doubt("sites", group.First().Id, "same-point", $"{group.Count()} facilities give one point: {others}.", "All kept: different ids, not a double count of CO2."));
        }
    }

    private void NoteLonelyEiaPlants()
    {
        HashSet<string> streams = [.. Streams.Select(s => s.Id)];
        foreach (EiaPlant plant in eia.Values.Where(p => !streams.Contains($"{p.FacilityId}:{p.Process}")).OrderBy(p => p.FacilityId, StringComparer.Ordinal))
        {
            doubts.Add(new Doubt(
                "streams", $"{plant.FacilityId}:{plant.Process}", "eia-without-stream", $"EIA plans with {plant.Co2:0} t/y there, EPA's 2023 table gives no such stream.", "EIA's row is not used."));
        }
    }

    private void Note(bool when, Facility facility, string kind, string detail, string action)
    {
        if (when)
        {
            doubts.Add(new Doubt("sites", facility.Id, kind, detail, action));
        }
    }
}
