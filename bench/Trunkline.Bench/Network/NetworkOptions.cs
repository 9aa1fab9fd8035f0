using System.Globalization;

namespace Trunkline.Bench.Network;

/// <summary>What a run of the network bench was asked for.</summary>
internal sealed record NetworkOptions(
    string[] Instances, string[] Solvers, double Limit, double Gap, int Threads, int Seed, int Runs, string? Southeast, bool AsJson, bool ByProcessor, bool ListOnly)
{
    public const string Usage =
        """
        usage: trunkline bench network [--instances NAME,…] [--solvers ours,highs,scip] [--limit SECONDS] [--gap FRACTION] [--threads N] [--seed N] [--runs N]
                                       [--southeast FOLDER] [--clock wall|processor] [--json] [--list]
               trunkline bench network plot --from RESULTS.json --out PICTURE.svg
               trunkline bench network freeze --out FILE
        NAME is an instance or the beginning of some (southeast, ladder, ladder-300, national); without --instances: southeast and ladder up to 300.
        """;

    private static readonly string[] Known =
        ["--instances", "--solvers", "--limit", "--gap", "--threads", "--seed", "--runs", "--southeast", "--clock", "--json", "--list"];

    private static readonly string[] AllSolvers = ["ours", "highs", "scip"];

    /// <summary>The options, or what is wrong with the words.</summary>
    public static NetworkOptions? Read(string[] args, out string? wrong)
    {
        wrong = null;
        Dictionary<string, string> given = [];
        for (int k = 0; k < args.Length; k++)
        {
            bool isSwitch = args[k] is "--json" or "--list";
            if (!Known.Contains(args[k]) || (!isSwitch && k + 1 >= args.Length))
            {
                wrong = $"'{args[k]}' is not an option, or has no value.";
                return null;
            }

            given[args[k]] = isSwitch ? "" : args[++k];
        }

        return Made(given, out wrong);
    }

    private static NetworkOptions? Made(Dictionary<string, string> given, out string? wrong)
    {
        string[] solvers = Words(given, "--solvers", "ours,highs,scip");
        double limit = Number(given, "--limit", 60), gap = Number(given, "--gap", 1e-4), threads = Number(given, "--threads", 2);
        double seed = Number(given, "--seed", 1), runs = Number(given, "--runs", 1);
        string clock = given.GetValueOrDefault("--clock", "wall");
        wrong = solvers.Except(AllSolvers).Any() ? $"--solvers knows {string.Join(", ", AllSolvers)}."
            : !(limit is >= 0.1 and <= 36_000) ? "--limit is seconds, 0.1 to 36000."
            : !(gap is >= 0 and < 1) ? "--gap is a fraction from 0 to 1."
            : !(threads is >= 1 and <= 64) || !(runs is >= 1 and <= 100) || !(seed is >= 0 and <= int.MaxValue) ? "--threads is 1 to 64, --runs 1 to 100, --seed from 0."
            : clock is not ("wall" or "processor") ? "--clock is wall or processor."
            : null;
        return wrong is not null ? null : new NetworkOptions(
            Words(given, "--instances", "southeast,ladder-27x,ladder-100x,ladder-300x"), solvers, limit, gap, (int)threads, (int)seed, (int)runs,
            given.GetValueOrDefault("--southeast") ?? Environment.GetEnvironmentVariable("TRUNKLINE_SIMCCS_SOUTHEAST"),
            given.ContainsKey("--json"), clock == "processor", given.ContainsKey("--list"));
    }

    private static string[] Words(Dictionary<string, string> given, string option, string usual) =>
        given.GetValueOrDefault(option, usual).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double Number(Dictionary<string, string> given, string option, double usual) =>
        !given.TryGetValue(option, out string? text) ? usual
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
}
