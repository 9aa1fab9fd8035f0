using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;
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

    /// <summary>The folder's sweep with what came of it so far, or what is wrong.</summary>
    public static Checked<Ensemble> Read(string folder, Language language)
    {
        Checked<string> file = SweepFile(folder, language);
        Checked<SweepQuestion>? asked = file.IsRight ? SweepReader.Read(file.Value) : null;
        if (asked is null || !asked.IsRight)
        {
            return Checked<Ensemble>.Wrong([.. asked?.Problems ?? file.Problems]);
        }

        using var store = SweepStore.Open(folder);
        Sweep sweep = asked.Value.Sweep;
        return Checked<Ensemble>.Right(Ensemble.Of(sweep, asked.Value.Study, ScenarioSet.Of(sweep), store.Results()));
    }

    /// <summary>Writes the tables of a sweep as Parquet, in place of those that were there.</summary>
    /// <returns>Where they are.</returns>
    public static string WriteTables(string folder, Ensemble ensemble, Findings findings)
    {
        string tables = Path.Combine(folder, "tables");
        Directory.CreateDirectory(tables);
        foreach (PlanTable table in SweepTables.Of(ensemble, findings))
        {
            TableParquet.Write(table, Path.Combine(tables, $"{table.Name}.parquet"));
        }

        return tables;
    }

    /// <summary>How a solver process of this program is started.</summary>
    public static SolverSetup Solver()
    {
        string program = Environment.ProcessPath ?? "dotnet";
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "trunkline.dll"), "solver"] : ["solver"];
        return new SolverSetup(program, self);
    }
}
