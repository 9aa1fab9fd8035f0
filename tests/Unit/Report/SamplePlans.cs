using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Report;

/// <summary>Plans made by hand from real places, with figures that can be added up on paper.</summary>
internal static class SamplePlans
{
    private static readonly GeoPoint _decatur = new(-88.95, 39.87), _clinton = new(-90.19, 41.84), _simon = new(-88.6, 39.1);

    /// <summary>
    /// Two periods. An ethanol plant captures 1 Mt/y in both; a cement kiln 0.5 Mt/y in the first and then stops as its credit ends; a
    /// DAC train 0.25 Mt/y in the second. One pipe laid, one existing pipe used; a formation of 20 Mt and an EOR field.
    /// </summary>
    public static Plan Small { get; } = new(
        Plan.CurrentFormat,
        new PlanStudy(
            "sample", new Bilingual("Two plants & one formation", "两座工厂与一处地层"), "target", [1.5, 1.4], [1.5, 1.25],
            new DateOnly(2026, 3, 1), new Fraction(0.07), 2023, new Fraction(0.025), ["pointSource", "biogenic", "dac"]),
        new PlanStamp("0.1.0", "d0", "r0", "s0", "exact", 1, 2),
        new PlanTotals(
            new Usd(1.0e9), new Usd(5e8), new Usd(3e8), new Usd(1.2e8), new Usd(7.5e7), new Usd(5e6), new Usd(4e8), new Usd(0), new Usd(6e8), new Usd(5.9e8),
            0.01, 0.05, "relaxation", "proved"),
        [
            new PlanPeriod(2026, 2030, 1.5, 0, 1, 1.2, 0.3, new Usd(6.375e8), new Usd(3e8), new Usd(0), new Usd(1.5e8), new Usd(6e7), new Usd(3e6), 120, 170, 2, 0.3, 1.5),
            new PlanPeriod(2031, 2035, 1.25, 0.25, 1, 1.25, 0, new Usd(6.5e8), new Usd(2e8), new Usd(4e8), new Usd(1e7), new Usd(4e7), new Usd(2e6), 0, 170, 2, 0.5, 3),
        ],
        [
            Capture("s1-ferment", "s1", "=Prairie \"Ethanol\", LLC", "IA", "ethanol", "ethanol-fermentation", "biogenic", _clinton, [1e6, 1e6], [4.25e8, 4.25e8], false),
            Capture("s2-kiln", "s2", "Limestone Works <A&B>", "IL", "cement", "cement-kiln", "pointSource", _decatur, [5e5, 0], [2.125e8, 0], true),
            Capture("dac-1/1", "dac-1", "Air plant", "IL", "dac", "dac", "dac", _simon, [0, 2.5e5], [0, 2.25e8], false),
        ],
        [
            new PlannedPipe(
                "e1", "site:s1", "access:f1", [_clinton, new GeoPoint(-89.6, 40.7), _decatur], new Kilometres(120), new Kilometres(130), new TonnesPerYear(0),
                [new TonnesPerYear(1e6), new TonnesPerYear(1e6)], [new TonnesPerYear(1.2e6), new TonnesPerYear(0)], ["low", null], [12, null], new Usd(9e7)),
            new PlannedPipe(
                "e2", "access:f1", "use:u1", [_decatur, _simon], new Kilometres(50), new Kilometres(50), new TonnesPerYear(2e6),
                [new TonnesPerYear(3e5), new TonnesPerYear(-1e5)], [new TonnesPerYear(0), new TonnesPerYear(0)], [null, null], [null, null], new Usd(0)),
        ],
        [
            new PlannedStorage(
                "f1", "Mt. Simon 3", "saline", "IL", new GeoPoint(-88.8, 39.8), 60, [Entry("access:f1", _decatur, 1.2e6, 1.25e6)], [2, 0], 5,
                [new TonnesPerYear(1.2e6), new TonnesPerYear(1.25e6)], new Tonnes(2e7), 2028),
            new PlannedStorage("u1", "Loudon field", "eor", "IL", _simon, null, [Entry("use:u1", _simon, 3e5, 0)], [0, 0], 0, [new TonnesPerYear(3e5), new TonnesPerYear(0)], null, null),
        ],
        [
            new UncapturedStream("s3-boiler", "s3", "Paper mill", "WI", "pulp-paper", "combustion", new GeoPoint(-89.6, 43.9), new TonnesPerYear(4e5), "cost-unknown", []),
            new UncapturedStream("s4-unit", "s4", "Gas plant", "IN", "power-gas", "power-gas", new GeoPoint(-87.3, 39.6), new TonnesPerYear(6e5), "not-worth-it", [new StartEconomics(2026, 90, 12.5, 8, 61), new StartEconomics(2031, 85, null, null, 0)]),
        ],
        [new PlanNote("target", new Bilingual("The target of 2031-35 was lowered to 1.25 Mt/y.", "2031–35年目标下调至125万吨/年。"))],
        [
            new Citation("us.45q.credit", "credit, dedicated storage", "85 $/t", "26 U.S.C. 45Q(b)", "https://example.org/45q?a=1&b=2", Confidence.A, "evidence-complete"),
            new Citation("discount", "discounting", "0.07 1", "assumption", "javascript:alert(1)", Confidence.C, null),
        ],
        new PolicyReceipt(
            "r0", new DateOnly(2026, 3, 1), null, ["a-reform"],
            [
                new PolicyCoefficient(
                    "carbon-credits", "us.45q.rate", "2025-any", "USD/t", "evidence-complete", Confidence.A, false, null,
                    [new ReceiptEvidence("us.45q.act", "0123456789abcdef0123")], [new CoefficientValue("fate saline, year 2026", "85", false)], new Usd(1.2875e9)),
                new PolicyCoefficient(
                    "storage-fees", "us-il.act.fee", "<reform>", "USD/t", "draft", Confidence.C, false, "a-reform", [], [new CoefficientValue("", "0.5", false)], new Usd(5e6)),
            ],
            [
                new PolicyMoney("carbon-credits", new Usd(1.2875e9), [new StateMoney("draft", new Usd(0)), new StateMoney("evidence-complete", new Usd(1.2875e9))]),
                new PolicyMoney("storage-fees", new Usd(5e6), [new StateMoney("draft", new Usd(5e6)), new StateMoney("evidence-complete", new Usd(0))]),
            ],
            [new LeadTimeCount("draft", 1), new LeadTimeCount("evidence-complete", 0)],
            [
                new UnmodelledMoney("us.45q.rate", "recapture", new Bilingual("Credits can be taken back for <5 years.", "抵免可在 5 年内追回。"), new Usd(1.2875e9), null),
                new UnmodelledMoney("us-in.fee", "storage-fee", new Bilingual("No storage fee of IN.", "没有 IN 的封存费。"), null, 12.25),
            ]),
        [new MapCredit("Right-of-way data: a monitor", "CC BY 4.0", true), new MapCredit("Facilities: EPA", "public domain", false)],
        new PlanAuditResult(true, [], new Usd(1.0e9), new Usd(6e8)));

