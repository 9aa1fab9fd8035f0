using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Planner.Properties;

/// <summary>Tiny worlds by number: the same number gives the same world. Nothing in them is realistic; everything in them is allowed.</summary>
internal sealed class RandomWorld
{
    /// <summary>Wisconsin charges a fee that rises; elsewhere none is known.</summary>
    private static readonly Lazy<PolicyRegister> Fees = new(() => FeeLaw.Of([FeeLaw.Fee("fee", (2020, 2029, 2m), (2030, 2100, 12m))]));

    private const string Made = "Drawn at random for a test";

    private readonly Random random;
    private readonly int supplies;
    private readonly int edges;
    private readonly int periods;

    private RandomWorld(int seed, bool smallest)
    {
        random = new Random(seed);
        periods = random.Next(1, 4);
        supplies = random.Next(1, smallest ? 3 : 4);
        edges = smallest ? (periods == 3 ? 1 : random.Next(1, 3)) : random.Next(1, 5);
    }

    /// <summary>1-3 units, 1-2 sinks, 1-4 corridors, 1-3 periods; the smallest have two units at most, and two corridors or one through three periods.</summary>
    public static TinyWorld Of(int seed, bool smallest = false) => new RandomWorld(seed, smallest).Draw();

    private TinyWorld Draw()
    {
        string state = Pick("ND", "IL", "WI");
        Period[] spans = Periods();
        bool withAir = supplies > 1 && Chance(0.3);
        int streams = withAir ? supplies - 1 : supplies;
        bool withUse = periods == 1 || Chance(0.4), withRock = periods > 1;
        Dataset dataset = TinyWorld.TwoNodes.Dataset with
        {
            Sites = [.. Enumerable.Range(0, streams).Select(i => new Site($"S{i}", $"Source {i}", state, null, Place(i), "cement", new(1e6), new(0)))],
            Streams = [.. Enumerable.Range(0, streams).Select(Stream)],
            DacSites = withAir ? [new DacSite("D", "Air", state, Place(9), new(Megatonnes(2, 8)), 1, Cost(400))] : [],
            Formations = withRock ? [Rock(state)] : [],
            Uses = withUse ? [Use(state, spans)] : [],
            PipeTrends = Trends(),
            Parameters = Parameters(),
            Network = Network(streams, withAir, withRock, withUse),
        };
        return new TinyWorld(dataset, Study(spans, state, dataset)) { Register = Fees.Value };
    }

    private Study Study(Period[] spans, string state, Dataset dataset)
    {
        double all = dataset.Streams.Sum(s => s.Co2.Value * s.CaptureRate.Value) + dataset.DacSites.Sum(d => d.TrainRate.Value);
        double wanted = random.Next(0, 10) * 0.1;
        bool grows = Chance(0.5);
        return TinyWorld.TwoNodes.Study with
        {
            Periods = spans,
            Goal = Chance(0.5)
                ? new Goal.CaptureTarget([.. spans.Select((_, t) => new TonnesPerYear(Math.Round(t == 0 && periods > 1 ? 0 : all * wanted * (grows ? (t + 1d) / periods : 1))))], false)
                : new Goal.CarbonPrice([.. spans.Select(_ => new UsdPerTonne(random.Next(0, 120)))]),
            Policy = PolicyBasis.On(Chance(0.7) ? new DateOnly(2026, 11, 23) : new DateOnly(2025, 7, 3)),
            FullLabour = Chance(0.8),
            DiscountRate = new Fraction(Pick(0, 0.03, 0.07, 0.12)),
            Inflation = new Fraction(Pick(0, 0.025)),
            Limits = new Limits(
                Chance(0.2) ? [new InjectionLimit("all", new HashSet<string> { state }, new(Megatonnes(2, 20)))] : [],
                Chance(0.2) ? new TonnesPerYear(Megatonnes(1, 4)) : null),
            Solver = new SolverBudget(SolverRoute.Exact, new Fraction(0), 60, 1, 1),
        };
    }

    private Period[] Periods()
    {
        var spans = new List<Period>();
        for (int from = 2026; spans.Count < periods; from = spans[^1].To + 1)
        {
            spans.Add(new Period(from, from + random.Next(2, 13)));
        }

        return [.. spans];
    }

    /// <summary>Now and then too small for a credit, now and then electricity, which must be captured thoroughly to earn one.</summary>
    private CaptureStream Stream(int i) => new(
        $"S{i}:cement", $"S{i}", "cement", Track.PointSource, Chance(0.2), new(Chance(0.1) ? 12_000 : Megatonnes(2, 14)), new Fraction(Pick(0.6, 0.9, 1)), Cost(100));

