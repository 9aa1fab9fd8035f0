using Trunkline.Domain;
using Trunkline.Server.Http;

namespace Trunkline.Server;

/// <summary>How the server is started.</summary>
/// <param name="Url">One address on loopback; port 0 takes any free one.</param>
/// <param name="DataFolder">The data that ship.</param>
/// <param name="StoreFolder">Where plans and uploads are kept.</param>
/// <param name="WebFolder">The built pages; null where there are none to serve.</param>
/// <param name="EndsWithInput">True where it stops when its standard input closes: whoever started it has gone.</param>
public sealed record ServeOptions(string Url, string DataFolder, string StoreFolder, string? WebFolder, bool EndsWithInput = false)
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const string UsualUrl = "http://127.0.0.1:5210";

    /// <summary>The options in these words, or everything that is wrong with them.</summary>
    public static Checked<ServeOptions> Read(IReadOnlyList<string> words)
    {
        List<Problem> problems = [];
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        bool endsWithInput = false;
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] == "--ends-with-input")
            {
                endsWithInput = true;
            }
            else if (words[i] is "--urls" or "--data" or "--store" or "--web" && i + 1 < words.Count)
            {
                given[words[i]] = words[++i];
            }
            else
            {
                problems.Add(new Problem(words[i], "This is not an option, or its value is missing.", "Known are --urls, --data, --store, --web and --ends-with-input."));
            }
        }

        string url = given.GetValueOrDefault("--urls", UsualUrl);
        problems.AddRange(Wrong(url));
        string? data = given.GetValueOrDefault("--data");
        if (data is null || !Directory.Exists(data))
        {
            problems.Add(new Problem("--data", "The data that ship with Trunkline were not found.", "Name the folder that holds us/ and register/."));
        }

        return Checked<ServeOptions>.From(
            new ServeOptions(url, data ?? "", given.GetValueOrDefault("--store") ?? UsualStore(), given.GetValueOrDefault("--web"), endsWithInput), problems);
    }

    /// <summary>Where plans are kept unless told otherwise: in the folder that the system has for a person's data.</summary>
    public static string UsualStore() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home ? home : Path.GetTempPath(),
        "trunkline");

    /// <summary>What is wrong with an address: until people can be told apart, only this machine is served.</summary>
    public static IEnumerable<Problem> Wrong(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            yield return new Problem("--urls", $"'{url}' is not an address to listen at.", $"Give one like {UsualUrl}.");
        }
        else if (!LoopbackGuard.IsLoopback(uri.Host))
        {
            yield return new Problem(
                "--urls",
                $"'{uri.Host}' can be reached from other machines, and this server does not know who asks.",
                $"Listen on this machine only, for example {UsualUrl}; reach it from another through an SSH tunnel.");
        }
    }
}
