using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>A sweep with the text of its study.</summary>
public sealed record SweepQuestion(Sweep Sweep, Study Study, string StudyText);

/// <summary>Reads <c>sweep.json</c> strictly: all problems at once, or a sweep.</summary>
public static partial class SweepReader
{
    private const int MostScenarios = 100_000;
    private const int MostParameters = 200;
    private const int MostDraws = 5_000_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 32,
    };

    /// <summary>Reads a sweep from its file, or from the folder that holds <c>sweep.json</c>, with its study.</summary>
    public static Checked<SweepQuestion> Read(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, "sweep.json") : path;
        if (!File.Exists(file))
        {
            return Wrong(file, "There is no such sweep.", "Name a sweep.json, or a folder that holds one; 'trunkline sweep new' writes one.");
        }

        return StudySize.Most.Wrong(file) is { } tooLong ? Checked<SweepQuestion>.Wrong([tooLong]) : Parse(File.ReadAllText(file), file);
    }

    /// <summary>Reads a sweep from its text. <paramref name="file"/> is used in messages and to find the study.</summary>
    public static Checked<SweepQuestion> Parse(string text, string file)
    {
        if (StudySize.Most.Passed(text) is { } excess)
        {
            return Checked<SweepQuestion>.Wrong([excess.AsProblem(file)]);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            IReadOnlyList<Problem> shape = StudyShape.Compare<SweepFile>(file, document.RootElement, "The sweep", out _);
            if (shape.Count > 0)
            {
                return Checked<SweepQuestion>.Wrong([.. shape]);
            }

            SweepFile given = document.RootElement.Deserialize<SweepFile>(Options)!;
            // What follows multiplies parameters with each other and with scenarios.
            return TooMuch(given, file) is { } problem ? Checked<SweepQuestion>.Wrong([problem]) : Checks(given, file);
        }
        catch (JsonException e)
        {
            return Wrong($"{file} line {e.LineNumber + 1}", "This is not JSON.", e.Message);
        }
    }

    private static Problem? TooMuch(SweepFile given, string file)
    {
        int parameters = given.Parameters.Count;
        long draws = (long)parameters * (given.Sample.Scenarios ?? 0);
        return parameters > MostParameters ? new Problem($"{file} /parameters", $"There are {parameters} parameters.", $"At most {MostParameters} are drawn: leave out those that matter least.")
            : draws > MostDraws ? new Problem($"{file} /sample/scenarios", $"{given.Sample.Scenarios} scenarios of {parameters} parameters are {draws} numbers to draw.", $"At most {MostDraws} are drawn: give fewer scenarios or parameters.")
            : null;
    }

    private static Checked<SweepQuestion> Checks(SweepFile given, string file)
    {
        var found = new StudyProblems(file);
        string studyPath = StudyPath(given, file);
        Checked<Study> study = StudyReader.Read(studyPath);
        string? studyText = study.IsRight ? File.ReadAllText(studyPath) : null;
        Sweep sweep = Written(given, file, studyPath, study.Value, studyText, found);
        if (found.All.Count > 0 || studyText is null)
        {
            return Checked<SweepQuestion>.Wrong([.. found.All, .. study.Problems]);
        }

        // What the middle future makes of the study must be a study; a stranger future that is none is a result of its own.
        Checked<Study> middle = StudyReader.Parse(ScenarioStudy.Of(sweep, studyText, ScenarioSet.Middle(sweep)), studyPath);
        return middle.IsRight
            ? Checked<SweepQuestion>.Right(new SweepQuestion(sweep, study.Value!, studyText))
            : Checked<SweepQuestion>.Wrong([.. middle.Problems.Select(p => p with { What = $"In the middle future: {p.What}" })]);
    }

    private static Sweep Written(SweepFile given, string file, string studyPath, Study? study, string? studyText, StudyProblems found)
    {
        found.Require(NamePattern().IsMatch(given.Id), "/id", $"'id' is '{given.Id}'.", "Give a short name of lower-case letters, digits and hyphens, for example \"nd-futures\".");
        IReadOnlyList<UncertainParameter> parameters = SweepParts.Parameters(given, studyText is null ? null : JsonNode.Parse(studyText), found);
        SampleMethod method = Method(given.Sample, found);
        IReadOnlyList<PolicyBranch> branches = SweepParts.Branches(given.Policy, found);
        return new Sweep(
            given.Id,
            SweepParts.Title(given.Title, given.Id),
            Path.GetFullPath(file),
            studyPath,
            given.Seed ?? 1,
            method,
            method == SampleMethod.Grid ? GridCount(given, branches.Count, found) : (int)found.Within(given.Sample.Scenarios ?? 0, 1, MostScenarios, "/sample/scenarios", "a number of scenarios"),
            parameters,
            SweepParts.Correlations(given, method, found),
            branches,
            OverlayFolder(given, file, found),
            Parent(given, study, found),
            found.Within(given.HeldOut ?? 0.5, 0, 0.9, "/heldOut", "a fraction, for example 0.5 for half"),
            Choice(given.Decision, study, found),
            found.Within(given.Limits?.Seconds ?? ((2 * (study?.Solver.TimeLimitSeconds ?? 60)) + 30), 0.01, 1_000_000, "/limits/seconds", "seconds"),
            found.Within(given.Limits?.MemoryMb ?? 4000, 1, 10_000_000, "/limits/memoryMb", "megabytes"));
    }

    private static string StudyPath(SweepFile given, string file)
    {
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, given.Study));
        return Directory.Exists(path) ? Path.Combine(path, "study.json") : path;
    }

    private static string? OverlayFolder(SweepFile given, string file, StudyProblems found)
    {
        if (given.Overlays is null)
        {
            return null;
        }

        string folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, given.Overlays));
        found.Require(Directory.Exists(folder), "/overlays", $"There is no folder '{given.Overlays}'.", "Give a folder of overlays, relative to this file.");
        return folder;
    }

    private static SampleMethod Method(SweepSample given, StudyProblems found)
    {
        string method = found.OneOf(given.Method, ["latin-hypercube", "monte-carlo", "grid"], "/sample/method");
        found.Require(method != "grid" || given.Scenarios is null, "/sample/scenarios", "A grid has as many scenarios as combinations.", "Leave 'scenarios' out.");
        return method switch { "grid" => SampleMethod.Grid, "latin-hypercube" => SampleMethod.LatinHypercube, _ => SampleMethod.MonteCarlo };
    }

    private static bool Parent(SweepFile given, Study? study, StudyProblems found)
    {
        bool fromMiddle = found.OneOf(given.Parent ?? "none", ["none", "middle"], "/parent") == "middle";
        found.Require(!fromMiddle || study?.Solver.Route != SolverRoute.Scalable, "/parent", "Only the exact route starts from a plan, and the study asks for the scalable one.", "Leave 'parent' out, or give the study the route \"exact\" or \"auto\".");
        return fromMiddle;
    }

    private static int GridCount(SweepFile given, int branches, StudyProblems found)
    {
        double count = given.Parameters.Aggregate((double)branches, (product, p) => product * (p.Values?.Count ?? 1));
        found.Require(count <= MostScenarios, "/parameters", $"The grid has {count:0} combinations.", $"At most {MostScenarios} are computed: give fewer values, or draw a sample.");
        return (int)Math.Min(count, MostScenarios);
    }

    private static SweepChoice? Choice(SweepDecision? given, Study? study, StudyProblems found)
    {
        if (given is null || study is null)
        {
            return null;
        }

        int last = study.Periods.ToList().FindIndex(p => p.To == given.Through);
        int[] ends = [.. study.Periods.SkipLast(1).Select(p => p.To)];
        found.Require(last >= 0 && last < ends.Length, "/decision/through", $"{given.Through} is not the end of a period with another after it.", $"Give one of: {string.Join(", ", ends)}.");
        found.Require(study.Solver.Route != SolverRoute.Scalable, "/decision", "A first build is fixed in rows, and the study asks for the scalable route.", "Give the study the route \"exact\" or \"auto\".");
        return new SweepChoice(
            last + 1,
            (int)found.Within(given.Candidates ?? 8, 1, 200, "/decision/candidates", "a number of first builds"),
            found.Within(given.Tail ?? 0.1, 0.001, 1, "/decision/tail", "a fraction, for example 0.1 for the worst tenth"));
    }

    private static Checked<SweepQuestion> Wrong(string where, string what, string fix) => Checked<SweepQuestion>.Wrong([new Problem(where, what, fix)]);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    internal static partial Regex NamePattern();
}
