using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>A register as it was read once: from a folder, with files of a workspace laid over those.</summary>
/// <param name="Accepted">Take the place of files of their path, or are added.</param>
public sealed record RegisterEdition(Checked<PolicyRegister> Register, string Folder, IReadOnlyList<RegisterFile> Accepted)
{
    /// <summary>Reads it strictly.</summary>
    public static RegisterEdition Read(string folder, IReadOnlyList<RegisterFile> accepted)
    {
        Checked<IReadOnlyList<RegisterFile>> files = Files(folder, accepted);
        return new RegisterEdition(files.IsRight ? RegisterReader.Read(files.Value) : Checked<PolicyRegister>.Wrong(files.Problems), folder, accepted);
    }

    /// <summary>The files of a folder with others laid over them.</summary>
    public static Checked<IReadOnlyList<RegisterFile>> Files(string folder, IReadOnlyList<RegisterFile> accepted)
    {
        Checked<IReadOnlyList<RegisterFile>> shipped = RegisterFiles.In(folder);
        HashSet<string> replaced = [.. accepted.Select(f => f.Path)];
        return shipped.IsRight ? Checked<IReadOnlyList<RegisterFile>>.Right([.. shipped.Value.Where(f => !replaced.Contains(f.Path)), .. accepted]) : shipped;
    }
}
