using System.IO.Compression;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Opens an archive that a stranger sent: its size unfolded is counted, not believed; no file leaves the folder; no links, no archives inside.</summary>
public static class SafeArchive
{
    /// <summary>Most that an archive may unfold to.</summary>
    public const long MostBytes = 300L * 1024 * 1024;

    /// <summary>Most files in it.</summary>
    public const int MostFiles = 500;

    private const int MostTimesLarger = 100;
    private const int LargeEnough = 1024 * 1024;
    private const int LinkMode = 0xA000;
    private const int ModeMask = 0xF000;

    /// <summary>What is wrong with an archive; nothing where it may be opened. Every file is unfolded once and thrown away.</summary>
    public static IReadOnlyList<Problem> Wrong(string path, string name)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            List<Problem> problems = [.. Names(archive, name)];
            if (problems.Count == 0 && Unfolded(archive, new FileInfo(path).Length, (_, _) => Stream.Null) is { } tooLarge)
            {
                problems.Add(new Problem(name, tooLarge, $"Send at most {MostBytes / 1024 / 1024} MB unfolded, in at most {MostFiles} files."));
            }

            return problems;
        }
        catch (InvalidDataException)
        {
            return [new Problem(name, "This is not an archive that can be read.", "Send a zip or xlsx file.")];
        }
    }

    /// <summary>Unfolds an archive that nothing is wrong with.</summary>
    public static void Extract(string path, string folder)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        Unfolded(archive, new FileInfo(path).Length, (entry, _) =>
        {
            string target = Path.GetFullPath(Path.Combine(folder, entry.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            return File.Create(target);
        });
    }

    private static IEnumerable<Problem> Names(ZipArchive archive, string name)
    {
        if (archive.Entries.Count > MostFiles)
        {
            yield return new Problem(name, $"The archive holds {archive.Entries.Count} files.", $"Send at most {MostFiles}.");
        }

        foreach (ZipArchiveEntry entry in archive.Entries.Take(MostFiles))
        {
            string[] steps = entry.FullName.Split('/', '\\');
            bool leaves = entry.FullName.Length == 0 || steps[0].Length == 0 || steps.Any(s => s == "..") || entry.FullName.Contains(':', StringComparison.Ordinal) || entry.FullName.Any(char.IsControl);
            bool isLink = ((entry.ExternalAttributes >> 16) & ModeMask) == LinkMode;
            if (leaves || isLink)
            {
                yield return new Problem(name, "The archive holds a file that would leave its folder, or a link.", "Pack the folder itself, with plain files.");
                yield break;
            }

            if (Path.GetExtension(entry.Name).ToLowerInvariant() is ".zip" or ".gz" or ".7z" or ".tar" or ".xz" or ".bz2")
            {
                yield return new Problem($"{name}/{entry.Name}", "An archive stands inside the archive.", "Unpack it first.");
            }
        }
    }

    private static string? Unfolded(ZipArchive archive, long packed, Func<ZipArchiveEntry, long, Stream> target)
    {
        byte[] buffer = new byte[81920];
        long total = 0;
        foreach (ZipArchiveEntry entry in archive.Entries.Where(e => e.Name.Length > 0))
        {
            using Stream from = entry.Open();
            using Stream to = target(entry, total);
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                total += read;
                if (total > MostBytes || (total > LargeEnough && total > packed * MostTimesLarger))
                {
                    return "The archive unfolds to more than is allowed.";
                }

                to.Write(buffer, 0, read);
            }
        }

        return null;
    }
}
