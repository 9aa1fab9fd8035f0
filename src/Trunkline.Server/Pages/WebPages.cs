using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Trunkline.Server.Pages;

/// <summary>The built web app: files below one folder, and the app's own page for every way inside it.</summary>
internal sealed class WebPages(ServeOptions options)
{
    private const string Index = "index.html";
    private static readonly string[] Folders = ["/assets/", "/basemap/"];
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>What is worth packing on its way to the browser.</summary>
    public static IReadOnlyList<string> Compressed { get; } = ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/manifest+json"];

    /// <summary>The built file at a path, or the app's page where there is no such file; null where the app has not been built.</summary>
    public IFileInfo? Find(string path)
    {
        if (options.WebFolder is not { } folder || !Directory.Exists(folder))
        {
            return null;
        }

        // The provider refuses whatever leads out of its folder.
        using PhysicalFileProvider files = new(Path.GetFullPath(folder));
        IFileInfo asked = files.GetFileInfo(path);
        // Ways inside the app may hold points too: /register/records/us.45q. Files lie in the root or in a folder of the build.
        bool isFile = path.Contains('.', StringComparison.Ordinal) && (path.LastIndexOf('/') == 0 || Folders.Any(f => path.StartsWith(f, StringComparison.Ordinal)));
        IFileInfo shown = asked.Exists && !asked.IsDirectory ? asked : isFile ? new NotFoundFileInfo(path) : files.GetFileInfo(Index);
        return !isFile && !shown.Exists ? null : shown;
    }

    public static string TypeOf(string name) => name.EndsWith(".mjs", StringComparison.Ordinal) ? "text/javascript"
        : Types.TryGetContentType(name, out string? type) ? type : "application/octet-stream";

    /// <summary>What the build names by its content never changes; everything else is asked for each time.</summary>
    public static string CachingOf(string path) => path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    /// <summary>How far the build of the pages is, as whoever builds them has written it down beside their folder.</summary>
    public string? BuildState()
    {
        string? file = options.WebFolder is { } folder ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder)) ?? ".", ".build-state") : null;
        return file is not null && File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    /// <summary>A tag of a file as it stands.</summary>
    public static EntityTagHeaderValue TagOf(IFileInfo file) => new($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\"");
}