    /// <summary>A dataset that has only what a report asks for.</summary>
    public static Dataset Ground(string folder = "/nowhere") => new(
        folder, "d0", 2023, [], [], [], [], [], [], [],
        [new Corridor("x1", "Old line", [new GeoPoint(-90, 40.2), new GeoPoint(-88, 40.1)], new Kilometres(170), null, "PHMSA")],
        [], [], [],
        [new Doubt("sites", "s9", "outside-state", "2 km off", "kept"), new Doubt("sites", "s8", "outside-state", "9 km off", "kept")],
        [], null, null);

    /// <summary>As many captures and pipes as a plan for the whole nation, scattered around real industrial places by a fixed rule.</summary>
    public static Plan National(int captures = 2000, int pipes = 3000)
    {
        Random dice = new(45);
        PlannedCapture[] made = [.. Enumerable.Range(0, captures).Select(i => NationalCapture(i, dice))];
        PlannedStorage[] storages = [.. _basins.Select((basin, i) => NationalStorage(basin, i, made))];
        PlannedPipe[] laid = [.. NationalPipes(made, storages, pipes, dice)];
        return Small with
        {
            Study = Small.Study with { Id = "us", Title = new Bilingual("United States: 450 Mt/y by 2050", "美国：2050年捕集4.5亿吨/年"), Goal = [10, 80, 200, 320, 450], GoalUsed = [10, 80, 200, 320, 450] },
            Totals = new PlanTotals(
                new Usd(3.12e11), new Usd(2.01e11), new Usd(4.1e10), new Usd(3.3e10), new Usd(3.7e10), new Usd(0), new Usd(1.42e11), new Usd(0), new Usd(1.7e11), new Usd(1.52e11),
                0.0577, 0.257, "lagrangian", "found"),
            Periods = [.. Enumerable.Range(0, 5).Select(t => NationalPeriod(t, made, laid))],
            Captures = made,
            Pipes = laid,
            Storages = storages,
            Uncaptured = [.. Enumerable.Range(0, 2500).Select(i => NationalLeft(i, dice))],
            Bibliography = [.. Enumerable.Range(0, 120).Select(i => Small.Bibliography[0] with { Key = $"us.parameter.{i}", Confidence = (Confidence)(i % 3) })],
        };
    }

