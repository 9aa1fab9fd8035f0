using Trunkline.Domain;
using Trunkline.Runner;

namespace Trunkline.Cli;

/// <summary>A sweep's folder of results, as commands find it.</summary>
internal static class SweepFolder
{
    /// <summary>Name of the fact that says which file the sweep was read from.</summary>
    public const string FileFact = "file";

    /// <summary>Everything that keeps a command from the folder.</summary>
    public static Problem Missing(string folder, Language language) => new(folder, SweepWords.NoSweep.In(language), SweepWords.NoSweepFix.In(language));

    public static Problem Held(string folder, Language language) => new(folder, SweepWords.Held.In(language), SweepWords.HeldFix.In(language));

    /// <summary>The file that the folder's sweep was read from, or what is wrong.</summary>
    public static Checked<string> SweepFile(string folder, Language language)
    {
        if (!SweepStore.IsIn(folder))
        {
            return Checked<string>.Wrong([Missing(folder, language)]);
        }

        using var store = SweepStore.Open(folder);
        return store.Fact(FileFact) is { } file ? Checked<string>.Right(file) : Checked<string>.Wrong([Missing(folder, language)]);
    }

    /// <summary>How a solver process of this program is started.</summary>
    public static SolverSetup Solver(double seconds, double memoryMb)
    {
        string program = Environment.ProcessPath ?? "dotnet";
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "trunkline.dll"), "solver"] : ["solver"];
        return new SolverSetup(program, self, seconds, memoryMb);
    }
}
