using System.Text;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>One file of the register.</summary>
/// <param name="Path">Path below the register's folder, with forward slashes: <c>us/45q/policy.json</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record RegisterFile(string Path, string Text);

/// <summary>Brings the files of a register from disk; the only place that touches it.</summary>
public static class RegisterFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All files below a folder in ordinal order of path, or every file that cannot be read.</summary>
    public static Checked<IReadOnlyList<RegisterFile>> In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return Checked<IReadOnlyList<RegisterFile>>.Wrong([new Problem(folder, "is not a folder.", "Give the folder of the register, for example data/register.")]);
        }

        // Paths below the folder are cut, not worked out one by one: a register has many.
        int cut = Path.EndsInDirectorySeparator(folder) ? folder.Length : folder.Length + 1;
        Checked<IReadOnlyList<RegisterFile>> files = Of(Paths(folder));
        return files.IsRight
            ? Checked<IReadOnlyList<RegisterFile>>.Right([.. files.Value.Select(f => f with { Path = f.Path[cut..].Replace('\\', '/') }).OrderBy(f => f.Path, StringComparer.Ordinal)])
            : Checked<IReadOnlyList<RegisterFile>>.Wrong([.. files.Problems.OrderBy(p => p.Where, StringComparer.Ordinal)]);
    }

    // Folders of records, two steps down, are listed side by side.
    private static string[] Paths(string folder)
    {
        string[] above = Directory.GetDirectories(folder);
        string[] records = [.. above.SelectMany(Directory.GetDirectories)];
        return
        [
            .. Directory.GetFiles(folder),
            .. above.SelectMany(Directory.GetFiles),
            .. records.AsParallel().SelectMany(r => Directory.EnumerateFiles(r, "*", SearchOption.AllDirectories)),
        ];
    }

    /// <summary>These files, or every one that cannot be read.</summary>
    public static Checked<IReadOnlyList<RegisterFile>> Of(IReadOnlyList<string> paths)
    {
        (RegisterFile? File, Problem? Problem)[] read = [.. paths.AsParallel().AsOrdered().Select(Read)];
        return Checked<IReadOnlyList<RegisterFile>>.From([.. read.Select(r => r.File).OfType<RegisterFile>()], [.. read.Select(r => r.Problem).OfType<Problem>()]);
    }

    private static (RegisterFile? File, Problem? Problem) Read(string path)
    {
        try
        {
            return (new RegisterFile(path, Text(File.ReadAllBytes(path))), null);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return (null, new Problem(path, $"cannot be read: {wrong.Message}", "Save it as UTF-8 text and make it readable."));
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes) => StrictUtf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
}
