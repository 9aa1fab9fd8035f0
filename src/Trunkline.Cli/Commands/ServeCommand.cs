using System.CommandLine;
using System.Diagnostics;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline serve</c>: starts the server, which is a program of its own, and stops it with this one.</summary>
internal static class ServeCommand
{
    private const string Server = "trunkline-server.dll";

    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var urls = new Option<string?>("--urls") { Description = Words.UrlsOption.In(language), HelpName = "url" };
        var store = new Option<string?>("--store") { Description = Words.StoreOption.In(language), HelpName = "folder" };
        var auth = new Option<string?>("--auth") { Description = Words.AuthOption.In(language), HelpName = "none|tokens" };
        var config = new Option<string?>("--config") { Description = Words.ConfigOption.In(language), HelpName = "file" };
        var command = new Command("serve", Words.Serve.In(language)) { urls, store, auth, config };
        command.SetAction(parsed => Run(around, [.. new[] { urls, store, auth, config }.SelectMany(o => Given(o.Name, parsed.GetValue(o)))]));
        return command;
    }

    private static int Run(Surroundings around, string[] given)
    {
        if (ShippedData.Folder is not { } data)
        {
            return ProblemTable.Show(around, [ShippedData.Missing], asJson: false);
        }

        if (Find() is not { } server)
        {
            return ProblemTable.Show(around, [new Problem(Server, Words.NoServer.In(around.Language), Words.BuildServer.In(around.Language))], asJson: false);
        }

        ProcessStartInfo start = new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            // The server stops when this end of the pipe closes, however this program ends.
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (string word in (string[])[server, "--ends-with-input", "--data", data, "--web", Path.Combine(data, "..", "web", "dist"), .. given])
        {
            start.ArgumentList.Add(word);
        }

        using Process process = Process.Start(start)!;
        using CancellationTokenRegistration stop = around.Interrupted.Register(process.StandardInput.Close);
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string[] Given(string name, string? value) => value is null ? [] : [name, value];

    /// <summary>Beside this program where both are installed, or where a build of the clone puts it.</summary>
    private static string? Find()
    {
        DirectoryInfo here = new(AppContext.BaseDirectory);
        string beside = Path.Combine(here.FullName, Server);
        string built = Path.Combine(here.Parent?.Parent?.FullName ?? here.FullName, "Trunkline.Server", here.Name, Server);
        return new[] { beside, built }.FirstOrDefault(File.Exists);
    }
}
