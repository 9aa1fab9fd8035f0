using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>The register with a sweep's own overlays among its own. They count in its version.</summary>
public static class SweepRegister
{
    /// <summary>Reads both folders strictly.</summary>
    /// <param name="overlays">Folder of overlays; null where there is none.</param>
    public static Checked<PolicyRegister> Read(string folder, string? overlays)
    {
        if (overlays is null)
        {
            return RegisterReader.Read(folder);
        }

        Checked<IReadOnlyList<RegisterFile>> law = RegisterFiles.In(folder), more = RegisterFiles.In(overlays);
        if (!law.IsRight || !more.IsRight)
        {
            return Checked<PolicyRegister>.Wrong([.. law.Problems, .. more.Problems]);
        }

        RegisterFile[] added = [.. more.Value.Select(f => f with { Path = $"overlays/{f.Path}" })];
        HashSet<string> known = [.. law.Value.Select(f => f.Path)];
        Problem[] twice =
        [
            .. added.Where(f => known.Contains(f.Path)).Select(f => new Problem($"{overlays} {f.Path}", "The register has an overlay of this name.", "Give the file and its id another name.")),
        ];
        return twice.Length > 0 ? Checked<PolicyRegister>.Wrong(twice) : RegisterReader.Read([.. law.Value, .. added]);
    }
}