    private static readonly (string State, double Lon, double Lat)[] _places =
    [
        ("TX", -95.2, 29.75), ("TX", -94.0, 29.95), ("LA", -91.1, 30.3), ("LA", -93.3, 30.2), ("LA", -90.4, 30.0), ("TX", -97.4, 27.8), ("TX", -102.2, 31.9), ("TX", -97.1, 32.6),
        ("OK", -97.0, 36.1), ("KS", -97.3, 37.7), ("IA", -93.6, 42.0), ("IA", -95.6, 42.5), ("NE", -97.5, 41.2), ("SD", -96.8, 43.8), ("MN", -94.6, 44.2), ("IL", -88.9, 39.8),
        ("IL", -88.1, 41.5), ("IN", -87.4, 41.6), ("IN", -87.5, 38.2), ("OH", -82.6, 40.0), ("PA", -80.2, 40.4), ("WV", -81.8, 38.5), ("MI", -84.4, 43.6), ("WI", -88.3, 43.8),
        ("MO", -90.5, 38.5), ("KY", -86.0, 37.9), ("TN", -85.2, 35.4), ("AL", -87.6, 33.2), ("MS", -89.2, 32.4), ("GA", -84.2, 33.4), ("FL", -82.2, 27.9), ("SC", -80.6, 33.3),
        ("NC", -79.4, 35.9), ("VA", -77.5, 37.4), ("MD", -76.7, 39.4), ("NY", -76.2, 42.9), ("AR", -92.3, 34.5), ("CO", -104.7, 39.9), ("WY", -105.9, 42.5), ("MT", -107.9, 45.9),
        ("ND", -101.2, 47.3), ("UT", -111.5, 39.9), ("AZ", -111.2, 33.6), ("NM", -107.6, 35.6), ("CA", -119.1, 35.4), ("CA", -118.3, 33.9), ("CA", -122.2, 38.0), ("WA", -122.6, 47.4),
        ("OR", -122.9, 44.9), ("ID", -113.2, 43.2), ("NV", -115.9, 39.9),
    ];

