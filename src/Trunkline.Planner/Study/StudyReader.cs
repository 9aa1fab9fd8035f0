using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Reads <c>study.json</c> strictly: all problems at once, or a study.</summary>
public static partial class StudyReader
{
    private const double MostMegatonnesPerYear = 10_000;
    private const double MostPrice = 10_000;
    private const double MostEnergy = 100_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 32,
    };

    private static readonly IReadOnlyDictionary<string, Track> TrackNames = new Dictionary<string, Track>
    {
        ["pointSource"] = Track.PointSource,
        ["biogenic"] = Track.Biogenic,
        ["dac"] = Track.Dac,
    };

    /// <summary>Reads a study from its file, or from the folder that holds <c>study.json</c>.</summary>
    public static Checked<Study> Read(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, "study.json") : path;
        if (!File.Exists(file))
        {
            return Wrong(file, "There is no such study.", "Name a folder with a study.json, or run 'trunkline study list'.");
        }

        return StudySize.Most.Wrong(file) is { } tooLong ? Checked<Study>.Wrong([tooLong]) : Parse(File.ReadAllText(file), file);
    }

    /// <summary>Reads a study from its text. <paramref name="file"/> is used in messages and to find the dataset's folder.</summary>
    public static Checked<Study> Parse(string text, string file)
    {
        if (StudySize.Most.Passed(text) is { } excess)
        {
            return Checked<Study>.Wrong([excess.AsProblem(file)]);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            IReadOnlyList<Problem> shape = StudyShape.Compare<StudyFile>(file, document.RootElement, "The study", out JsonNode? mended);
            if (mended is null)
            {
                return Checked<Study>.Wrong([.. shape]);
            }

            Checked<Study> study = Checks(mended.Deserialize<StudyFile>(Options)!, file);
            return shape.Count == 0 ? study : Checked<Study>.Wrong([.. shape, .. study.Problems.Where(p => !shape.Any(s => Concerns(s, p)))]);
        }
        catch (JsonException e)
        {
            return Wrong($"{file} line {e.LineNumber + 1}", "This is not JSON.", e.Message);
        }
    }

    /// <summary>True where a later problem may only repeat that a place is of the wrong shape.</summary>
    private static bool Concerns(Problem shape, Problem later) =>
        later.Where == shape.Where || later.Where.StartsWith($"{shape.Where}/", StringComparison.Ordinal)
        || shape.Where.StartsWith($"{later.Where}/", StringComparison.Ordinal);

    private static Checked<Study> Checks(StudyFile given, string file)
    {
        var found = new StudyProblems(file);
        IReadOnlyList<Period> periods = Periods(given, found);
        string folder = DatasetFolder(given, file, found);
        var study = new Study(
            Identifier(given, found),
            new Bilingual(given.Title?.En ?? given.Id ?? "study", given.Title?.Zh ?? given.Title?.En ?? given.Id ?? "study"),
            folder,
            Region(given.Region, found),
            periods,
            Goal(given, periods.Count, found),
            Tracks(given, found),
            Policy(given.Policy, found),
            Labour(given, found),
            new Fraction(found.Within(given.DiscountRate ?? 0.07, 0, 0.3, "/discountRate", "a fraction, for example 0.07 for 7 %")),
            given.DollarYear ?? 0,
            new Fraction(found.Within(given.Inflation ?? 0.025, 0, 0.2, "/inflation", "a fraction, for example 0.025 for 2.5 %")),
            Limits(given.Limits, periods.Count, found) with { FirstStep = StudyAssumed.FirstStep(given, periods, found) },
            Budget(given.Solver, found))
        {
            CostFactors = Factors(given.CostFactors, found),
            StorageFactors = StudyAssumed.StorageFactors(given.StorageFactors, found),
            Pathway = StudyContext.Pathway(given.Pathway, periods.Count, found),
            Finance = StudyContext.Finance(given.Finance, found),
            CreditFactor = found.Within(given.Policy?.CreditFactor ?? 1, 0, 3, "/policy/creditFactor", "a factor, for example 1.2 for a fifth more"),
            CreditLevel = CreditLevel(given.Policy, found),
        };
        found.Require(given.DollarYear is not null, "/dollarYear", "'dollarYear' is missing.", "Give the dataset's dollar year, for example 2023.");
        return Checked<Study>.From(study, found.All);
    }

    private static string Identifier(StudyFile given, StudyProblems found)
    {
        found.Require(given.Id is not null && IdPattern().IsMatch(given.Id), "/id", $"'id' is {(given.Id is null ? "missing" : $"'{given.Id}'")}.",
            "Give a short name of lower-case letters, digits and hyphens, for example \"ohio-hub\".");
        return given.Id ?? string.Empty;
    }

    private static string DatasetFolder(StudyFile given, string file, StudyProblems found)
    {
        string home = Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".";
        string folder = Path.GetFullPath(Path.Combine(home, given.Dataset ?? "."));
        found.Require(File.Exists(Path.Combine(folder, "dataset.json")), "/dataset", $"There is no dataset.json in '{given.Dataset ?? "."}'.",
            "Give the dataset's folder relative to this file, for example \"../../us\".");
        return folder;
    }

    private static List<Period> Periods(StudyFile given, StudyProblems found)
    {
        List<Period> periods = given.Periods is null
            ? [new(2026, 2030), new(2031, 2035), new(2036, 2040), new(2041, 2045), new(2046, 2050)]
            : [.. given.Periods.Select(p => new Period(p.From, p.To))];
        found.Require(periods.Count is > 0 and <= 20, "/periods", $"{periods.Count} periods.", "Give 1 to 20 periods.");
        for (int i = 0; i < periods.Count; i++)
        {
            found.Require(periods[i].From is >= 1990 and <= 2200 && periods[i].Length is > 0 and <= 50, $"/periods/{i}",
                $"{periods[i]} is not a period of 1 to 50 years between 1990 and 2200.", "Give the first and the last calendar year.");
            found.Require(i == 0 || periods[i].From == periods[i - 1].To + 1, $"/periods/{i}/from",
                $"{periods[i].From} does not follow {(i == 0 ? 0 : periods[i - 1].To)}.", "Periods must follow each other without gap or overlap.");
        }

        return periods;
    }

    private static Goal Goal(StudyFile given, int periods, StudyProblems found)
    {
        found.Require(given.Target is null != given.Price is null, "/target",
            given.Target is null ? "There is neither 'target' nor 'price'." : "There are both 'target' and 'price'.", "Give one of the two.");
        return given.Price is not null
            ? new Goal.CarbonPrice(
                [.. found.OnePerPeriod(given.Price.UsdPerTonne, periods, -MostPrice, MostPrice, "/price/usdPerTonne", "dollars per tonne").Select(UsdPerTonne.Of)])
            : new Goal.CaptureTarget(
                [.. found.OnePerPeriod(given.Target?.MtPerYear ?? [], periods, 0, MostMegatonnesPerYear, "/target/mtPerYear", "million tonnes a year (not tonnes)",
                    given.Target is not null).Select(TonnesPerYear.FromMegatonnes)],
                found.OneOf(given.Target?.WhenUnreachable ?? "fail", ["fail", "lower"], "/target/whenUnreachable") == "lower");
    }

    private static HashSet<Track> Tracks(StudyFile given, StudyProblems found)
    {
        IReadOnlyList<string> names = given.Tracks ?? [.. TrackNames.Keys];
        found.Require(names.Count > 0, "/tracks", "No track is allowed.", "Allow at least one of pointSource, biogenic, dac.");
        for (int i = 0; i < names.Count; i++)
        {
            found.OneOf(names[i], [.. TrackNames.Keys], $"/tracks/{i}");
        }

        return [.. names.Where(TrackNames.ContainsKey).Select(n => TrackNames[n])];
    }

    private static PolicyBasis Policy(StudyPolicy? given, StudyProblems found)
    {
        found.Require(given is not null, "/policy", "'policy' is missing.", "Say whose law is assumed: {\"asOf\": \"2026-11-23\"}.");
        found.Require(given is null or { AsOf: not null } or { Mode: not null }, "/policy/asOf", "'asOf' is missing.", "Give the day whose law is assumed, or a 'mode'.");
        found.Require(given is not { AsOf: not null, Mode: not null }, "/policy/mode", "'mode' stands beside 'asOf'.", "Give one of the two: a mode names its day.");
        found.Require(given is not { Overlays: not null, Mode: not null }, "/policy/mode", "'mode' stands beside 'overlays'.", "Give one of the two: a mode names its overlays.");
        return new PolicyBasis(given?.AsOf, given?.Overlays ?? [], given?.Mode);
    }

    private static UsdPerTonne? CreditLevel(StudyPolicy? given, StudyProblems found)
    {
        const string Place = "/policy/creditUsdPerTonne";
        found.Require(given is not { CreditFactor: not null, CreditUsdPerTonne: not null }, Place, "'creditUsdPerTonne' stands beside 'creditFactor'.", "Give one of the two.");
        return given?.CreditUsdPerTonne is { } level ? new UsdPerTonne(found.Within(level, 0, MostPrice, Place, "dollars per tonne")) : null;
    }

    private static bool Labour(StudyFile given, StudyProblems found) =>
        found.OneOf(given.Policy?.Labour ?? "full", ["full", "base"], "/policy/labour") == "full";

    private static Region Region(StudyRegion? given, StudyProblems found)
    {
        for (int i = 0; i < (given?.States?.Count ?? 0); i++)
        {
            found.Require(StatePattern().IsMatch(given!.States![i]), $"/region/states/{i}", $"'{given.States[i]}' is not a state code.",
                "Give two capital letters, for example \"TX\".");
        }

        found.Require(given?.States is null or { Count: > 0 }, "/region/states", "The list is empty: nothing would be planned.", "Name states or leave 'states' out.");
        Box? box = given?.Box is { } b ? new Box(b.West, b.South, b.East, b.North) : null;
        found.Require(box is null || (box.West < box.East && box.South < box.North && Math.Abs(box.West) <= 180 && Math.Abs(box.East) <= 180
            && Math.Abs(box.South) <= 90 && Math.Abs(box.North) <= 90), "/region/box", "The box is empty or off the globe.",
            "West below east within 180, south below north within 90.");
        return new Region(given?.States?.ToHashSet(), box);
    }

    private static Limits Limits(StudyLimits? given, int periods, StudyProblems found)
    {
        var injection = new List<InjectionLimit>();
        for (int i = 0; i < (given?.Injection?.Count ?? 0); i++)
        {
            StudyInjectionLimit limit = given!.Injection![i];
            double rate = found.Within(limit.MtPerYear, 0, MostMegatonnesPerYear, $"/limits/injection/{i}/mtPerYear", "million tonnes a year (not tonnes)");
            injection.Add(new InjectionLimit(limit.Name, limit.States.ToHashSet(), TonnesPerYear.FromMegatonnes(rate)));
        }

        double? build = given?.YearlyBuildMtPerYear;
        return new Limits(injection, build is { } b
            ? TonnesPerYear.FromMegatonnes(found.Within(b, 0, MostMegatonnesPerYear, "/limits/yearlyBuildMtPerYear", "million tonnes a year (not tonnes)"))
            : null)
        {
            Closed = (given?.Closed ?? []).ToFrozenSet(StringComparer.Ordinal),
            Forced = (given?.Forced ?? []).ToFrozenSet(StringComparer.Ordinal),
            Energy = [.. Energy(given?.Energy, periods, found)],
            Communities = Communities(given?.Communities, found),
            Delays = [.. (given?.Delays ?? []).Select((d, i) => new StorageDelay(
                d.Storage.ToFrozenSet(StringComparer.Ordinal), new Years(found.Within(d.Years, 0, 50, $"/limits/delays/{i}/years", "years"))))],
        };
    }

    private static IEnumerable<EnergyLimit> Energy(StudyEnergy? given, int periods, StudyProblems found)
    {
        if (given?.ElectricityTwhPerYear is { } electricity)
        {
            IReadOnlyList<double> twh = found.OnePerPeriod(
                electricity, periods, 0, MostEnergy, "/limits/energy/electricityTwhPerYear", "terawatt-hours a year (not megawatt-hours)");
            yield return new EnergyLimit(EnergyKind.Electricity, [.. twh.Select(e => e * EnergyNeed.PerLargeUnit)]);
        }

        if (given?.HeatPjPerYear is { } heat)
        {
            IReadOnlyList<double> pj = found.OnePerPeriod(heat, periods, 0, MostEnergy, "/limits/energy/heatPjPerYear", "petajoules a year (not gigajoules)");
            yield return new EnergyLimit(EnergyKind.Heat, [.. pj.Select(e => e * EnergyNeed.PerLargeUnit)]);
        }
    }

    private static CommunityLimit? Communities(StudyCommunities? given, StudyProblems found)
    {
        if (given is null)
        {
            return null;
        }

        const string Share = "a fraction, for example 0.4 for 40 %", Place = "/limits/communities";
        bool byIndex = found.OneOf(given.Method, ["svi", "cejst"], $"{Place}/method") == "svi";
        found.Require(!byIndex || given.SviAtLeast is not null, $"{Place}/sviAtLeast", "'sviAtLeast' is missing.", "Say from which percentile a county counts, for example 0.75.");
        found.Require(byIndex || given.SviAtLeast is null, $"{Place}/sviAtLeast", "'sviAtLeast' stands beside the method 'cejst'.", "Leave it out, or give the method 'svi'.");
        double? least = given.LeastShare is { } share ? found.Within(share, 0, 1, $"{Place}/leastShare", Share) : null;
        double from = found.Within(given.SviAtLeast ?? 0, 0, 1, $"{Place}/sviAtLeast", Share);
        return new CommunityLimit(least is { } asked ? new Fraction(asked) : null, byIndex ? new Fraction(from) : null);
    }

    private static CostFactors Factors(StudyCostFactors? given, StudyProblems found)
    {
        return new CostFactors
        {
            Capture = Factor(given?.Capture, "capture"),
            Dac = Factor(given?.Dac, "dac"),
            Transport = Factor(given?.Transport, "transport"),
            Storage = Factor(given?.Storage, "storage"),
        };

        double Factor(double? factor, string family) =>
            found.Within(factor ?? 1, 0.01, 100, $"/costFactors/{family}", "a factor, for example 1.2 for a fifth more");
    }

    private static SolverBudget Budget(StudySolver? given, StudyProblems found) => new(
        Enum.Parse<SolverRoute>(found.OneOf(given?.Route ?? "auto", ["auto", "exact", "scalable"], "/solver/route"), ignoreCase: true),
        new Fraction(found.Within(given?.Gap ?? 0.01, 0, 1, "/solver/gap", "a fraction, for example 0.01 for 1 %")),
        found.Within(given?.TimeLimitSeconds ?? 120, 1, 86_400, "/solver/timeLimitSeconds", "seconds"),
        (int)found.Within(given?.Threads ?? 2, 1, 64, "/solver/threads", "a number of threads"),
        given?.Seed ?? 1);

    private static Checked<Study> Wrong(string where, string what, string fix) => Checked<Study>.Wrong([new Problem(where, what, fix)]);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex StatePattern();
}
