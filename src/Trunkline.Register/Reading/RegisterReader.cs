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
        RegisterInspection inspection = Inspect(files);
        return Checked<PolicyRegister>.From(inspection.Register, [.. inspection.Failures.Where(f => f.Refuses).Select(f => f.Problem)]);
    }

    /// <summary>The same with the gate behind each problem, and with what only holds a record at draft.</summary>
    public static RegisterInspection Inspect(IReadOnlyList<RegisterFile> files)
    {
        // Each record lies in a folder of its own, so all processors take part.
        FileSorter[] sorted = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).GroupBy(f => FolderOf(f.Path)).AsParallel().AsOrdered().Select(Sorted)];
        RegisterDraft draft = RegisterDraft.Joined(sorted.Select(s => s.Draft));
        GateFailure[] failures =
        [
            .. sorted.SelectMany(s => s.Problems).Select(p => new GateFailure(Gate.Shape, p, Refuses: true)).Concat(RegisterGates.Failures(draft))
                .OrderBy(f => f.Problem.Where, StringComparer.Ordinal),
        ];
        return new RegisterInspection(failures.Any(f => f.Refuses) ? null : draft.Finished(), failures);
    }

    private static FileSorter Sorted(IEnumerable<RegisterFile> files)
    {
        FileSorter sorter = new();
        foreach (RegisterFile file in files)
        {
            sorter.Take(file);
        }

        return sorter;
    }

    /// <summary>The first two steps of a path below a record's folder; empty for a file beside the records.</summary>
    private static string FolderOf(string path)
    {
        int first = path.IndexOf('/', StringComparison.Ordinal), second = first < 0 ? -1 : path.IndexOf('/', first + 1);
        return second < 0 ? "" : path[..second];
    }
}

/// <summary>What the gates say of a register's files.</summary>
/// <param name="Register">Null where a failure refuses it.</param>
/// <param name="Failures">In order of place; what depends on reviews or on the day is not among them.</param>
public sealed record RegisterInspection(PolicyRegister? Register, IReadOnlyList<GateFailure> Failures);