    private static readonly (string Name, string State, double Lon, double Lat, double Radius)[] _basins =
    [
        ("Frio 4", "TX", -95.6, 29.2, 70), ("Lower Tuscaloosa 2", "MS", -89.8, 31.4, 75), ("Mt. Simon 3", "IL", -88.6, 39.4, 90), ("Woodbine 1", "TX", -95.4, 32.2, 60),
        ("Broom Creek 1", "ND", -102.3, 47.2, 85), ("Rose Run 2", "OH", -81.4, 40.4, 45), ("Vedder 1", "CA", -119.2, 35.3, 45), ("Arbuckle 1", "KS", -98.4, 37.4, 80),
        ("Madison 2", "WY", -109.3, 43.1, 70), ("Ogallala Permian", "TX", -102.4, 32.6, 75), ("Mt. Simon 6", "IN", -86.6, 41.0, 50), ("Navajo 1", "UT", -110.9, 39.1, 55),
        ("Knox 1", "KY", -86.5, 37.6, 60), ("Tuscaloosa 5", "AL", -87.9, 31.6, 55), ("Red River 2", "MT", -105.2, 46.5, 60), ("Cedar Keys 1", "FL", -81.7, 28.4, 60),
    ];

    private static readonly string[] _sectors =
        ["power-coal", "power-gas", "cement", "ethanol", "refining", "hydrogen", "ammonia", "gas-processing", "steel", "lime", "pulp-paper", "petrochemicals", "chemicals"];

    private static StorageEntry Entry(string node, GeoPoint place, double first, double second) =>
        new(node, place, [new TonnesPerYear(first), new TonnesPerYear(second)]);

    private static PlannedCapture Capture(
        string id, string site, string name, string state, string sector, string process, string track, GeoPoint place, double[] rate, double[] credit, bool stops) => new(
            id, site, name, state, sector, process, track, place, $"site:{site}", new TonnesPerYear(rate.Max()),
            Array.FindIndex(rate, r => r > 0), Array.FindLastIndex(rate, r => r > 0), stops,
            [.. rate.Select(r => new TonnesPerYear(r))], [.. credit.Select(c => new Usd(c))], new UsdPerTonne(42), null, Confidence.B, []);

    private static PlannedCapture NationalCapture(int i, Random dice)
    {
        (string state, double lon, double lat) = _places[i % _places.Length];
        bool air = i % 40 == 39;
        string sector = air ? "dac" : _sectors[(int)(dice.NextDouble() * dice.NextDouble() * _sectors.Length)];
        double scale = sector switch { "power-coal" => 3e6, "power-gas" => 1e6, _ => 3e5 };
        double rate = scale * Math.Exp((dice.NextDouble() - 0.5) * 1.6) * 0.5;
        int first = Math.Min(4, (int)(5 * Math.Sqrt(dice.NextDouble()))), last = dice.NextDouble() < 0.12 ? Math.Min(4, first + 2) : 4;
        double[] rates = [.. Enumerable.Range(0, 5).Select(t => t >= first && t <= last ? rate : 0)];
        double[] credits = [.. Enumerable.Range(0, 5).Select(t => t <= 2 ? rates[t] * 5 * (air ? 150 : 70) : 0)];
        GeoPoint place = new(lon + ((dice.NextDouble() - 0.5) * 2.4), lat + ((dice.NextDouble() - 0.5) * 2.2));
        string track = air ? "dac" : sector is "ethanol" or "pulp-paper" ? "biogenic" : "pointSource";
        return Capture($"st{i}", $"s{i}", $"Works {i}", state, sector, sector == "ethanol" ? "ethanol-fermentation" : "combustion", track, place, rates, credits, last < 4);
    }

    private static PlannedStorage NationalStorage((string Name, string State, double Lon, double Lat, double Radius) basin, int i, PlannedCapture[] captures)
    {
        TonnesPerYear[] rate = [.. Enumerable.Range(0, 5).Select(t => captures.Where((_, c) => c % _basins.Length == i).Select(c => c.Rate[t]).Sum())];
        GeoPoint centre = new(basin.Lon, basin.Lat);
        return new PlannedStorage(
            $"f{i}", basin.Name, "saline", basin.State, centre, basin.Radius,
            [new StorageEntry($"access:{i}a", new GeoPoint(basin.Lon - 0.3, basin.Lat + 0.2), rate), new StorageEntry($"access:{i}b", centre, [.. rate.Select(_ => new TonnesPerYear(0))])], [1, 2, 2, 1, 1], 20, rate,
            new Tonnes(rate[4].Value * 40 * (1 + (i % 4))), 2028);
    }

