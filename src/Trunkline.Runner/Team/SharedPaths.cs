namespace Trunkline.Runner;

/// <summary>
/// Paths of a task that mean the same on every machine: what lies in an installation's data folder is found in each machine's own. Other paths must be on a folder that the
/// machines share; whether the data there are the same the solver sees from the run's key.
/// </summary>
/// <param name="dataFolder">The data that ship with this installation.</param>
public sealed class SharedPaths(string dataFolder)
{
    private const string Mark = "data:";

    private readonly string root = Path.GetFullPath(dataFolder);

    /// <summary>A task as it is sent.</summary>
    public SolverTask Sent(SolverTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task with { StudyFile = Sent(task.StudyFile), Register = Sent(task.Register), Overlays = task.Overlays is { } overlays ? Sent(overlays) : null };
    }

    /// <summary>A task that was sent, on this machine.</summary>
    public SolverTask Here(SolverTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task with { StudyFile = Here(task.StudyFile), Register = Here(task.Register), Overlays = task.Overlays is { } overlays ? Here(overlays) : null };
    }

    private string Sent(string path)
    {
        string below = Path.GetRelativePath(root, Path.GetFullPath(path));
        return below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below) ? Path.GetFullPath(path) : Mark + below.Replace('\\', '/');
    }

    private string Here(string path) => path.StartsWith(Mark, StringComparison.Ordinal) ? Path.GetFullPath(Path.Combine(root, path[Mark.Length..])) : path;
}
