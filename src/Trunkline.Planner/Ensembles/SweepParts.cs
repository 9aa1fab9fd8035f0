using System.Text.Json.Nodes;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Reads what is uncertain: parameters, their spreads and correlations, branches of the law.</summary>
internal static class SweepParts
{
    private static readonly string[] Families = ["capture", "dac", "transport", "storage"];

    public static Bilingual Title(StudyTitle? given, string name) => new(given?.En ?? name, given?.Zh ?? given?.En ?? name);

    public static IReadOnlyList<UncertainParameter> Parameters(SweepFile given, JsonNode? study, StudyProblems found)
    {
        Named(given.Parameters.Select(p => p.Name), "/parameters", found);
        bool isGrid = given.Sample.Method == "grid";
        return [.. given.Parameters.Select((p, i) => new UncertainParameter(p.Name, Title(p.Title, p.Name), Target(p, $"/parameters/{i}", study, found), Spread(p, isGrid, $"/parameters/{i}", found)))];
    }

    public static IReadOnlyList<PolicyBranch> Branches(IReadOnlyList<SweepBranch>? given, StudyProblems found)
    {
        if (given is null)
        {
            return [new PolicyBranch("study", new Bilingual("The study's law", "研究所定之法律"), 1, null, null)];
        }

        Named(given.Select(b => b.Name), "/policy", found);
        for (int i = 0; i < given.Count; i++)
        {
            found.Within(given[i].Probability, 0, 1, $"/policy/{i}/probability", "a fraction, for example 0.25");
        }

        double sum = given.Sum(b => b.Probability);
        found.Require(Math.Abs(sum - 1) < 1e-9, "/policy", $"The probabilities sum to {sum:0.######}.", "Make them sum to 1: the branches are all that may come.");
        return [.. given.Select(b => new PolicyBranch(b.Name, Title(b.Title, b.Name), b.Probability, b.AsOf, b.Overlays))];
    }

    public static IReadOnlyList<(int First, int Second, double Correlation)> Correlations(SweepFile given, SampleMethod method, StudyProblems found)
    {
        IReadOnlyList<SweepCorrelation> pairs = given.Correlations ?? [];
        found.Require(pairs.Count == 0 || method != SampleMethod.Grid, "/correlations", "A grid has every combination; nothing moves together in it.", "Leave 'correlations' out, or draw a sample.");
        List<string> names = [.. given.Parameters.Select(p => p.Name)];
        (int, int, double)[] read =
        [
            .. pairs.Select((c, i) => (Place(c.First, $"{i}/first"), Place(c.Second, $"{i}/second"), found.Within(c.Correlation, -1, 1, $"/correlations/{i}/correlation", "a correlation"))),
        ];
        bool areSound = read.All(c => c.Item1 >= 0 && c.Item2 >= 0 && c.Item1 != c.Item2);
        found.Require(read.All(c => c.Item1 != c.Item2 || c.Item1 < 0), "/correlations", "A parameter is correlated with itself.", "Name two parameters.");
        found.Require(!areSound || Sampling.Triangle(names.Count + 1, read) is not null, "/correlations",
            "No numbers have these correlations.", "Make them weaker: where A goes with B and B with C, A goes with C. For 1 or -1 make it one parameter.");
        return read;

        int Place(string name, string where)
        {
            int place = names.IndexOf(name);
            found.Require(place >= 0, $"/correlations/{where}", $"'{name}' is no parameter.", $"Known are: {string.Join(", ", names)}.");
            return place;
        }
    }

    private static void Named(IEnumerable<string> names, string where, StudyProblems found)
    {
        HashSet<string> seen = [];
        foreach ((int i, string name) in names.Index())
        {
            found.Require(SweepReader.NamePattern().IsMatch(name), $"{where}/{i}/name", $"'{name}' is no name.", "Use lower-case letters, digits and hyphens.");
            found.Require(seen.Add(name), $"{where}/{i}/name", $"'{name}' is there twice.", "Give each a name of its own.");
        }
    }