    private static IEnumerable<PlannedPipe> NationalPipes(PlannedCapture[] captures, PlannedStorage[] storages, int count, Random dice)
    {
        double[] inches = [4, 6, 8, 8, 12, 12, 16, 20, 24, 30, 36, 42];
        for (int i = 0; i < count; i++)
        {
            PlannedCapture from = captures[i % captures.Length];
            PlannedStorage sink = storages.MinBy(storage => storage.Centre.DistanceTo(from.Place).Value)!;
            GeoPoint to = i < captures.Length
                ? captures.Where(c => c != from && c.Place.DistanceTo(sink.Centre).Value < from.Place.DistanceTo(sink.Centre).Value)
                    .Select(c => c.Place).Append(sink.Centre).MinBy(place => place.DistanceTo(from.Place).Value)
                : captures[dice.Next(captures.Length)] is var other && other.Place.DistanceTo(from.Place).Value < 150 ? other.Place : sink.Centre;
            int first = from.FirstPeriod;
            TonnesPerYear[] flow = [.. from.Rate];
            TonnesPerYear[] bought = [.. flow.Select((f, t) => t == first ? from.Capacity : new TonnesPerYear(0))];
            double? size = inches[(int)(dice.NextDouble() * dice.NextDouble() * inches.Length)];
            yield return new PlannedPipe(
                $"e{i}", $"site:{from.SiteId}", "junction", Wander(from.Place, to, dice), from.Place.DistanceTo(to), from.Place.DistanceTo(to), new TonnesPerYear(0), flow, bought,
                [.. bought.Select(b => b.Value > 0 ? "low" : null)], [.. bought.Select(b => b.Value > 0 ? size : null)], new Usd(1e7));
        }
    }

    private static GeoPoint[] Wander(GeoPoint from, GeoPoint to, Random dice) =>
    [
        from,
        .. Enumerable.Range(1, 18).Select(i => new GeoPoint(
            from.Longitude + ((to.Longitude - from.Longitude) * i / 19) + ((dice.NextDouble() - 0.5) * 0.06),
            from.Latitude + ((to.Latitude - from.Latitude) * i / 19) + ((dice.NextDouble() - 0.5) * 0.06))),
        to,
    ];

    private static PlanPeriod NationalPeriod(int t, PlannedCapture[] captures, PlannedPipe[] pipes)
    {
        double all = captures.Sum(c => c.Rate[t].Megatonnes), air = captures.Where(c => c.Track == "dac").Sum(c => c.Rate[t].Megatonnes);
        return new PlanPeriod(
            2026 + (5 * t), 2030 + (5 * t), all, air, captures.Where(c => c.Track == "biogenic").Sum(c => c.Rate[t].Megatonnes), all, 0,
            captures.Select(c => c.CreditUsd[t]).Sum(), new Usd(all * 2.2e8), new Usd(air * 1.2e9), new Usd(all * 6e7), new Usd(all * 5e7), new Usd(0),
            pipes.Where(p => p.Bought[t].Value > 0).Sum(p => p.Length.Value), pipes.Where(p => p.Bought.Take(t + 1).Any(b => b.Value > 0)).Sum(p => p.Length.Value),
            captures.Count(c => c.Rate[t].Value > 0), all * 0.2, all * 1.1);
    }

    private static UncapturedStream NationalLeft(int i, Random dice)
    {
        (string state, double lon, double lat) = _places[i % _places.Length];
        string[] reasons = ["not-worth-it", "cost-unknown", "doubtful-location"];
        string sector = _sectors[i % _sectors.Length];
        GeoPoint place = new(lon + ((dice.NextDouble() - 0.5) * 5), lat + ((dice.NextDouble() - 0.5) * 3));
        return new UncapturedStream($"u{i}", $"us{i}", $"Left {i}", state, sector, "combustion", place, new TonnesPerYear(5e4 + (i * 200)), reasons[i % 7 % 3], []);
    }
}
