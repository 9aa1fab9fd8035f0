using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Trunkline.Tests.Acceptance;

/// <summary>A report opened in a real browser, without a network, in both languages.</summary>
public sealed partial class ReportInBrowserTest
{
    private static readonly string[] Browsers = [Environment.GetEnvironmentVariable("TRUNKLINE_CHROMIUM") ?? string.Empty, "chromium", "chromium-browser", "google-chrome"];

    [Theory]
    [InlineData("en", "lang=\"en\"")]
    [InlineData("zh", "lang=\"zh")]
    public void The_map_is_drawn(string language, string mark)
    {
        string browser = Browser();
        using var scratch = new ScratchFolder();
        string study = Directory.GetDirectories(Path.Combine(Trunk.Root, "data", "studies")).Order(StringComparer.Ordinal).First();
        Ended ended = Trunk.Run(scratch.Path, "plan", study, "--out", "plan", "--lang", language);
        Assert.True(ended.Code == 0, ended.ToString());

        string page = Dom(browser, scratch, Path.Combine("plan", "report.html"));

        Assert.Contains(mark, page, StringComparison.OrdinalIgnoreCase);
        Assert.Matches(Map(), page);
        Assert.Empty(Outside().Matches(page).Select(m => m.Value).Distinct());
    }

    private static string Browser()
    {
        string? found = Browsers.Where(b => b.Length > 0).Select(OnPath).FirstOrDefault(b => b is not null);
        if (found is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("No chromium on this machine, and CI must open the report: sudo apt-get install -y chromium fonts-noto-cjk");
        }

        Assert.SkipWhen(found is null, "No chromium on this machine: sudo apt-get install -y chromium fonts-noto-cjk");
        return found!;
    }

    private static string? OnPath(string name) => Path.IsPathRooted(name)
        ? (File.Exists(name) ? name : null)
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(p => Path.Combine(p, name)).FirstOrDefault(File.Exists);

    /// <summary>The page after its scripts have run.</summary>
    private static string Dom(string browser, ScratchFolder scratch, string file)
    {
        var start = new ProcessStartInfo(browser,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={scratch.At("browser")}",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=5000", "--dump-dom", new Uri(scratch.At(file)).AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string page = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)), "The browser did not end.");
        Assert.True(process.ExitCode == 0 && page.Length > 0, $"The browser failed: {errors.Result}");
        return page;
    }

    /// <summary>A picture in the map's section, with a line in it.</summary>
    [GeneratedRegex("id=\"map\".*?<svg[^>]*role=\"img\".*?<path.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Map();

    /// <summary>Anything the page would fetch: a report opens offline.</summary>
    [GeneratedRegex("<(script|img|link|iframe)[^>]*(src|href)=\"https?://[^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
