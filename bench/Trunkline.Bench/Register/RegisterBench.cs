using System.Diagnostics;
using Trunkline.Register;

namespace Trunkline.Bench;

/// <summary>Generated records on disk: how long reading, checking and asking take.</summary>
internal static class RegisterBench
{
    private const int Reads = 1_000_000;

    public static int Run(string[] args, TextWriter output)
    {
        int records = args is [var asked] ? int.Parse(asked) : 10_000;
        string folder = Path.Combine(Path.GetTempPath(), $"trunkline-bench-{Environment.ProcessId}");
        try
        {
            Write(folder, records);
            Measure(folder, records, output);
            return 0;
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Write(string folder, int records)
    {
        foreach (RegisterFile file in GeneratedRegister.Files(records))
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        GC.Collect();
    }

    private static void Measure(string folder, int records, TextWriter output)
    {
        (double Wall, double Cpu) loading = Timed(() => RegisterReader.Read(folder).OrThrow(), out PolicyRegister register);
        (double Wall, double Cpu) reviewing = Timed(
            () => register.Records.Count(r => register.Review(r, new DateOnly(2026, 11, 23), ReviewTrust.None).State == ReviewState.EvidenceComplete), out int complete);
        RegisterView view = register.AsOf(GeneratedRegister.SecondLaw);
        Dictionary<string, string> dims = new() { ["fate"] = "eor" };
        (double Wall, double Cpu) cold = Timed(() => Ask(records), out double first);
        (double Wall, double Cpu) warm = Timed(() => Ask(Reads), out double sum);

        output.WriteLine($"records                         {records:N0} ({complete:N0} evidence-complete)");
        output.WriteLine($"loading and every gate          {loading.Wall:0.00} s ({loading.Cpu:0.00} s of processor)");
        output.WriteLine($"every gate and state again      {reviewing.Wall:0.00} s ({reviewing.Cpu:0.00} s of processor)");
        output.WriteLine($"peak memory                     {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        output.WriteLine($"as-of read, first of each       {cold.Wall / records * 1e6:0.00} us (sum {first:0})");
        output.WriteLine($"as-of read, {Reads:N0} more      {warm.Wall / Reads * 1e6:0.00} us ({warm.Cpu / Reads * 1e6:0.00} us of processor, sum {sum:0})");

        double Ask(int times)
        {
            double total = 0;
            for (int i = 0; i < times; i++)
            {
                total += view.Ask(GeneratedRegister.Rate(i % records), dims, inService: GeneratedRegister.SecondLaw).Value;
            }

            return total;
        }
    }

    private static (double Wall, double Cpu) Timed<T>(Func<T> work, out T result)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.UserProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        result = work();
        double wall = clock.Elapsed.TotalSeconds;
        self.Refresh();
        return (wall, (self.UserProcessorTime - before).TotalSeconds);
    }
}
