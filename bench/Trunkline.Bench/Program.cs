// The bench talks to the terminal; nothing else calls it.
#pragma warning disable RS0030
using System.Diagnostics;
using Trunkline.Bench;
using Trunkline.Register;

if (args is ["routes", .. string[] rest])
{
    RouteBench.Run(rest);
    return;
}

const int Reads = 1_000_000;
int records = args is [var asked] ? int.Parse(asked) : 10_000;
string folder = Path.Combine(Path.GetTempPath(), $"trunkline-bench-{Environment.ProcessId}");
try
{
    foreach (RegisterFile file in GeneratedRegister.Files(records))
    {
        string path = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Text);
    }

    GC.Collect();
    (double Wall, double Cpu) loading = Timed(() => RegisterReader.Read(folder).OrThrow(), out PolicyRegister register);
    (double Wall, double Cpu) reviewing = Timed(
        () => register.Records.Count(r => register.Review(r, new DateOnly(2026, 11, 23), ReviewTrust.None).State == ReviewState.EvidenceComplete), out int complete);
    RegisterView view = register.AsOf(GeneratedRegister.SecondLaw);
    Dictionary<string, string> dims = new() { ["fate"] = "eor" };
    (double Wall, double Cpu) cold = Timed(() => Ask(records), out double first);
    (double Wall, double Cpu) warm = Timed(() => Ask(Reads), out double sum);

    Console.WriteLine($"records                         {records:N0} ({complete:N0} evidence-complete)");
    Console.WriteLine($"loading and every gate          {loading.Wall:0.00} s ({loading.Cpu:0.00} s of processor)");
    Console.WriteLine($"every gate and state again      {reviewing.Wall:0.00} s ({reviewing.Cpu:0.00} s of processor)");
    Console.WriteLine($"peak memory                     {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
    Console.WriteLine($"as-of read, first of each       {cold.Wall / records * 1e6:0.00} us (sum {first:0})");
    Console.WriteLine($"as-of read, {Reads:N0} more      {warm.Wall / Reads * 1e6:0.00} us ({warm.Cpu / Reads * 1e6:0.00} us of processor, sum {sum:0})");

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
finally
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }
}

static (double Wall, double Cpu) Timed<T>(Func<T> work, out T result)
{
    using Process self = Process.GetCurrentProcess();
    TimeSpan before = self.UserProcessorTime;
    Stopwatch clock = Stopwatch.StartNew();
    result = work();
    double wall = clock.Elapsed.TotalSeconds;
    self.Refresh();
    return (wall, (self.UserProcessorTime - before).TotalSeconds);
}
