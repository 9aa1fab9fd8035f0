using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>The folder a plan is written to: all of it, or nothing.</summary>
internal static class PlanFolder
{
    /// <summary>What a plan's folder holds at its top, see ReportWriter.</summary>
    private static readonly string[] Written = ["plan.json", "report.html", "map.svg", "tables", "layers", "pillars"];

    /// <summary>Why a plan cannot be put in this folder, or null where it can: a folder that is not a plan's is never replaced.</summary>
    public static Problem? Obstacle(string folder)
    {
        if (File.Exists(folder))
        {
            return new Problem($"--out {folder}", "This is a file.", "Name a folder.");
        }

        string[] others = Directory.Exists(folder)
            ? [.. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)).Except(Written).Order(StringComparer.Ordinal)]
            : [];
        return others.Length > 0
            ? new Problem($"--out {folder}", $"The folder holds something else than a plan: {others[0]}.", "Name a new folder, an empty one, or one with an older plan.")
            : null;
    }

    /// <summary>Writes into a folder beside the wanted one and puts it there when it is complete.</summary>
    /// <param name="folder">Where the plan is to be.</param>
    /// <param name="write">Writes every file into the folder it is given.</param>
    public static void Replace(string folder, Action<string> write)
    {
        string wanted = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string fresh = $"{wanted}.writing-{Environment.ProcessId}";
        string old = $"{wanted}.old-{Environment.ProcessId}";
        Directory.CreateDirectory(fresh);
        try
        {
            write(fresh);
            Swap(fresh, wanted, old);
        }
        finally
        {
            Remove(fresh);
            Remove(old);
        }
    }

    private static void Swap(string fresh, string wanted, string old)
    {
        if (Directory.Exists(wanted))
        {
            Directory.Move(wanted, old);
        }

        try
        {
            Directory.Move(fresh, wanted);
        }
        catch when (Directory.Exists(old))
        {
            // The older plan is put back: a failure leaves things as they were.
            Directory.Move(old, wanted);
            throw;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
