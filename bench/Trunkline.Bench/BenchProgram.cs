using Trunkline.Runner;

namespace Trunkline.Bench;

/// <summary>This very program, started once more.</summary>
internal static class BenchProgram
{
    public static SolverSetup Setup(params string[] words)
    {
        string program = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new SolverSetup(program, [Path.Combine(AppContext.BaseDirectory, "Trunkline.Bench.dll"), .. words])
            : new SolverSetup(program, words);
    }
}
