// The bench talks to the terminal; nothing else calls it.
#pragma warning disable RS0030
using System.Globalization;
using Trunkline.Bench;
using Trunkline.Bench.Load;
using Trunkline.Bench.Network;
using Trunkline.Bench.Sweeps;
using Trunkline.Bench.WhatIf;
using Trunkline.Runner;

TextWriter output = Console.Out, error = Console.Error;
return args switch
{
    ["load", .. var rest] => LoadBench.Run(rest, output, error),
    ["network-child", .. var rest] => NetworkChild.Run(rest, output),
    ["network", "freeze", .. var rest] => FrozenNational.Freeze(rest, output, error),
    ["network", "plot", .. var rest] => GrowthPlot.Run(rest, output, error),
    ["network", .. var rest] => NetworkBench.Run(rest, output, error),
    ["register", .. var rest] => RegisterBench.Run(rest, output),
    ["routes", .. var rest] => RouteBench.Run(rest),
    ["sweep-child"] => SweepChild(Console.In, output),
    ["sweep-sleeper", var milliseconds] => Sleeper.Serve(Console.In, output, int.Parse(milliseconds, CultureInfo.InvariantCulture)),
    ["sweep-worker", var milliseconds] => ScalingTeam.Serve(Console.In, int.Parse(milliseconds, CultureInfo.InvariantCulture)),
    ["sweep-scaling", .. var rest] => ScalingBench.Run(rest, output, error),
    ["sweep", .. var rest] => SweepBench.Run(rest, output, error),
    ["whatif", .. var rest] => WhatIfBench.Run(rest, output, error),
    _ => Usage(error),
};

static int SweepChild(TextReader tasks, TextWriter answers)
{
    new SolverDesk().Serve(tasks, answers, () => Environment.Exit(0));
    return 0;
}

static int Usage(TextWriter error)
{
    error.WriteLine("usage: trunkline bench register [records]");
    error.WriteLine("       trunkline bench routes [--columns N] [--rows N] [--terminals N] [--threads N] [--grass N]");
    error.WriteLine(NetworkOptions.Usage);
    error.WriteLine(WhatIfBench.Usage);
    error.WriteLine(SweepBench.Usage);
    error.WriteLine(LoadBench.Usage);
    error.WriteLine(ScalingBench.Usage);
    return 2;
}
