using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Trunkline.Bench.Network;

/// <summary>
/// One solver on one instance in a process of its own, so that its memory and its processor time are its own. Writes one JSON object a line, marked:
/// news with "@", the end with "=". What a native solver prints besides stands between them.
/// </summary>
internal static class NetworkChild
{
    public static int Run(string[] args, TextWriter output)
    {
        if (args is not [var solver, var name, var southeast, .. var numbers])
        {
            return 2;
        }

        double[] n = [.. numbers.Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
        Budget budget = new(n[0], n[1], (int)n[2], (int)n[3]);
        BenchInstance instance = InstanceList.Make(name, southeast.Length == 0 ? null : southeast, budget.Seed);
        Teller teller = new(output);
        Ending ending = solver switch
        {
            "ours" => instance.Ours(budget, teller.Tell),
            "highs" => instance.Highs(budget, teller.Tell),
            _ => ScipRun.Solve(instance.Model(), budget, output),
        };
        teller.End(ending);
        return 0;
    }

    private sealed class Teller(TextWriter output)
    {
        private readonly Stopwatch clock = Stopwatch.StartNew();
        private readonly double before = Processor();
        private readonly Lock gate = new();

        public void Tell(Moment moment)
        {
            lock (gate)
            {
                JsonObject json = Times();
                json["best"] = Finite(moment.Best);
                json["bound"] = Finite(moment.Bound);
                output.WriteLine("@ " + json.ToJsonString());
                output.Flush();
            }
        }

        public void End(Ending ending)
        {
            using Process self = Process.GetCurrentProcess();
            JsonObject json = Times();
            json["best"] = Finite(ending.Best);
            json["bound"] = Finite(ending.Bound);
            json["gross"] = Finite(ending.Gross);
            json["network"] = Finite(ending.Network);
            json["check"] = ending.Check;
            json["peakMb"] = Math.Round(self.PeakWorkingSet64 / 1e6, 1);
            output.WriteLine("= " + json.ToJsonString());
            output.Flush();
        }

        private JsonObject Times() => new()
        {
            ["seconds"] = Math.Round(clock.Elapsed.TotalSeconds, 4),
            ["processor"] = Math.Round(Processor() - before, 4),
        };

        private static double Processor()
        {
            using Process self = Process.GetCurrentProcess();
            return self.TotalProcessorTime.TotalSeconds;
        }

        private static JsonValue? Finite(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;
    }
}