    private CaptureCost Cost(int capex) =>
        new(new(random.Next(capex / 10, capex * 2) * 1e6), new(random.Next(0, 8) * 1e6), new(random.Next(5, 90)), random.Next(0, 4) * 0.1, random.Next(0, 3), Made, Confidence.C);

    private Formation Rock(string state) => new(
        "F", "Rock", state, "Basin", Place(20), 100, new(Megatonnes(3, 10)), new(random.Next(3, 16) * 1e6), random.Next(1, 4), 2,
        new(random.Next(0, 30) * 1e6), new(random.Next(0, 20) * 1e6), new(random.Next(0, 10) * 1e6), new(random.Next(0, 30) * 1e6), new(random.Next(0, 3) * 1e6), new(random.Next(0, 4)), Made, Confidence.C);

    private CarbonUse Use(string state, Period[] spans) => new(
        "U", "Field", state, Place(21), "eor",
        Enumerable.Range(spans[0].From, spans[^1].To - spans[0].From + 1).Where(_ => Chance(0.9)).ToDictionary(y => y, _ => new TonnesPerYear(Megatonnes(1, 9))),
        Chance(0.5), new(random.Next(0, 40)), Made, Confidence.C);

    private IReadOnlyList<PipeTrend> Trends()
    {
        var small = new PipeTrend("small", new(Megatonnes(10, 25)), random.Next(20, 200) * 1000, random.Next(3, 15) * 0.01, Made, Confidence.C);
        var large = new PipeTrend("large", new(6e6), small.FixedUsdPerKm * 1.5, small.SlopeUsdPerKmPerTonnePerYear * 0.6, Made, Confidence.C);
        return Chance(0.5) ? [small] : [small, large];
    }

    private IReadOnlyList<Parameter> Parameters()
    {
        Dictionary<string, double> drawn = new()
        {
            ["life.capture"] = random.Next(5, 25),
            ["life.dac"] = random.Next(5, 25),
            ["life.pipe"] = random.Next(40, 60),
            ["life.storage"] = random.Next(10, 40),
            ["build-years.capture"] = random.Next(1, 4),
            ["build-years.storage"] = random.Next(0, 3),
            ["pipe.booster-capital"] = random.Next(0, 3) * 0.01,
            ["pipe.booster-electricity"] = random.Next(0, 3) * 1e-5,
            ["learning.cement"] = random.Next(0, 3) * 0.01,
            ["learning.pipe"] = random.Next(0, 3) * 0.01,
            ["learning.storage"] = random.Next(0, 3) * 0.01,
            ["learning.dac"] = random.Next(0, 3) * 0.01,
        };
        List<Parameter> given = [.. TinyWorld.TwoNodes.Dataset.Parameters.Where(p => !drawn.ContainsKey(p.Id))];
        return [.. given, .. drawn.Select(d => new Parameter(d.Key, d.Value, "as drawn", Made, Confidence.C))];
    }

    /// <summary>A line of nodes and, where there are more corridors, shortcuts; everything hosted anywhere; not always is everything joined.</summary>
    private CandidateNetwork Network(int streams, bool withAir, bool withRock, bool withUse)
    {
        int count = Math.Min(4, edges + 1);
        var hosts = Enumerable.Range(0, count).Select(_ => new List<string>()).ToArray();
        foreach (string host in Enumerable.Range(0, streams).Select(i => $"S{i}").Concat(withAir ? ["D"] : []).Concat(withUse ? ["U"] : []))
        {
            hosts[random.Next(count)].Add(host);
        }

        CandidateNode[] nodes = [.. Enumerable.Range(0, count).Select(n => new CandidateNode($"n{n}", Place(n), hosts[n]))];
        CandidateEdge[] ways = [.. Enumerable.Range(0, edges).Select(e => Edge(e, nodes))];
        int entry = random.Next(count);
        StorageAccess[] access = !withRock ? [] : Chance(0.3) && count > 1 ? [new("F", entry), new("F", (entry + 1) % count)] : [new("F", entry)];
        return new CandidateNetwork(nodes, ways, access);
    }

    private CandidateEdge Edge(int e, CandidateNode[] nodes)
    {
        int from = e < nodes.Length - 1 ? e : random.Next(nodes.Length), to = e < nodes.Length - 1 ? e + 1 : (from + random.Next(1, nodes.Length)) % nodes.Length;
        double length = random.Next(10, 200);
        return new CandidateEdge($"w{e}", from, to, new(length), new(length * Pick(0.8, 1, 1.4)), new(Chance(0.15) ? Megatonnes(1, 6) : 0), [nodes[from].Place, nodes[to].Place]);
    }

    private double Megatonnes(int least, int most) => random.Next(least, most) * 1e5;

    private bool Chance(double share) => random.NextDouble() < share;

    private T Pick<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private static GeoPoint Place(int i) => new(-101 + (i * 0.1), 47);
}
