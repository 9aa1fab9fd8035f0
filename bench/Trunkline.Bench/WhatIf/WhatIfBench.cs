using System.Diagnostics;
using Trunkline.Atlas;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Bench.WhatIf;

/// <summary>Random changes of the national study, each answered from the plan that is remembered; some of them planned anew as well, to compare.</summary>
internal sealed class WhatIfBench
{
    public const string Usage = "       trunkline bench whatif [--changes N] [--cold N] [--seed N] [--first SECONDS] [--moves SECONDS] [--remembered FILE]";

    // A file that keeps the memory of the first plan between measurements; written where it is not there.
    private const string Remembered = "--remembered";

    private readonly TextWriter output;
    private readonly PolicyRegister register;
    private readonly double moves;
    private readonly List<double> seconds = [];
    private readonly List<double> processor = [];
    private readonly List<double> differences = [];

    private WhatIfBench(TextWriter output, PolicyRegister register, double moves) => (this.output, this.register, this.moves) = (output, register, moves);

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        Dictionary<string, double> usual = new() { ["--changes"] = 50, ["--cold"] = 0, ["--seed"] = 1, ["--first"] = 120, ["--moves"] = 0.3 };
        int at = Array.IndexOf(args, Remembered);
        string? file = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        if (NumberOptions.Read(file is null ? args : [.. args[..at], .. args[(at + 2)..]], usual, Usage, error) is not { } options)
        {
            return 2;
        }

        string data = ShippedFolder.Data();
        Study study = StudyReader.Read(Path.Combine(data, "us")).OrThrow();
        study = study with { Solver = study.Solver with { TimeLimitSeconds = options["--first"] } };
        Dataset dataset = DatasetReader.Read(study.DatasetFolder).OrThrow();
        WhatIfBench bench = new(output, RegisterReader.Read(Path.Combine(data, "register")).OrThrow(), options["--moves"]);
        (string[] used, PlanMemory memory) = file is not null && File.Exists(file) ? bench.Recall(file, study, dataset) : bench.First(study, dataset, file);
        return bench.Measure(memory, dataset, [.. WhatIfChange.Of(study, used, (int)options["--changes"], (int)options["--seed"])], (int)options["--cold"]);
    }

    private (string[] Used, PlanMemory Memory) First(Study study, Dataset dataset, string? file)
    {
        PlanOutcome.Planned first = (PlanOutcome.Planned)Maker().Make(study, dataset, study.Policy.Of(register).OrThrow(), null, default).OrThrow();
        output.WriteLine($"first plan: net {first.Plan.Totals.Net.Value / 1e9:0.000} bn, gap {first.Plan.Totals.Gap:0.0000}, {first.Seconds:0.0} s");
        string[] used = [.. first.Plan.Storages.Where(s => s.Kind == "saline").Select(s => s.SinkId)];
        if (file is not null)
        {
            using BinaryWriter to = new(File.Create(file));
            to.Write(string.Join('\n', used));
            to.Write(PlanMemoryFile.Write(first.Memory!));
        }

        return (used, first.Memory!);
    }

    private (string[] Used, PlanMemory Memory) Recall(string file, Study study, Dataset dataset)
    {
        using BinaryReader from = new(File.OpenRead(file));
        string[] used = from.ReadString().Split('\n');
        byte[] bytes = from.ReadBytes((int)from.BaseStream.Length);
        output.WriteLine($"first plan: from {file}");
        return (used, PlanMemoryFile.Read(bytes, study, dataset, study.Policy.Of(register).OrThrow(), default).OrThrow());
    }

    private int Measure(PlanMemory memory, Dataset dataset, List<WhatIfChange> changes, int cold)
    {
        int count = changes.Count;
        int every = cold == 0 ? int.MaxValue : Math.Max(1, count / cold);
        bool all = true;
        for (int i = 0; i < changes.Count; i++)
        {
            all &= Answer(changes[i], memory, i % every == every - 1 ? dataset : null);
        }

        output.WriteLine($"seconds:   {Spread(seconds)}");
        output.WriteLine($"processor: {Spread(processor)}");
        output.WriteLine($"answered {(all ? "all" : "not all")} of {count}");
        if (differences.Count > 0)
        {
            output.WriteLine($"cost above a plan made anew: mean {differences.Average():0.00 %}, most {differences.Max():0.00 %} of {differences.Count}");
        }

        return all ? 0 : 1;
    }

    private static string Spread(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        double at(double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
        return $"median {at(0.5):0.000}, 95th percentile {at(0.95):0.000}, most {sorted[^1]:0.000}";
    }

    private static double Processor()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private bool Answer(WhatIfChange change, PlanMemory memory, Dataset? anew)
    {
        Study quick = change.Study with { Solver = change.Study.Solver with { TimeLimitSeconds = moves } };
        double before = Processor();
        Stopwatch clock = Stopwatch.StartNew();
        PlanOutcome outcome = Maker().Remake(quick, memory, quick.Policy.Of(register).OrThrow(), default).OrThrow();
        double taken = clock.Elapsed.TotalSeconds;
        double worked = Processor() - before;
        seconds.Add(taken);
        processor.Add(worked);
        Plan? plan = (outcome as PlanOutcome.Planned)?.Plan;
        string words = plan is null
            ? outcome.GetType().Name
            : $"net {plan.Totals.Net.Value / 1e9:0.000} bn, gap {plan.Totals.Gap:0.000}, audit {(plan.Audit.Passed ? "passed" : "failed")}";
        output.WriteLine($"{change.Kind,-12} {change.Words,-45} {taken:0.000} s ({worked:0.000} s of processor)  {words}{(anew is null ? "" : Compare(change, plan, anew))}");
        return plan is { Audit.Passed: true };
    }

    private string Compare(WhatIfChange change, Plan? warm, Dataset dataset)
    {
        PlanOutcome outcome = Maker().Make(change.Study, dataset, change.Study.Policy.Of(register).OrThrow(), null, default).OrThrow();
        if (warm is null || outcome is not PlanOutcome.Planned { Plan: var cold })
        {
            return $"; anew: {outcome.GetType().Name}";
        }

        double difference = (warm.Totals.Net.Value - cold.Totals.Net.Value) / cold.Totals.Cost.Value;
        differences.Add(difference);
        return $"; anew: net {cold.Totals.Net.Value / 1e9:0.000} bn, {difference:0.00 %} of cost less; targets {string.Join(" ", warm.Study.GoalUsed)} and {string.Join(" ", cold.Study.GoalUsed)}";
    }

    private static PlanMaker Maker() => new(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver());
}
