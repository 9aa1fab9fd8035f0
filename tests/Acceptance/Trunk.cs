using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>The program as a person runs it: the built assembly, in a process of its own.</summary>
internal static class Trunk
{
    private const string DatabaseVariable = "TRUNKLINE_DATABASE";

    /// <summary>The folder that holds Trunkline.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>True where the long tests are asked for.</summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("CHECK_FULL") == "1";

    /// <summary>The program built beside these tests, in the same configuration.</summary>
    private static string Program { get; } = Path.Combine(
        Root, "artifacts", "bin", "Trunkline.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "trunkline.dll");

    /// <summary>Runs to the end.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="args">Words of the command line.</param>
    public static Ended Run(string folder, params string[] args)
    {
        using Process process = Start(folder, "dotnet", [Program, .. args]);
        return Wait(process, TimeSpan.FromMinutes(15));
    }

    /// <summary>Runs to the end with environment variables of its own.</summary>
    public static Ended RunIn(IReadOnlyDictionary<string, string> surroundings, string folder, params string[] args)
    {
        using Process process = Start(folder, "dotnet", [Program, .. args], surroundings);
        return Wait(process, TimeSpan.FromMinutes(5));
    }

    /// <summary>Runs a line of bash in which <c>"$@"</c> is the program.</summary>
    public static Ended RunInShell(string folder, string line)
    {
        using Process process = Start(folder, "bash", ["-c", line, "bash", "dotnet", Program]);
        return Wait(process, TimeSpan.FromMinutes(5));
    }

    /// <summary>Runs, sends ctrl-C after a while, and waits for the end. Started as a script's '&amp;' starts it, with the signal ignored: the harder case.</summary>
    public static async Task<Ended> RunAndInterruptAsync(string folder, TimeSpan after, CancellationToken cancellation, params string[] args)
    {
        using Process process = Start(folder, "bash", ["-c", "trap '' INT; exec \"$@\"", "bash", "dotnet", Program, .. args]);
        Task<Ended> ended = Task.Run(() => Wait(process, TimeSpan.FromMinutes(5)), cancellation);
        await Task.WhenAny(ended, Task.Delay(after, cancellation));
        Signal(process, "INT");
        return await ended;
    }

    /// <summary>Runs and kills the program, not its children, after a while; false where it had ended by then.</summary>
    public static async Task<bool> RunAndKillAsync(string folder, TimeSpan after, params string[] args)
    {
        using Process process = Start(folder, "dotnet", [Program, .. args]);
        Task ended = process.WaitForExitAsync();
        await Task.WhenAny(ended, Task.Delay(after));
        bool isRunning = !process.HasExited;
        process.Kill();
        await ended;
        return isRunning;
    }

    /// <summary>Starts the program and lets it run, with a database of a team.</summary>
    public static Process StartForTeam(string folder, string database, params string[] args) =>
        Start(folder, "dotnet", [Program, .. args], new Dictionary<string, string> { [DatabaseVariable] = database });

    /// <summary>Sends a signal.</summary>
    /// <param name="signal">For example <c>STOP</c>.</param>
    public static void Signal(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end of what was started.</summary>
    public static Ended Wait(Process process) => Wait(process, TimeSpan.FromMinutes(15));

    private static Process Start(string folder, string command, string[] args, IReadOnlyDictionary<string, string>? surroundings = null)
    {
        var start = new ProcessStartInfo(command, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Remove(DatabaseVariable);
        foreach ((string name, string value) in surroundings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static Ended Wait(Process process, TimeSpan most)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(most))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"trunkline had not ended after {most}. It said: {error.Result}");
        }

        return new Ended(process.ExitCode, output.Result, error.Result);
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trunkline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No Trunkline.slnx above the test program.");
    }
}

/// <summary>What a run left behind.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    /// <summary>Standard output, which must be one JSON object and nothing else.</summary>
    public JsonObject Json => JsonNode.Parse(Out)!.AsObject();

    public override string ToString() => $"exit {Code}\n{Out}\n{Error}";
}
