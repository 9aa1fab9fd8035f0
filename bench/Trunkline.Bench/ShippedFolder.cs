namespace Trunkline.Bench;

/// <summary>Where the data that ships with the program lies.</summary>
internal static class ShippedFolder
{
    /// <summary>The data folder.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above the program holds it.</exception>
    public static string Data()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "data", "us")))
            {
                return Path.Combine(at.FullName, "data");
            }
        }

        throw new DirectoryNotFoundException("No folder above the program holds data/us.");
    }
}
