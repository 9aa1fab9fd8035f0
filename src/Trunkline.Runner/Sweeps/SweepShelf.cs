using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Store;

namespace Trunkline.Runner;

/// <summary>The sweeps of a workspace, each in a folder of its own like those of the command line.</summary>
public sealed class SweepShelf(TrunklineStore store, PlanInputs inputs, SweepTurns turns)
{
    private const string FileName = "sweep.json";
    private const int LongestId = 64;

    private string Root => Path.Combine(store.Folder, "sweeps");

    /// <summary>Ids of all sweeps, in order.</summary>
    public IReadOnlyList<string> Ids() =>
        Directory.Exists(Root) ? [.. Directory.GetDirectories(Root).Where(f => File.Exists(Path.Combine(f, FileName))).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)] : [];

    /// <summary>The folder of a sweep, or null where there is none.</summary>
    public string? Folder(string id) => Ids().Contains(id) ? Path.Combine(Root, id) : null;

    /// <summary>A sweep as it was asked for, with its study.</summary>
    public static Checked<SweepQuestion> Question(string folder) => SweepReader.Read(Path.Combine(folder, FileName));

    /// <summary><c>running</c>, <c>waiting</c>, <c>failed</c>, <c>done</c> or <c>stopped</c>.</summary>
    public string State(string folder, SweepCounts counts, string? fault) =>
        turns.StateOf(Path.Combine(folder, FileName)) ?? (fault is not null ? "failed" : counts.Wanted > 0 && counts.Done == counts.Wanted ? "done" : "stopped");

    /// <summary>Keeps a sweep over a study and gives it a turn; or everything that is wrong with it.</summary>
    /// <param name="sweep">As in a file; what it says of its study and of a folder of overlays is not followed.</param>
    /// <param name="studyText">Of the study, without a dataset.</param>
    public Checked<string> Add(JsonObject sweep, string studyText, string datasetId)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        string id = sweep["id"] is JsonValue value && value.TryGetValue(out string? said) ? said : "";
        Problem[] problems = [.. Wrong(id, datasetId)];
        if (problems.Length > 0)
        {
            return Checked<string>.Wrong(problems);
        }

        string folder = Path.Combine(Root, id), file = Path.Combine(folder, FileName);
        Directory.CreateDirectory(folder);
        JsonObject study = JsonNode.Parse(studyText)!.AsObject(), own = sweep.DeepClone().AsObject();
        study["dataset"] = Path.GetRelativePath(folder, inputs.FindDataset(datasetId)!.Folder).Replace('\\', '/');
        own["study"] = "study.json";
        own.Remove("overlays");
        File.WriteAllText(Path.Combine(folder, "study.json"), study.ToJsonString());
        File.WriteAllText(file, own.ToJsonString());
        Checked<SweepQuestion> read = SweepReader.Read(file);
        if (!read.IsRight)
        {
            Directory.Delete(folder, recursive: true);
            return Checked<string>.Wrong([.. read.Problems.Select(p => p with { Where = p.Where.Replace(file, FileName, StringComparison.Ordinal) })]);
        }

        GoOn(folder);
        return Checked<string>.Right(id);
    }

    /// <summary>Gives a sweep a turn.</summary>
    public void GoOn(string folder) => turns.Add(Path.Combine(folder, FileName), Register(folder));

    /// <summary>Takes its turn away; what is done stays.</summary>
    public void Stop(string folder) => turns.Stop(Path.Combine(folder, FileName));

    private IEnumerable<Problem> Wrong(string id, string datasetId)
    {
        if (id.Length is 0 or > LongestId || id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
        {
            yield return new Problem("sweep.json /id", "The id is missing, or holds more than small letters, digits and hyphens.", "Give it one of at most 64, for example \"nd-futures\".");
        }
        else if (Folder(id) is not null)
        {
            yield return new Problem("sweep.json /id", $"There is a sweep '{id}'.", "Give it another id.");
        }

        if (inputs.FindDataset(datasetId) is null)
        {
            yield return new Problem("study", $"There is no dataset '{datasetId}'.", "Name a study that is there.");
        }
    }

    /// <summary>The register that ships; where this workspace has accepted changes, written out with them.</summary>
    private string Register(string folder)
    {
        if (store.Reviews.Current().Count == 0)
        {
            return Path.Combine(inputs.DataFolder, "register");
        }

        string own = Path.Combine(folder, "register");
        foreach (Trunkline.Register.RegisterFile file in inputs.RegisterFiles().OrThrow())
        {
            string path = Path.Combine(own, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        return own;
    }
}
