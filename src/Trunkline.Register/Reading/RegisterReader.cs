using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Reads a register strictly: either all of it is right, or every problem of every file is listed.</summary>
public static class RegisterReader
{
    /// <summary>Reads the register in a folder on disk.</summary>
    public static Checked<PolicyRegister> Read(string folder)
    {
        Checked<IReadOnlyList<RegisterFile>> files = RegisterFiles.In(folder);
        return files.IsRight ? Read(files.Value) : Checked<PolicyRegister>.Wrong([.. files.Problems]);
    }

    /// <summary>Reads a register from its files, wherever they come from.</summary>
    public static Checked<PolicyRegister> Read(IReadOnlyList<RegisterFile> files)
    {
        FileSorter sorter = new();
        foreach (RegisterFile file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            sorter.Take(file);
        }

        RegisterDraft draft = sorter.Draft;
        List<Problem> problems = [.. sorter.Problems, .. RegisterChecks.All.SelectMany(check => check(draft))];
        return problems.Count > 0
            ? Checked<PolicyRegister>.Wrong([.. problems.OrderBy(p => p.Where, StringComparer.Ordinal)])
            : Checked<PolicyRegister>.Right(draft.Finished());
    }
}