    private static ParameterTarget Target(SweepParameter given, string place, JsonNode? study, StudyProblems found)
    {
        int targets = new object?[] { given.Path, given.Cost, given.Storage }.Count(t => t is not null);
        found.Require(targets == 1, place, $"'{given.Name}' acts upon {targets} things.", "Give one of path, cost and storage.");
        found.Require(given.Factor is null || given.Path is not null, $"{place}/factor", "'factor' stands without 'path'.", "Leave it out: costs and rock are always multiplied.");
        found.Require(given.Of is null || given.Storage is not null, $"{place}/of", "'of' stands without 'storage'.", "Leave it out.");
        if (given.Cost is { } families)
        {
            found.Require(families.Count > 0, $"{place}/cost", "No family is named.", $"Give some of: {string.Join(", ", Families)}.");
            return new ParameterTarget.Costs([.. families.Select((f, i) => found.OneOf(f, Families, $"{place}/cost/{i}"))]);
        }

        if (given.Storage is { } storage)
        {
            string of = found.OneOf(given.Of ?? "both", ["both", "capacity", "injectivity"], $"{place}/of");
            found.Require(storage.Count > 0, $"{place}/storage", "No formation is named.", "Give ids of formations, or \"*\" for all.");
            return new ParameterTarget.Rock(storage, of != "injectivity", of != "capacity");
        }

        return NumberTarget(given, place, study, found);
    }

    private static ParameterTarget.Number NumberTarget(SweepParameter given, string place, JsonNode? study, StudyProblems found)
    {
        string path = given.Path ?? "/";
        bool isFactor = given.Factor ?? false, isPointer = path.StartsWith('/') && path.Length > 1;
        found.Require(given.Path is null || isPointer, $"{place}/path", $"'{path}' is no JSON pointer.", "Write it like /discountRate or /price/usdPerTonne/1.");
        if (isPointer && study is not null)
        {
            JsonNode? there = ScenarioStudy.Find(study, path);
            bool isNumber = there is JsonValue value && value.TryGetValue(out double _), isList = there is JsonArray list && list.All(n => n is JsonValue v && v.TryGetValue(out double _));
            found.Require(!isFactor || isNumber || isList, $"{place}/path", $"The study has no number at {path} to multiply.", "Name one that it has, or leave 'factor' out.");
            found.Require(isFactor || isNumber || there is null, $"{place}/path", $"What the study has at {path} is no number.", "Name a number; a list is multiplied with \"factor\": true.");
        }

        return new ParameterTarget.Number(path, isFactor);
    }

    private static Spread Spread(SweepParameter given, bool isGrid, string place, StudyProblems found)
    {
        int spreads = new object?[] { given.Values, given.Uniform, given.Triangular, given.Normal }.Count(s => s is not null);
        found.Require(spreads == 1, place, $"'{given.Name}' is spread in {spreads} ways.", "Give one of values, uniform, triangular and normal.");
        found.Require(!isGrid || given.Values is not null, place, $"'{given.Name}' has no values.", "A grid needs 'values'.");
        found.Require(given.Weights is null || given.Values is not null, $"{place}/weights", "'weights' stand without 'values'.", "Leave them out.");
        return given switch
        {
            { Uniform: { } u } => Ordered(new Spread.Uniform(u.Least, u.Most), u.Least < u.Most, $"{place}/uniform", found),
            { Triangular: { } t } => Ordered(
                new Spread.Triangular(t.Least, t.Mode, t.Most), t.Least < t.Most && t.Least <= t.Mode && t.Mode <= t.Most, $"{place}/triangular", found),
            { Normal: { } n } => Ordered(new Spread.Normal(n.Mean, n.Deviation, n.Least, n.Most), n.Least < n.Most && n.Deviation > 0, $"{place}/normal", found),
            _ => Values(given, place, found),
        };
    }

    private static Spread Ordered(Spread spread, bool holds, string place, StudyProblems found)
    {
        found.Require(holds, place, "The numbers are not in order.", "Least lies below most, a mode between them, and a deviation above zero.");
        return holds ? spread : new Spread.Uniform(0, 1);
    }

    private static Spread.Values Values(SweepParameter given, string place, StudyProblems found)
    {
        IReadOnlyList<double> values = given.Values is { Count: > 0 } some ? some : [0];
        found.Require(given.Values is null or { Count: > 0 }, $"{place}/values", "There is no value.", "Give at least one.");
        found.Require(values.Distinct().Count() == values.Count, $"{place}/values", "A value is there twice.", "Give it once, with a weight.");
        IReadOnlyList<double> weights = given.Weights ?? [.. values.Select(_ => 1.0)];
        bool areSound = weights.Count == values.Count && weights.All(w => w > 0);
        found.Require(areSound, $"{place}/weights", $"There are {weights.Count} weights for {values.Count} values, or one is not above zero.", "Give one above zero for each value.");
        double[] shares = areSound ? [.. weights.Select(w => w / weights.Sum())] : [.. values.Select(_ => 1.0 / values.Count)];
        return new Spread.Values(values, shares);
    }
}
