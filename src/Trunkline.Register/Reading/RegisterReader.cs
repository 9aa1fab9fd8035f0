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
        FileSorter sorter = new();
        foreach (RegisterFile file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            sorter.Take(file);
        }

        GateFailure[] failures =
        [
            .. sorter.Problems.Select(p => new GateFailure(Gate.Shape, p, Refuses: true)).Concat(RegisterGates.Failures(sorter.Draft))
                .OrderBy(f => f.Problem.Where, StringComparer.Ordinal),
        ];
        if (failures.Any(f => f.Refuses))
        {
            return new RegisterInspection(null, failures);
        }

        sorter.HashAll();
        return new RegisterInspection(sorter.Draft.Finished(), failures);
    }
}

/// <summary>What the gates say of a register's files.</summary>
/// <param name="Register">Null where a failure refuses it.</param>
/// <param name="Failures">In order of place; what depends on reviews or on the day is not among them.</param>
public sealed record RegisterInspection(PolicyRegister? Register, IReadOnlyList<GateFailure> Failures);
