using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>Files of an import or export on disk: all of them, or none.</summary>
internal static class RecordFolders
{
    /// <summary>The files below the paths given; a folder stands for the entries in it.</summary>
    public static Checked<IReadOnlyList<RegisterFile>> Read(IReadOnlyList<string> paths)
    {
        List<Problem> problems = [];
        List<RegisterFile> files = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                Checked<IReadOnlyList<RegisterFile>> inside = RegisterFiles.In(path);
                problems.AddRange(inside.Problems);
                files.AddRange((inside.Value ?? []).Where(IsEntry).Select(f => f with { Path = Path.Combine(path, f.Path) }));
            }
            else if (File.Exists(path))
            {
                Checked<IReadOnlyList<RegisterFile>> beside = RegisterFiles.Of([path]);
                problems.AddRange(beside.Problems);
                files.AddRange(beside.Value ?? []);
            }
            else
            {
                problems.Add(new Problem(path, "is neither a file nor a folder.", "Name a file of the hub's, or a folder of them."));
            }
        }

        if (files.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Problem(string.Join(" ", paths), "holds no entry.", "Give .md, .json or .csv files."));
        }

        return Checked<IReadOnlyList<RegisterFile>>.From(files, problems);
    }

    /// <summary>Writes all files below a folder, or says which records stand there already and writes nothing.</summary>
    public static IReadOnlyList<Problem> Write(string folder, IReadOnlyList<RegisterFile> files)
    {
        Problem[] taken =
        [
            .. from file in files
               let path = Path.Combine(folder, file.Path)
               where File.Exists(path)
               select new Problem(path, "stands there already.", "Name another folder, or remove it first."),
        ];
        if (taken.Length > 0)
        {
            return taken;
        }

        foreach (RegisterFile file in files)
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        return [];
    }

    private static bool IsEntry(RegisterFile file) =>
        Path.GetExtension(file.Path) is ".md" or ".json" or ".csv" && Path.GetFileName(file.Path) is not ("README.md" or "README.zh.md");
}
