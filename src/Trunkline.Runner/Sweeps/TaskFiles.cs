using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>Runs as files, one a run, for whatever schedules work elsewhere: <c>tasks/1.json</c>, <c>tasks/2.json</c>, ... and beside each its answer.</summary>
public static class TaskFiles
{
    private const string Folder = "tasks";
    private const string AnswerEnd = ".answer";

    /// <summary>Writes what is left to do in place of what was written before.</summary>
    /// <returns>How many files.</returns>
    public static int Write(string sweepFolder, IEnumerable<WantedRun> left)
    {
        ArgumentNullException.ThrowIfNull(left);
        string folder = Path.Combine(sweepFolder, Folder);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        int count = 0;
        foreach (WantedRun run in left.DistinctBy(r => r.Key))
        {
            File.WriteAllText(Path.Combine(folder, $"{++count}.json"), run.Task.Line() + "\n");
        }

        return count;
    }

    /// <summary>Solves the task in a file and puts the answer beside it, whole or not at all. A second answer to the same task takes the place of the first and says the same.</summary>
    public static SolverAnswer Solve(string file, SolverDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        SolverAnswer answer = desk.Answer(SolverTask.Read(File.ReadAllText(file)));
        string fresh = $"{file}{AnswerEnd}.writing-{Environment.ProcessId}";
        File.WriteAllText(fresh, answer.Line() + "\n");
        File.Move(fresh, file + AnswerEnd, overwrite: true);
        return answer;
    }

    /// <summary>Takes the answers that have come into a store; each counts once, by its key.</summary>
    /// <returns>How many were new.</returns>
    public static int TakeUp(string sweepFolder, SweepStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        string folder = Path.Combine(sweepFolder, Folder);
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*" + AnswerEnd).Order(StringComparer.Ordinal).Count(file => TakeUp(SolverAnswer.Read(File.ReadAllText(file).TrimEnd()), store))
            : 0;
    }

    private static bool TakeUp(SolverAnswer answer, SweepStore store) => store.Claim(answer.Key, Folder) is { } claim && store.Finish(answer.Key, claim, answer, 0);
}
